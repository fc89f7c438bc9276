import { describe, expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import type { ReportInput } from '#domain/report/report.ts';
import { orderSections, type ReportSectionId } from '#domain/zone/report/report-template.ts';
import { makeBreakdown } from '#domain/analysis/breakdown.ts';
import { compact } from '#domain/values/compact.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import type { Slide, SlidePart, SlideTable } from '#server/exports/formats/pptx/slide.ts';
import { tableHeight } from '#server/exports/formats/pptx/slide-parts.ts';
import { toPptx } from '#server/exports/formats/pptx/to-pptx.ts';
import { makeSlideTable } from '#server/exports/report/deck/deck-tables.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';

const made_at = '2021-04-16T08:00:00.000Z';
const slidesOf = (input: ReportInput) =>
  reportSlides({
    report: makeFullReport(input),
    subjects: { overview: input.overview, saved: [] },
    stamp: undefined,
    parts: {},
    order: input.template?.sections === undefined ? undefined : orderSections(input.template),
  });
const partsOf = (parts: readonly SlidePart[]): readonly SlidePart[] =>
  parts.flatMap((part) =>
    part.kind === 'columns' ? part.columns.flatMap((one) => partsOf(one.parts)) : [part],
  );
const tablesOf = ({ parts }: Slide): readonly SlideTable[] =>
  partsOf(parts).flatMap((part) => (part.kind === 'table' ? [part.table] : []));
const textOf = (cell: SlideTable['rows'][number][number]): string =>
  typeof cell === 'string' ? cell : cell.text;

/** The amount of content of a slide: a chart counts as a table of its rows. */
const contentOf = ({ parts }: Slide): number =>
  partsOf(parts).reduce((sum, part) => {
    if (part.kind === 'table') return sum + part.table.rows.length;
    if (part.kind === 'lines') return sum + part.lines.length;
    if (part.kind === 'figures') return sum + part.figures.length;
    return sum + 5;
  }, 0);

describe.each(languages)('the slides of a report in %s', (language) => {
  const input = reportInput({ language });

  it('are a deck of about ten, each with a title and more than one line', async () => {
    const slides = await slidesOf(input);
    expect(slides.length).toBeGreaterThanOrEqual(7);
    expect(slides.length).toBeLessThanOrEqual(14);
    for (const slide of slides) {
      expect(slide.title).not.toBe('');
      expect([slide.title, contentOf(slide) > 1]).toEqual([slide.title, true]);
      expect(slide.zone).toBe(input.overview.zone.name[language]);
    }
  });

  it('have no table of more rows and columns than a slide has room for, and no empty column', async () => {
    for (const slide of await slidesOf(input))
      for (const { columns, rows } of tablesOf(slide)) {
        expect(rows.length).toBeLessThanOrEqual(8);
        expect(columns.length).toBeLessThanOrEqual(7);
        columns.forEach((_, at) => {
          const cells = rows.map((row) => textOf(row[at] ?? ''));
          expect([slide.title, at, cells.some((cell) => cell !== '' && cell !== '—')]).toEqual([
            slide.title,
            at,
            true,
          ]);
        });
      }
  });

  it('begin with the claim about the targets where no project is known on the day', async () => {
    const overview = { ...input.overview, first_known_day: '2030-01-01' };
    const [summary, targets] = await slidesOf({ ...input, overview });
    expect(targets?.title).toBeDefined();
    expect(summary?.title).toBe(targets?.title);
    expect((await slidesOf(input))[0]?.title).not.toBe(targets?.title);
  });

  it('begin with a summary whose lines link to existing slides', async () => {
    const slides = await slidesOf(input);
    const [summary] = slides;
    const places = (summary === undefined ? [] : tablesOf(summary))
      .flatMap(({ rows }) => rows.map((row) => textOf(row.at(-1) ?? '')))
      .map((text) => Number(/\d+/.exec(text)?.[0]));
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) {
      expect(place).toBeGreaterThan(1);
      expect(place).toBeLessThanOrEqual(slides.length);
    }
  });

  it('leave out sections without content for a register of one project', async () => {
    const [group] = sampleOverview.strip.groups;
    const [row] = group?.rows.filter(({ dots }) => dots.length > 0) ?? [];
    if (group === undefined || row === undefined) throw new Error('no project');
    const one = { ...row, count: 1, undisclosed: 0, dots: row.dots.slice(0, 1) };
    const { bridge: _bridge, ...rest } = sampleOverview;
    const overview = {
      ...rest,
      targets: [],
      established: [],
      actions: { items: [], total: 0, unrated: [], not_judged: 0, undated: 0 },
      strip: { ...rest.strip, groups: [{ ...group, count: 1, undisclosed: 0, rows: [one] }] },
    };
    const { changes: _changes, issues: _issues, decisions: _decisions, ...few } = input;
    const slides = await slidesOf({ ...few, overview });
    expect(slides.length).toBeLessThanOrEqual(4);
    for (const slide of slides) expect(contentOf(slide)).toBeGreaterThan(1);
  });

  it('are the same bytes each time', async () => {
    const info = { title: 'T', subject: 'S', made_at, language };
    const [a, b] = [toPptx(await slidesOf(input), info), toPptx(await slidesOf(input), info)];
    expect(Buffer.from(a).equals(b)).toBe(true);
  });
});

it('a table of many columns keeps those with content, and is not split', () => {
  const columns = Array.from({ length: 12 }, (_, at) => ({ label: `c${at}`, right: false }));
  const rows = Array.from({ length: 30 }, (_, row) =>
    columns.map((__, at) => (at % 2 === 1 ? '—' : `r${row}c${at}`)),
  );
  const table = makeSlideTable({ columns, rows });
  expect(table.columns.map(({ label }) => label)).toEqual(['c0', 'c2', 'c4', 'c6', 'c8', 'c10']);
  expect(table.rows).toHaveLength(8);
});

it('a table of long texts has as many rows as the slide has room for', () => {
  const columns = ['Project', 'Change'].map((label) => ({ label, right: false }));
  const name = 'Construcción del centro de control de confianza y obras de mantenimiento';
  const rows = Array.from({ length: 8 }, (_, at) => [`${name} `.repeat(at + 1), 'Moved forward']);
  const table = makeSlideTable({ columns, rows }, { width: 4 });
  expect(table.rows.length).toBeGreaterThan(2);
  expect(table.rows.length).toBeLessThan(8);
  expect(tableHeight(table, 4)).toBeLessThan(4.6);
  expect(makeSlideTable({ columns, rows: rows.slice(0, 1) }, { width: 4 }).rows).toHaveLength(1);
});

// seen to fail: three slides of a breakdown cut later topics off
it('a deck in several currencies has one slide of the main one, which names the others', async () => {
  const full = reportInput({});
  const breakdown = makeBreakdown({
    as_of: '2021-04-16',
    measure: 'total_investment',
    by: 'industry',
    stack: 'stage',
    filters: {},
    zones: {},
    base_currency: 'CNY',
    left_out: {},
    projects: {},
    rows: ['CNY', 'JPY', 'USD', 'EUR', 'MXN', undefined].flatMap((unit) =>
      Array.from({ length: 10 }, (_, at) => ({
        key: `industry${at}`,
        part: 'signed',
        count: 1,
        value: '1000000',
        ...compact({ unit }),
      })),
    ),
  });
  const slides = await reportSlides({
    report: makeFullReport(full),
    subjects: { overview: full.overview, saved: [] },
    stamp: undefined,
    parts: { breakdown: { ...full.overview, breakdown } },
  });
  expect(slides.length).toBeLessThanOrEqual(11);
  const heads = slides.flatMap(({ parts }) =>
    partsOf(parts).flatMap((part) =>
      part.kind === 'chart' ? (part.chart.native.frame?.before[0]?.head ?? []) : [],
    ),
  );
  expect(heads.filter((head) => head.startsWith('Industry'))).toEqual(['Industry']);
  expect(slides.map(({ title }) => title).filter((title) => / \(CNY\)$/.test(title))).toHaveLength(
    1,
  );
  expect(heads.join()).not.toContain('Projects without an amount');
  const lines = slides.flatMap(({ parts }) =>
    partsOf(parts).flatMap((part) => (part.kind === 'lines' ? part.lines : [])),
  );
  expect(lines.join('\n')).toContain('Amounts in EUR, JPY, MXN, USD are not drawn');
  const inChinese = await reportSlides({
    report: makeFullReport(reportInput({ language: 'zh-CN' })),
    subjects: { overview: full.overview, saved: [] },
    stamp: undefined,
    parts: { breakdown: { ...full.overview, breakdown } },
  });
  expect(JSON.stringify(inChinese)).toContain('未绘制欧元、日元、墨西哥比索、美元金额');
});

// seen to fail: two problems stood alone on a slide
it('a topic of few rows is on the slide of its neighbour, where the summary finds it', async () => {
  const overview = { ...sampleOverview, targets: sampleOverview.targets.slice(0, 1) };
  const full = reportInput({ overview });
  const report = makeFullReport(full);
  const items = ['One is late', 'Two is late'];
  const table = {
    columns: [{ label: 'Project', right: false }],
    rows: Array.from({ length: 9 }, (_, at) => [`Project ${at}`]),
  };
  const sections = [
    { id: 'projects', heading: 'Projects', blocks: [{ kind: 'table', caption: 'Key', table }] },
    { id: 'problems', heading: 'Issues', blocks: [{ kind: 'list', items }] },
  ] as const;
  const slides = await reportSlides({
    report: { ...report, sections },
    subjects: { overview, saved: [] },
    stamp: undefined,
    parts: {},
  });
  const at = slides.findIndex((slide) =>
    tablesOf(slide).some(({ rows }) => rows.some(([cell = '']) => textOf(cell) === 'One is late')),
  );
  expect(tablesOf(slides[at] as Slide).length).toBeGreaterThan(1);
  const height = tablesOf(slides[at] as Slide).reduce((sum, one) => sum + tableHeight(one, 12), 0);
  expect(height).toBeLessThan(4.5);
  const [summary] = slides;
  const lines = (summary === undefined ? [] : tablesOf(summary)).flatMap(({ rows }) =>
    rows.map((row) => row.map(textOf)),
  );
  const line = lines.find(([, claim]) => claim === '2 issues need action');
  expect(line?.at(-1)).toBe(`slide ${at + 1}`);
});

/** A slide by its two titles: the summary has the claim of another. */
const nameOf = ({ title, subtitle }: Slide): string => `${title} · ${subtitle}`;
const titlesWith = async (sections: readonly ReportSectionId[]) => {
  const slides = await slidesOf(reportInput({ language: 'en', template: { sections } }));
  return slides.map(nameOf);
};
it('slides have the sections that the zone chose, in their order', async () => {
  const usual = (await slidesOf(reportInput({ language: 'en' }))).map(nameOf);
  const summary = usual[0] ?? '';
  const sources = usual.at(-1) ?? '';
  const ownTitles = await titlesWith(['definitions', 'statement', 'ledger']);
  expect(ownTitles.slice(0, 2)).toEqual([summary, sources]);
  expect(ownTitles.length).toBeGreaterThan(2);
  expect(ownTitles.length).toBeLessThan(usual.length);
  expect(ownTitles.slice(2).every((title) => usual.includes(title))).toBe(true);
  const backwardTitles = await titlesWith(['projects', 'ledger']);
  expect(backwardTitles).not.toContain(summary);
  const places = backwardTitles.map((title) => usual.indexOf(title));
  expect(places).not.toEqual(places.toSorted((a, b) => a - b));
});

it.each(languages)('the summary in %s names the zone in its head alone', async (language) => {
  const [summary] = await slidesOf(reportInput({ language, period: '2021-03' }));
  expect(summary?.subtitle).not.toContain(summary?.zone ?? '');
  expect(summary?.subtitle).toMatch(/^\S/);
});

// seen to fail: the summary named the first slide of targets for one that stands on the next
it('the summary names the slide that has the row of each target', async () => {
  const input = reportInput({ language: 'en' });
  const [first] = input.overview.targets;
  if (first === undefined) throw new Error('the sample has no target');
  const targets = Array.from({ length: 16 }, (_, at) => ({
    ...first,
    target_id: `t${at}`,
    name: { en: `Jobs ${at}`, 'zh-CN': `就业${at}`, ja: `雇用${at}` },
    attainment: at === 15 ? 0.01 : 0.9,
  }));
  const slides = await slidesOf({ ...input, overview: { ...input.overview, targets } });
  const [summary] = slides;
  const lines = (summary === undefined ? [] : tablesOf(summary)).flatMap(({ rows }) =>
    rows.map((row) => row.map(textOf)),
  );
  const places = lines.flatMap(([, claim = '', , place = '']) => {
    const name = /^Jobs \d+/.exec(claim)?.[0];
    return name === undefined ? [] : [[name, Number(/\d+/.exec(place)?.[0])] as const];
  });
  expect(new Set(places.map(([, place]) => place)).size).toBeGreaterThan(1);
  for (const [name, place] of places)
    expect(
      partsOf(slides[place - 1]?.parts ?? []).flatMap((part) =>
        part.kind === 'chart'
          ? (part.chart.native.frame?.rows.map(({ cells: [cell] }) => cell?.text) ?? [])
          : [],
      ),
    ).toContain(name);
});
