import { expect, test } from 'vitest';
import type { KnownRegister } from '#server/imports/import-plan.ts';
import { freshStore, planOf } from '../import-context.ts';

/** An own zone without any indicator, in euros. */
const bare: KnownRegister = { ...freshStore, has_own: true, indicators: [], base_currency: 'EUR' };
const readValues = async (title: string, rows: readonly string[]) => {
  const heading = 'Month;Jobs;Fixed-asset investment (million EUR)';
  const text = [title, heading, ...rows].join('\n');
  const { observations, preview } = await planOf(text, 's.csv', {}, bare);
  return {
    values: observations.map(({ indicator, value = 'missing' }) => `${indicator} ${value}`),
    doubts: preview.doubts.map(({ kind, count }) => [kind, count]),
  };
};
const rows = ['2020-08;1.250;41,315', '2020-09;1.310;12,500'];

// seen to fail: 1.250 people were 1.25, and 41,315 million euros forty-one thousand million
test('a sign that may separate thousands or decimals is a doubt, except in counts', async () => {
  expect(await readValues('Relatório mensal do projeto', rows)).toEqual({
    values: [
      ...['jobs 1250', 'jobs 1310'],
      ...['fixed_asset_investment missing', 'fixed_asset_investment missing'],
    ],
    doubts: [['number_unsure_separator', 2]],
  });
});
test.each([
  ['the language', 'Monthly report', ['2020-08;1250;41,315', '2020-09;1310;52,500'], '41315000000'],
  [
    'another cell',
    'Relatório do projeto',
    ['2020-08;1250;41,315', '2020-09;1310;57,5'],
    '41315000',
  ],
])('is decided by %s', async (_, title, cells, value) => {
  const { values, doubts } = await readValues(title, cells);
  expect(doubts).toEqual([]);
  expect(values).toContain(`fixed_asset_investment ${value}`);
});
