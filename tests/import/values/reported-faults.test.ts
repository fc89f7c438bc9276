import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { csvOf, minorsOf, planOf, questionIds, type WholePlan } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

/** Parts of a register that were once lost or wrong without a report. */
const read = (file: string | Uint8Array, answers: ImportAnswers = {}): Promise<WholePlan> =>
  planOf(file, 'r.csv', { file_kind: 'own_register', as_of: '2026-06-30', ...answers });
const listProblems = (plan: WholePlan): [number | undefined, string][] =>
  plan.preview.problems.map((p) => [p.row, p.message]);

it('a code that a spreadsheet has rounded is reported', async () => {
  const plan = await read('项目编号,项目名称\n3.70211E+17,甲\nE12,乙\n');
  expect(listProblems(plan)).toEqual([[2, expect.stringContaining('has cut this code')]]);
});

it('two columns of one amount in two units are both read when each project fills one', async () => {
  const rows = (both: string) => [
    ['案件番号', '案件名', '総投資額（百万円）', '総投資額（万元）'],
    ['A', '甲', '1200', both],
    ['B', '乙', '', '8000'],
  ];
  const apart = await read(csvOf(rows('')));
  expect(apart.records.map((r) => r.facts.amounts.total_investment?.money)).toEqual([
    { minor: '1200000000', currency: 'JPY' },
    { minor: '8000000000', currency: 'CNY' },
  ]);
  // where they overlap a person decides, and the second amount of a project is reported
  const overlapping = await read(csvOf(rows('6000')));
  expect([minorsOf(overlapping), questionIds(overlapping)]).toEqual([
    ['1200000000', undefined],
    expect.arrayContaining(['mapping']),
  ]);
  const mapped = await read(csvOf(rows('6000')), {
    mapping: { '総投資額（万元）': 'total_investment', '総投資額（百万円）': 'total_investment' },
  });
  expect([minorsOf(mapped), listProblems(mapped)]).toEqual([
    ['1200000000', '8000000000'],
    [[2, expect.stringContaining('Another column')]],
  ]);
});

it('a header of three merged rows keeps columns merged over all of them', async () => {
  const rows = [
    ['编号', '项目名称', '投资情况', null],
    [null, null, '计划', null],
    [null, null, '总投资（万元）', '年度计划'],
    ['K1', '甲', 5000, 1000],
  ];
  const merges = ['A1:A3', 'B1:B3', 'C1:D1', 'C2:D2']
    .map((m) => `<mergeCell ref="${m}"/>`)
    .join('');
  const plan = await read(
    book({ sheets: { a: `${sheetData(rows as never)}<mergeCells>${merges}</mergeCells>` } }),
  );
  expect(
    plan.records.map((r) => [r.code, r.facts.name, r.facts.amounts.total_investment?.money?.minor]),
  ).toEqual([['K1', '甲', '5000000000']]);
});

it('a date with an unknown stage is history, which the stage joins once it is known', async () => {
  const file = '编号,项目名称,项目阶段,签约时间\nK1,甲,在建（暂停）,2025.3.1\n';
  const unknown = await read(file, { as_of: '2026-10-31' });
  expect(unknown.records[0]?.stage_events).toEqual([
    { stage: 'signed', date: '2025-03-01' },
    { stage: 'unknown', word: '在建（暂停）', date: '2026-10-31', by: true },
  ]);
  expect(unknown.records[0]?.facts.extra).toBeUndefined();
  const withWords = await read(file, { stage_words: { '在建（暂停）': 'signed/on_hold' } });
  expect(withWords.records[0]).toMatchObject({
    stage_events: [{ stage: 'signed', date: '2025-03-01' }],
  });
  expect(withWords.records[0]?.facts.extra).toBeUndefined();
});

it('hidden rows are imported and reported', async () => {
  const cells = sheetData([
    ['编号', '项目名称'],
    ['K1', '甲'],
    ['K2', '乙'],
  ]).replace('<row r="3">', '<row r="3" hidden="1">');
  const plan = await read(book({ sheets: { a: cells } }));
  expect([plan.records.length, listProblems(plan)]).toEqual([
    2,
    [[3, expect.stringContaining('hides rows (1)')]],
  ]);
});

it('a form with fields below each other is read as one project', async () => {
  const form = '项目名称,甲项目\n总投资,5000万元\n投资方,子公司\n阶段,在谈\n';
  expect((await read(form)).records.map(({ facts }) => [facts.name, facts.investor])).toEqual([
    ['甲项目', '子公司'],
  ]);
  const indicators =
    '指标,计量单位,本月,累计\n工业总产值,亿元,0.8,7.9\n固定资产投资,亿元,2,9\n实际使用外资,万美元,20,100\n';
  await expect(read(indicators)).rejects.toMatchObject({ key: 'table_turned' });
  // projects with such names in a table with its own header are projects
  expect(
    (await read('编号,项目名称,投资方\n总投资,甲,子\n阶段,乙,丑\n投资方,丙,寅\n')).records,
  ).toHaveLength(3);
});

it('£000s is a thousand pounds, and R10.1 is a month', async () => {
  const pounds = await read('Ref,Project name,Total investment (£000s)\n1,Mill Lane,"1,250"\n');
  expect(pounds.records[0]?.facts.amounts.total_investment?.money).toEqual({
    minor: '125000000',
    currency: 'GBP',
  });
  const month = await read('管理番号,案件名,着工予定\nA,甲,R10.1\nB,乙,R10.12\nC,丙,R10.13\n');
  expect(month.records.map((r) => r.facts.milestones[0]?.plan)).toEqual([
    '2028-01-31',
    '2028-12-31',
    undefined,
  ]);
  expect(listProblems(month)).toEqual([[4, expect.stringContaining('no such day')]]);
});
