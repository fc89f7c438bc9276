import { describe, expect, it } from 'vitest';
import { readSectionWord } from '#server/imports/structure/sections.ts';
import { csvOf, planOf, storeAfter } from '../import-context.ts';

const head = ['项目编号', '项目名称', '总投资（万元）', '签约时间', '备注'];
const rows = [
  ['一、在建项目（2个）', '', '', '', ''],
  ['A1', '甲', '100', '', ''],
  ['A2', '乙', '200', '', ''],
  ['小计', '', '300', '', ''],
  ['二、储备项目', '', '', '', ''],
  ['A3', '丙', '50', '', ''],
  ['三、其他事项', '', '', '', ''],
  ['A4', '丁', '5', '', ''],
];
const stagesOf = async (answers = {}, table = [head, ...rows]) =>
  (await planOf(csvOf(table), 'r.csv', answers)).records.map((r) => r.stage_events[0]?.stage);

describe('headings between rows', () => {
  it('give the rows below their stage when no column does', async () => {
    expect(await stagesOf()).toEqual(['construction', 'construction', 'lead', 'unknown']);
    const { preview } = await planOf(csvOf([head, ...rows]));
    expect(preview.stages).toEqual([
      { word: '在建项目', stage: 'construction', count: 2 },
      { word: '储备项目', stage: 'lead', count: 1 },
    ]);
    expect(preview.printed_totals).toMatchObject([{ printed: '300', agrees: true }]);
    expect(preview.register_totals.groups.map((g) => g.after.count)).toEqual([2, 1, 1]);
  });
  it('take another stage by an answer about their words', async () => {
    expect(await stagesOf({ stage_words: { 储备项目: 'signed' } })).toEqual([
      'construction',
      'construction',
      'signed',
      'unknown',
    ]);
  });
  it("don't override a stage column", async () => {
    const table = [
      head.with(4, '项目阶段'),
      ...rows.map((r) => (r[1] === '' ? r : r.with(4, '在谈'))),
    ];
    expect(await stagesOf({}, table)).toEqual([
      'negotiation',
      'negotiation',
      'negotiation',
      'negotiation',
    ]);
  });
  it.each([
    ['一、在建项目（12个）', '在建项目'],
    ['（二）储备项目', '储备项目'],
    ['第三类 签约', '签约'],
    ['3. In operation', 'In operation'],
    ['在谈', '在谈'],
  ])('%s names %s', (heading, word) => expect(readSectionWord(heading)).toBe(word));
});

describe('three kinds of cumulation', () => {
  it('a total since construction began is no year to date, and is reported as not imported', async () => {
    const plan = await planOf(
      '月份,产值年初累计（亿元）,产值开工以来累计（亿元）\n2021-02,1.0,9.0\n2021-03,1.7,9.7\n',
      's.csv',
    );
    expect(plan.observations.map((o) => o.value)).toEqual(['100000000', '170000000']);
    expect(plan.preview.problems.map((p) => p.message)).toEqual([
      expect.stringContaining('since the start of works'),
    ]);
    expect(storeAfter(plan).observations).toHaveLength(2);
  });
});

describe('the long form of a series', () => {
  const long = [
    '月份,指标,计量单位,数值',
    '2021-02,企业数,家,37',
    '2021-02,产值年初累计,亿元,1.0',
    '2021-03,企业数,家,41',
    '2021-03,产值年初累计,亿元,1.7',
    '2021-03,就业人数,人,1010',
    '2021-03,绿化面积,亩,12',
  ];
  it('is read with the unit of each row, and reports an unknown indicator with its row', async () => {
    const plan = await planOf(long.join('\n'), 'long.csv');
    expect(
      plan.observations.map((o) => `${o.indicator} ${o.period} ${o.value}`).toSorted(),
    ).toEqual([
      'companies 2021-02 37',
      'companies 2021-03 41',
      'industrial_output 2021-02 100000000',
      'industrial_output 2021-03 170000000',
      'jobs 2021-03 1010',
    ]);
    expect(plan.preview.problems).toMatchObject([{ row: 7, column: 'B', value: '绿化面积' }]);
    expect(plan.preview.rows).toMatchObject({ total: 6, rejected: 1 });
    expect(plan.preview.columns.map((c) => c.field)).toEqual([
      ...['period', 'indicator', 'unit', 'value'],
      // and each name in the rows
      ...['companies', 'industrial_output', 'jobs', undefined],
    ]);
    const again = await planOf(
      long.with(4, '2021-03,产值年初累计,亿元,1.8').join('\n'),
      'long.csv',
      {},
      storeAfter(plan),
    );
    expect(again.preview.changes).toEqual([
      {
        code: 'industrial_output',
        name: '2021-03',
        field: 'D',
        from: '170000000',
        to: '180000000',
      },
    ]);
  });
});
