import { expect, it, test } from 'vitest';
import type { ReportInput } from '#domain/report/report.ts';
import { reported, row } from '#domain/overview/target-row.fixture.ts';
import { compact } from '#domain/values/compact.ts';
import { sameWords } from '#domain/values/term.ts';
import { makeReport } from '#report/make-report.ts';
import { input as makeInput } from '#report/report-input.fixture.ts';

const input = makeInput();
const tableOf = (id: string, more: ReportInput) => {
  const blocks = makeReport(more).sections.find((section) => section.id === id)?.blocks ?? [];
  return blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))[0];
};

// seen to fail: 2026年就业人数 stood in four lines beside a column with 2026年末
it('the table of targets has no column of deadlines where each name has its year', () => {
  const of = (names: readonly [string, string]) => {
    const targets = names.map((name, at) => ({
      ...row('jobs', {}, { deadline: at === 0 ? '2022-12-31' : '2025-12-31' }),
      name: sameWords(name),
    }));
    const zh = { ...makeInput({ language: 'zh-CN' }), overview: { ...input.overview, targets } };
    return tableOf('ledger', zh)?.columns.map(({ label }) => label);
  };
  expect(of(['就业人数', '就业人数（2025年目标）'])).toContain('期限');
  expect(of(['2022年就业人数', '就业人数（2025年目标）'])).not.toContain('期限');
});

// seen to fail: 2026年 | 固定资产投资 under 2026年目标, on two lines in each row
test.each([
  ['2025-12-31', 'Jobs'],
  ['2022-12-31', 'Jobs in 2025'],
])('a second deadline of %s gives the target the name %s', (deadline, name) => {
  const jobs = { ...row('jobs', {}, { deadline: '2025-12-31' }), name: sameWords('Jobs in 2025') };
  const targets = [jobs, row('companies', {}, { deadline })];
  const table = tableOf('ledger', { ...input, overview: { ...input.overview, targets } });
  expect(table?.rows[0]?.[0]).toBe(name);
});

// seen to fail: two columns of dashes, and a note on forecasts that no target has
it('the table of pace has no columns of forecasts where there is none', () => {
  const few = row('jobs', { observations: reported('jobs', '2020-12', [100, 110]) });
  expect(few.forecast.kind).not.toBe('range');
  const targets = Array.from({ length: 4 }, () => ({ row: few }));
  const outlook = { targets } as unknown as ReportInput['outlook'];
  const withOutlook = { ...input, ...compact({ outlook }) };
  expect(tableOf('outlook', withOutlook)?.columns.map(({ label }) => label)).toEqual([
    'Target',
    'Needed a month',
  ]);
  expect(JSON.stringify(makeReport(withOutlook))).toContain('no target has enough values yet');
});
