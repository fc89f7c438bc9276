import { describe, expect, it } from 'vitest';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport, makeReport } from '#report/make-report.ts';
import { pageStyles } from '#report/paper/page-style.ts';
import { reportPages } from '#report/paper/pages.ts';
import { changes, input } from '#report/report-input.fixture.ts';

describe('the pages of a report', () => {
  it('leaves no heading alone at the foot of a page, no page nearly empty, and prints its address once as a code', () => {
    const picture = '<svg viewBox="0 0 620 437"><rect width="620" height="437" fill="#fff"/></svg>';
    for (const language of languages) {
      const report = makeReport(input({ language }));
      const count = report.sections.flatMap(({ blocks }) =>
        blocks.filter(({ kind }) => kind === 'figure'),
      ).length;
      const pages = reportPages(report, {
        pictures: Array.from({ length: count }, () => ({ svg: picture, title: 'T', alt: 'A' })),
        address: 'https://progress.example.org/report?period=2021Q1',
      });
      const lowest = pages.map((page) =>
        Math.max(
          ...[...page.matchAll(/<text x="[\d.]+" y="([\d.]+)"/g)]
            .map(([, y]) => Number(y))
            .filter((y) => y < 780),
        ),
      );
      expect(lowest.slice(0, -1).every((y) => y > 300)).toBe(true);
      const { size } = pageStyles[language].heading;
      for (const { number = '', heading } of report.sections)
        for (const page of pages) {
          const y = Number(
            new RegExp(`y="([\\d.]+)" font-size="${size}"[^>]*>${number}${heading}<`).exec(
              page,
            )?.[1] ?? 0,
          );
          expect(y, heading).toBeLessThan(700);
        }
      expect(pages.filter((page) => page.includes('fill="#000000"'))).toHaveLength(1);
    }
  });
  // seen in a report of four pages: a fifth held the signature alone
  it.each(languages)('keeps the signature on the page of the note above it in %s', (language) => {
    const report = makeReport(input({ language }));
    for (let count = 1; count <= 60; count += 1) {
      const items = Array.from({ length: count }, (_, at) => `Item ${at}`);
      const section = { id: 'problems', heading: 'H', blocks: [{ kind: 'list', items }] } as const;
      const pages = reportPages({ ...report, sections: [section] }, { pictures: [] });
      // the issuer, the day and at least a line of the note
      const lines = pages.at(-1)?.match(/<text (?![^>]*"Artifact")/g) ?? [];
      expect(lines.length, `${count}`).toBeGreaterThan(2);
    }
  });
  it('becomes A4 pages with a numbered foot on each; a long table repeats its headings and no text leaves the page', () => {
    const moves = Array.from({ length: 200 }, (_, i) => ({
      ...changes.moves[0],
      code: `X${i}`,
      name: `${'很长的名字'.repeat(12)}${i}`,
    }));
    const report = makeFullReport(
      input({
        language: 'zh-CN',
        changes: { ...changes, moves: moves as RegisterChanges['moves'], total: 200 },
      }),
    );
    const picture = '<svg viewBox="0 0 620 437"><rect width="620" height="437" fill="#fff"/></svg>';
    const count = report.sections.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'figure'),
    ).length;
    const pages = reportPages(report, {
      pictures: Array.from({ length: count }, () => ({ svg: picture, title: 'T', alt: 'A' })),
    });
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach((page, i) => {
      expect(page).toContain(`>— ${i + 1} —<`);
      expect(page).toContain('示例数据（虚构）');
      expect(page).not.toMatch(/var\(--|NaN|undefined/);
      for (const [, x, y] of page.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
        expect(Number(x)).toBeLessThanOrEqual(595 - 72);
        expect(Number(y)).toBeLessThanOrEqual(842);
      }
    });
    expect(pages.filter((page) => page.includes('>变动前<')).length).toBeGreaterThan(1);
    expect(pages.join('')).toContain('另有188项未列出');
  });
});
