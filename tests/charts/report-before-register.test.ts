import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import { languages } from '#domain/values/language.ts';
import { makeReport } from '#report/make-report.ts';
import { changes, input } from '#report/report-input.fixture.ts';

const { changes: _changes, ...overview } = sampleOverview;
const report = makeReport({
  overview: { ...overview, as_of: '2021-03-31', first_known_day: '2021-05-10', established: [] },
  profile,
  period: '2021-03',
  next_until: '2021-06-30',
  language: 'en',
  recorded_at: '2021-04-16T00:00:00.000Z',
});
const sectionText = (id: string): string =>
  JSON.stringify(report.sections.find((section) => section.id === id));

it('a report before the first known day claims nothing about next milestones', () => {
  expect(sectionText('statement')).toContain('not known before 10 May 2021');
  expect(report.sections.map(({ id }) => id)).not.toContain('next');
  expect(JSON.stringify(report.sections)).not.toContain('No milestone');
});
it('a report has no heading without content', () => {
  expect(report.sections.filter(({ blocks }) => blocks.length === 0)).toEqual([]);
});

// seen to fail: 无法比较项目：2026年10月31日之前的项目情况不详, without its stop
it.each(languages)('a comparison that is not possible is a whole sentence, in %s', (language) => {
  const { total: _total, counts: _counts, ...unknown } = changes;
  const { sections } = makeReport(input({ language, changes: unknown }));
  const [first] = sections.find(({ id }) => id === 'changes')?.blocks ?? [];
  expect(first?.kind === 'text' ? first.text : '').toMatch(/[。.]$/);
});
