import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { csvOf, minorsOf, planOf, questionIds, type WholePlan } from '../import-context.ts';
import { book, sheetData } from '../zip.ts';

describe('amounts', () => {
  const amount = async (cell: string, header = '总投资（万元）', answers: ImportAnswers = {}) =>
    (
      await planOf(
        csvOf([
          ['项目编号', '项目名称', header],
          ['A1', '甲', cell],
        ]),
        'r.csv',
        answers,
      )
    ).records[0]?.facts.amounts.total_investment;
  it.each([
    ['约2.8亿元', '28000000000', 'about'],
    ['超过5000', '5000000000', 'over'],
    ['1亿', '10000000000', undefined],
    ['５，０００', '5000000000', undefined],
    ['5-10亿元', '50000000000', 'at_least'],
    ['US$12 million', '1200000000', undefined],
    ['500万美元', '500000000', undefined],
    ['9007199254', '9007199254000000', undefined],
  ])('reads %s', async (cell, minor, qualifier) => {
    const read = await amount(cell);
    expect(read?.money?.minor).toBe(minor);
    expect(read?.qualifier).toBe(qualifier);
  });
  it.each([
    ['—', 'not_reported'],
    ['NaN', 'not_reported'],
    ['nije poznato', 'not_reported'],
    ['未公开', 'not_disclosed'],
    ['面议', 'not_disclosed'],
    ['不适用', 'not_applicable'],
    ['', 'not_reported'],
  ])('keeps %j as missing: %s', async (cell, reason) => {
    expect(await amount(cell)).toMatchObject({ missing: reason });
    expect(await amount(cell)).not.toHaveProperty('money');
  });
  it.each([
    'Infinity',
    '1e309',
    '########',
    '12%',
    '大概很多',
    '5兆',
    '9007199254740993',
    '(1,000)',
    '-5',
    '△3',
    '10²',
    '²',
    '5₂',
    '⑤',
    '10²亿元',
  ])('keeps %s as an unreadable amount with its text', async (cell) => {
    expect(await amount(cell)).toEqual({ missing: 'not_readable', text: cell });
  });
  it('reports the cell of an unreadable amount', async () => {
    const { preview } = await planOf(
      csvOf([
        ['项目编号', '项目名称', '总投资（万元）'],
        ['A1', '甲', '5'],
        ['A2', '乙', '大概很多'],
      ]),
    );
    expect(preview.problems.slice(0, 1)).toEqual([
      expect.objectContaining({ row: 3, column: 'C 总投资（万元）', value: '大概很多' }),
    ]);
  });
  it('reports the cell of a number with a raised digit, in amounts and counts', async () => {
    const { preview } = await planOf(
      csvOf([
        ['项目编号', '项目名称', '总投资（万元）', '计划用工'],
        ['A1', '甲', '10²', '2³'],
      ]),
    );
    expect(
      preview.problems.map(({ row, column, value }) => [row, column, value]).slice(0, 2),
    ).toEqual([
      [2, 'C 总投资（万元）', '10²'],
      [2, 'D 计划用工', '2³'],
    ]);
  });
  it('rounds amounts finer than the minor unit half to even, and reports count and difference once a column', async () => {
    const file = csvOf([
      ['Project ID', 'Project name', 'Total investment (CNY)', 'Paid-in (CNY)'],
      ['A1', 'One', '0.125', '1'],
      ['A2', 'Two', '0.1351', '1'],
      ['A3', 'Three', '7.25', '0.001'],
    ]);
    const plan = await planOf(file);
    expect(minorsOf(plan)).toEqual(['12', '14', '725']);
    expect(
      plan.preview.problems.flatMap(({ column, message }) =>
        column === undefined ? [] : [[column, message]],
      ),
    ).toEqual([
      [
        'C Total investment (CNY)',
        'Amounts finer than the smallest unit of CNY, rounded half to even: 2. Largest difference: 0.005 CNY.',
      ],
      [
        'D Paid-in (CNY)',
        'Amounts finer than the smallest unit of CNY, rounded half to even: 1. Largest difference: 0.001 CNY.',
      ],
    ]);
  });
  it('keeps a typed zero', async () => {
    expect((await amount('0'))?.money?.minor).toBe('0');
  });
  it('asks for an unknown currency and unit, and accepts unit words', async () => {
    const file = csvOf([
      ['Project ID', 'Project name', 'Total investment'],
      ['A1', 'One', '1200'],
    ]);
    expect(questionIds(await planOf(file))).toEqual(['file_kind', 'currency', 'unit', 'as_of']);
    expect(minorsOf(await planOf(file, 'r.csv', { currency: 'JPY', unit: '1000000' }))).toEqual([
      '1200000000',
    ]);
    expect(minorsOf(await planOf(file, 'r.csv', { currency: 'JPY', unit: '百万円' }))).toEqual([
      '1200000000',
    ]);
  });
  it('decides the decimal sign by the column', async () => {
    const euro = (cells: string[]): Promise<WholePlan> =>
      planOf(
        `Project ID;Project name;Total investment (EUR)\n${cells.map((c, i) => `A${i};P${i};${c}`).join('\n')}\n`,
      );
    expect(minorsOf(await euro(['1.234,56', '1.234', '12,5']))).toEqual([
      '123456',
      '123400',
      '1250',
    ]);
    expect(
      minorsOf(await euro(['1,234.56', '1,234', '1.5', '1\u00a0234.5', '1\u202f234.5'])),
    ).toEqual(['123456', '123400', '150', '123450', '123450']);
  });
  it('never adds two currencies of one column', async () => {
    const plan = await planOf(
      csvOf([
        ['项目编号', '项目名称', '总投资（万元）'],
        ['A1', '甲', '9000'],
        ['A2', '乙', '500万美元'],
      ]),
    );
    expect(plan.preview.sums.map((s) => [s.currency, s.minor, s.count])).toEqual([
      ['CNY', '9000000000', 1],
      ['USD', '500000000', 1],
    ]);
  });
});

describe('dates', () => {
  const readDates = async (cells: readonly string[], more: ImportAnswers = {}) => {
    const answers = { as_of: '2027-01-01', ...more };
    const plan = await planOf(
      csvOf([
        ['项目编号', '项目名称', '项目阶段', '签约时间'],
        ...cells.map((c, i) => [`A${i}`, '甲', '已签约', c]),
      ]),
      'r.csv',
      answers,
    );
    return {
      plan,
      days: plan.records.map(
        (r) => r.stage_events.find(({ date }) => date !== answers.as_of)?.date,
      ),
    };
  };
  it.each([
    ['2021/4/16', '2021-04-16'],
    ['2021年4月16日', '2021-04-16'],
    ['2021年4月', '2021-04-30'],
    ['2021.04.16', '2021-04-16'],
    ['20210416', '2021-04-16'],
    ['令和3年4月16日', '2021-04-16'],
    ['R3.4.16', '2021-04-16'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月', '2019-04-30'],
    ['44302', '2021-04-16'],
    ['2021-04-16T23:59:00+09:00', '2021-04-16'],
    ['16 April 2021', '2021-04-16'],
    ['Apr 16, 2021', '2021-04-16'],
    ['2024-02-29', '2024-02-29'],
    ['31.12.2026', '2026-12-31'],
    ['2022年底', '2022-12-31'],
    ['2021年一季度', '2021-03-31'],
    ['2021年上半年', '2021-06-30'],
    ['Q3 2025', '2025-09-30'],
    ['2021年4月上旬', '2021-04-30'],
  ])('reads %s as %s', async (cell, day) => {
    expect((await readDates([cell])).days).toEqual([day]);
  });
  it.each(['2023-02-29', '1905-07-14', '9999-01-01', '2026-W53', '#####', '待定中'])(
    'keeps %s as missing, with its cell',
    async (cell) => {
      const { plan, days } = await readDates([cell]);
      expect(days).toEqual([undefined]);
      expect(plan.preview.problems).toMatchObject([{ row: 2, column: 'D 签约时间', value: cell }]);
      expect(plan.preview.rows.rejected).toBe(0);
    },
  );
  it('asks about 01/02/2026 unless another cell of the column proves the order', async () => {
    expect(questionIds((await readDates(['01/02/2026'])).plan)).toContain('date_order');
    expect((await readDates(['01/02/2026'], { date_order: 'dmy' })).days).toEqual(['2026-02-01']);
    expect((await readDates(['01/02/2026', '01/31/2026'])).days).toEqual([
      '2026-01-02',
      '2026-01-31',
    ]);
  });
  it("reports a stage that began after the edition's day, and counts it from that day", async () => {
    const { plan } = await readDates(['2026-12-31'], { as_of: '2021-05-01' });
    expect(plan.records[0]?.stage_events).toEqual([
      { stage: 'signed', date: '2021-05-01', by: true },
    ]);
    expect(plan.preview.problems).toMatchObject([
      {
        row: 2,
        column: 'D 签约时间',
        value: '2026-12-31',
        message: expect.stringContaining('1 May 2021'),
      },
    ]);
  });
  it('reads Excel dates by their style, in workbooks of 1900 and 1904', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/></cellXfs>';
    const rows = (serial: number): Parameters<typeof sheetData>[0] => [
      ['项目编号', '项目名称', '项目阶段', '签约时间'],
      ['A1', '甲', '已签约', [serial, 1]],
      ['A2', '乙', '已签约', [serial, 2]],
    ];
    for (const [serial, date1904] of [
      [44302, false],
      [42840, true],
    ] as const) {
      const plan = await planOf(
        book({ sheets: { a: sheetData(rows(serial)) }, styles, date1904 }),
        'r.xlsx',
      );
      expect(plan.records.map((r) => r.stage_events.at(-1)?.date)).toEqual([
        '2021-04-16',
        '2021-04-16',
      ]);
    }
  });
});
