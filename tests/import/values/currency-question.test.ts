import { expect, it } from 'vitest';
import { selectableCurrencies } from '#domain/values/currencies.ts';
import { freshStore, planOf, sumOf } from '../import-context.ts';

const own = { file_kind: 'own_register' };
const file = (cell: string) =>
  `Project name,Investor,Total investment\nGlass works,A,${cell}\nDry port,B,${cell}\n`;
const question = async (text: string) =>
  (await planOf(text, 'r.csv', own, freshStore)).preview.questions.find(
    ({ id }) => id === 'currency',
  );

it('offers every currency to choose from by code and name', async () => {
  const currencyQuestion = await question(file('250000'));
  const labels = new Map(currencyQuestion?.choices.map(({ value, label }) => [value, label]));
  expect(selectableCurrencies.filter((code) => !labels.has(code))).toEqual([]);
  expect(labels.size).toBeGreaterThan(150);
  expect([labels.get('DKK'), labels.get('XOF')]).toEqual([
    'DKK Danish Krone',
    'XOF West African CFA Franc',
  ]);
  expect(currencyQuestion?.choices.slice(0, 2).map(({ value }) => value)).toEqual(['CNY', 'JPY']);
});

it.each([
  ['$5m', '$', ['USD', 'AUD']],
  ['5 kr', 'kr', ['SEK', 'NOK']],
  ['Rs 5', 'rs', ['INR', 'PKR']],
])('names the shared word in %s, and offers its currencies first', async (cell, word, first) => {
  const currencyQuestion = await question(file(cell));
  expect(currencyQuestion?.text).toBe(
    `Which currency are the amounts in? Several are written “${word}”.`,
  );
  expect(currencyQuestion?.choices.slice(0, 2).map(({ value }) => value)).toEqual(first);
});

it.each([
  ['dkk', 'DKK'],
  ['Danish Krone', 'DKK'],
  ['丹麦克朗', 'DKK'],
  ['デンマーク クローネ', 'DKK'],
  ['zł', 'PLN'],
  ['₸', 'KZT'],
  ['西非法郎', 'XOF'],
  ['Malagasy Ariary', 'MGA'],
])('reads the answer %s as %s', async (currency, code) => {
  const plan = await planOf(file('250000'), 'r.csv', { ...own, currency, unit: '1' }, freshStore);
  expect(plan.preview.sums.map((sum) => sum.currency)).toEqual([code]);
  expect(sumOf(plan)).toMatch(/^500000(?:00)?$/);
});
it.each(['ABC', 'kr', '$', 'money'])(
  'leaves the question open for the answer %s',
  async (currency) => {
    const plan = await planOf(file('250000'), 'r.csv', { ...own, currency, unit: '1' }, freshStore);
    expect(plan.preview.questions.map(({ id }) => id)).toContain('currency');
  },
);

// seen to fail: the column stayed a note, and one answer gave all amounts one currency
it.each(['Moeda', 'Tipo', 'Ccy code of deal', 'XYZ'])(
  'reads a column %s of currency codes as the currency of each amount',
  async (header) => {
    const { records, preview } = await planOf(
      `Project ID,Project name,Stage,Total investment (million),${header}\nA1,Plant,Signed,5,EUR\nA2,Pier,Signed,7,USD\nA3,Hall,Signed,,\nA4,Line,Signed,9,cny\n`,
      'r.csv',
      { file_kind: 'own_register' },
    );
    expect(records.map(({ facts }) => facts.amounts.total_investment?.money?.currency)).toEqual([
      'EUR',
      'USD',
      undefined,
      'CNY',
    ]);
    expect(preview.questions.map(({ id }) => id)).not.toContain('currency');
  },
);

it('a column of countries is no column of currencies', async () => {
  const { records } = await planOf(
    'Project ID,Project name,Stage,Total investment (EUR million),Land\nA1,Plant,Signed,5,CHE\nA2,Pier,Signed,7,DEU\n',
    'r.csv',
    { file_kind: 'own_register' },
  );
  expect(records.map(({ facts }) => facts.amounts.total_investment?.money?.currency)).toEqual([
    'EUR',
    'EUR',
  ]);
});
