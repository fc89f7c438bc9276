import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds, standingOf, sumOf } from '../import-context.ts';

const read = (file: string, answers: ImportAnswers = {}) =>
  planOf(file, 'r.csv', { file_kind: 'own_register', ...answers }, freshStore);
const messages = (plan: Awaited<ReturnType<typeof read>>) =>
  plan.preview.problems.map(({ message }) => message.slice(0, 24));

it('reads a register with one project in each column', async () => {
  const plan = await read(`Project name,Canal,Bridge,Quay
Department,Transport,Roads,Ports
Description,A canal,A bridge,A quay
Start date,2021-03-01,2022-06-15,2020-01-01
Whole life cost (£m),1250.5,480,12000
Stage,Under construction,Signed,Operational
`);
  expect(plan.records.map(({ facts }) => facts.name)).toEqual(['Canal', 'Bridge', 'Quay']);
  expect([sumOf(plan), standingOf(plan)]).toEqual([
    '1373050000000',
    ['construction', 'signed', 'operation'],
  ]);
  expect(messages(plan)).toEqual(['The names of the fields ']);
});
it('reads a transposed register in Chinese below a title', async () => {
  const plan = await read(
    '重点项目情况表,,\n项目名称,轴承厂,冷库\n投资方,海达,鲜生\n总投资（万元）,12500,4800\n项目阶段,在建,在谈\n备注,,\n',
  );
  expect([plan.records.map(({ facts }) => facts.name), sumOf(plan)]).toEqual([
    ['轴承厂', '冷库'],
    '17300000000',
  ]);
});
it("doesn't transpose a register whose projects are named like fields", async () => {
  const plan = await read(
    'Project,Investor,Cost (EUR)\nProject office,Waters,1250000\nCost centre,Roads,480500\nStage hall,Port,75250\n',
  );
  expect(plan.records.map(({ facts }) => facts.name)).toEqual([
    'Project office',
    'Cost centre',
    'Stage hall',
  ]);
});

const bare = `A1,Canal north,Waters Ltd,1250000,In negotiation
A2,Bridge south,Roads Ltd,480500,Signed
A3,Quay west,Port Ltd,n/a,Signed
A4,Old lock,Waters Ltd,75250,Operational
`;
it('reads rows without a header by their cells, and asks for the columns', async () => {
  const plan = await read(bare, { amount_column: 'D', currency: 'EUR', unit: '1' });
  expect(plan.preview.columns.map(({ header, field }) => [header, field])).toEqual([
    ['A', 'project_id'],
    ['B', 'project_name'],
    ['C', undefined],
    ['D', 'total_investment'],
    ['E', 'stage'],
  ]);
  expect([plan.records.length, messages(plan)]).toEqual([4, ['The table has no header.']]);
  expect(plan.preview.questions.find(({ id }) => id === 'mapping')?.default).toBeUndefined();
  const mapped = await read(bare, {
    mapping: { C: 'investor_name' },
    amount_column: 'D',
    currency: 'EUR',
    unit: '1',
  });
  expect([questionIds(mapped), sumOf(mapped)]).toEqual([['as_of'], '180575000']);
});
it("doesn't take a row of words among data rows as the header", async () => {
  const plan = await read(
    bare.replace('A3,Quay west,Port Ltd,n/a,Signed', 'A-c,Quay west,Port Ltd,tbd,Signed'),
  );
  expect(plan.preview.rows.total).toBe(4);
});
