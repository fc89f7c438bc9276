import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds, sumOf } from '../import-context.ts';

const own = { file_kind: 'own_register', currency: 'EUR', unit: '1' };
const read = (file: string, answers: ImportAnswers = {}) =>
  planOf(file, 'r.csv', { ...own, ...answers }, freshStore);
const file = `Project,Postcode,Column 7,Score,Year
Canal,73430,1250000,12,2021
Bridge,24103,480500,17,2022
Quay,88045,12000000,11,2023
`;

it('asks which column holds the amounts when none is recognised', async () => {
  const plan = await read(file);
  const question = plan.preview.questions.find(({ id }) => id === 'amount_column');
  expect([question?.default, question?.choices.map(({ value }) => value)]).toEqual([
    undefined,
    ['Column 7', 'Score', 'none'],
  ]);
  expect(question?.choices[0]?.label).toBe('Column 7: 1250000, 480500, 12000000');
});
it('reads the column of the answer, and keeps the question so that the answer can be changed', async () => {
  const plan = await read(file, { amount_column: 'Column 7' });
  expect([sumOf(plan), questionIds(plan), plan.preview.settled.map(({ id }) => id)]).toEqual([
    '1373050000',
    ['mapping', 'as_of'],
    expect.arrayContaining(['amount_column']),
  ]);
});
it('reads no amounts when the answer is none', async () => {
  const plan = await read(file, { amount_column: 'none' });
  expect([sumOf(plan), questionIds(plan)]).toEqual([undefined, ['mapping', 'as_of']]);
});
it('asks nothing when no column may hold amounts', async () => {
  expect(
    questionIds(await read('Project,Investor,Jobs planned\nCanal,Waters,12\nBridge,Roads,7\n')),
  ).not.toContain('amount_column');
});
it.each([
  'Total expenditure',
  'Despesas totais',
  'Wartość ogółem',
  'Projekto vertė',
  'Ukupni troškovi',
  'CZV',
  'Výdaje celkem',
  'Gesamtausgaben',
  'Value of capital investment over the life of the scheme',
])('recognises %s as the amount', async (header) => {
  const plan = await read(`Project,${header}\nCanal,1250000\nBridge,480500\n`);
  expect([sumOf(plan), questionIds(plan).includes('amount_column')]).toEqual(['173050000', false]);
});
it('prefers the total cost to a part of it', async () => {
  const plan = await read(
    'Project,EU contribution,Budget 2026,Total project cost,Grant\nCanal,500000,10000,1250000,7000\nQuay,400000,20000,480500,1\n',
  );
  expect(plan.preview.columns.find(({ field }) => field === 'total_investment')?.header).toBe(
    'Total project cost',
  );
});
it.each([
  ['Department', 'Department of Transport', undefined],
  ['Land', 'Deutschland', 'country'],
  ['Land', '12.5', 'land_mu'],
  ['Operation Start Date', '2021-06-01', 'op_plan'],
])('reads %s with %s as %s, and no day of the data', async (header, cell, field) => {
  const plan = await read(`Project,${header},Cost\nCanal,${cell},1250000\nBridge,${cell},480500\n`);
  expect(plan.preview.columns[1]?.field).toBe(field);
  expect(plan.preview.questions.find(({ id }) => id === 'as_of')?.default).toBe('2021-05-01');
});
it("doesn't read decimals as codes", async () => {
  const plan = await read(
    'Operation,Ref value,Cost\nCanal,1.5,1250000\nBridge,2.25,480500\nQuay,3.75,12000000\nLock,4.5,75250\n',
  );
  expect(plan.preview.columns[1]?.field).toBeUndefined();
});
