import { describe, expect, test } from 'vitest';
import { freshStore, planOf } from '../import-context.ts';

const read = (
  header: string,
  rows: readonly string[],
  answers: Readonly<Record<string, string>> = {},
) =>
  planOf(
    `${header}\n${rows.join('\n')}\n`,
    'r.csv',
    { file_kind: 'own_register', as_of: '2021-04-30', ...answers },
    freshStore,
  );
type Plan = Awaited<ReturnType<typeof read>>;
const questionOf = ({ preview }: Plan) => preview.questions.find(({ id }) => id === 'row_currency');
const moneyOf = ({ records }: Plan, field: 'total_investment' | 'output_plan') =>
  records.map(({ facts }) => {
    const money = facts.amounts[field]?.money;
    return money === undefined ? undefined : `${money.minor} ${money.currency}`;
  });

const output = '项目编号,项目名称,项目阶段,总投资,币种,预计年产值（亿元）';
const outputRows = [
  'A1,一号工厂,在建,3.5亿元,人民币,2.1',
  'A2,二号工厂,在建,775万美元,美元,7.6',
  'A3,三号工厂,在建,622亿韩元,韩元,7.4',
  'A4,四号工厂,在建,622亿韩元,韩元,',
];

// seen to fail: 7.6 below 预计年产值（亿元） became 760 million dollars without a question
describe('a heading that names another currency than the row', () => {
  test('is one question with its column and first row, which has no default', async () => {
    const question = questionOf(await read(output, outputRows));
    expect(question?.text).toBe(
      'In 2 rows the column “币种” names another currency than the heading (预计年产值（亿元）), as in row 3: 7.6. Which currency do these numbers have?',
    );
    expect(question?.default).toBeUndefined();
    expect(question?.proposal).toBeUndefined();
    expect(question?.choices.map(({ value }) => value)).toEqual(['heading', 'row']);
  });

  test.each([
    ['heading', ['21000000000 CNY', '76000000000 CNY', '74000000000 CNY', undefined]],
    ['row', ['21000000000 CNY', '76000000000 USD', '740000000 KRW', undefined]],
  ])('has the currency of the answer: %s', async (row_currency, expected) => {
    const plan = await read(output, outputRows, { row_currency });
    expect(questionOf(plan)).toBeUndefined();
    expect(moneyOf(plan, 'output_plan')).toEqual(expected);
    expect(moneyOf(plan, 'total_investment')).toEqual([
      '35000000000 CNY',
      '775000000 USD',
      '62200000000 KRW',
      '62200000000 KRW',
    ]);
  });

  test('may count for all amounts but the planned investment', async () => {
    const header = '项目编号,项目名称,项目阶段,总投资（万元）,币种,预计年产值（亿元）';
    const rows = ['A1,一号工厂,在建,3500,美元,2'];
    const question = questionOf(await read(header, rows));
    expect(question?.text).toContain('In 1 row the column');
    expect(question?.text).toContain('(总投资（万元）, 预计年产值（亿元）), as in row 2: 3500');
    expect(question?.choices.map(({ value }) => value)).toEqual(['heading', 'row', 'investment']);
    const plan = await read(header, rows, { row_currency: 'investment' });
    expect(moneyOf(plan, 'total_investment')).toEqual(['3500000000 USD']);
    expect(moneyOf(plan, 'output_plan')).toEqual(['20000000000 CNY']);
  });

  test.each([
    ['code', 'Investment (EUR m)', 'USD'],
    ['word of several currencies', 'Investment ($ m)', 'PHP'],
    ['line above the table', 'Investment', 'USD'],
  ])('may name it by a %s', async (by, heading, currency) => {
    const title = by.startsWith('line') ? 'Unit: EUR million\n' : '';
    const plan = await read(`${title}Project ID,Project name,Stage,${heading},Currency`, [
      `A1,Heat pumps,Signed,12,${currency}`,
      `A2,Filters,Signed,14,${currency}`,
    ]);
    expect(questionOf(plan)?.choices.map(({ value }) => value)).toEqual(['heading', 'row']);
  });
});

describe('no question about the currency of rows', () => {
  test.each([
    ['the same currency', '总投资（万元）', '人民币', '12'],
    ['a cell with its own currency', '总投资（万元）', '美元', '12万美元'],
    ['元 of another place', '總投資（萬元）', '新台幣', '12'],
    ['a row with its own unit', '总投资（万元）', '万美元', '12'],
    ['a row without a currency', '总投资（万元）', '', '12'],
    ['a multiple alone', 'Investment (million)', 'USD', '12'],
    ['$ with a dollar', 'Investment ($ m)', 'CAD', '12'],
    ['no amount', '总投资（万元）', '美元', '待定'],
  ])('with %s', async (_, heading, currency, cell) => {
    const plan = await read(`项目编号,项目名称,项目阶段,${heading},币种`, [
      `A1,一号工厂,在建,${cell},${currency}`,
      `A2,二号工厂,在建,${cell},${currency}`,
    ]);
    expect(questionOf(plan)).toBeUndefined();
  });

  test('with an answer about the currency of all amounts', async () => {
    const header = 'Project ID,Project name,Stage,Investment (million),Currency';
    const rows = ['A1,Heat pumps,Signed,12,USD', 'A2,Filters,Signed,14,'];
    expect(questionOf(await read(header, rows, { currency: 'EUR' }))).toBeUndefined();
  });
});
