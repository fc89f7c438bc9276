import { expect, it } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { freshStore, planOf, questionIds, storeAfter, sumOf } from '../import-context.ts';

const own = { file_kind: 'own_register' };
const header = 'Project,Investor,Region,Investment (EUR)';
const parts = `${header}\nCanal,Waters,North,1000000\nCanal,Waters,South,2000000\nBridge,Roads,North,500000\nCanal,Waters,West,3000000\n`;
const read = (file: string, answers: ImportAnswers = {}, register = freshStore) =>
  planOf(file, 'r.csv', { ...own, ...answers }, register);

it('asks what rows with equal names mean when no column has codes', async () => {
  const plan = await read(parts);
  const question = plan.preview.questions.find(({ id }) => id === 'equal_names');
  expect([question?.kind, question?.default]).toEqual(['several_rows', undefined]);
  expect(question?.text).toBe(
    '1 names are on several rows each, 3 rows in all, and no column has codes: “Canal” on 3. What are they?',
  );
  expect(plan.preview.problems).toEqual([]);
});
it.each([
  ['separate', 4, '650000000'],
  ['sum', 2, '650000000'],
  ['first', 2, '150000000'],
  ['last', 2, '350000000'],
])('reads them as %s: %i projects', async (equal_names, projects, sum) => {
  const plan = await read(parts, { equal_names });
  expect([plan.records.length, sumOf(plan), questionIds(plan).includes('equal_names')]).toEqual([
    projects,
    sum,
    false,
  ]);
});
it('keeps the codes of added rows in a second import', async () => {
  const first = await read(parts, { equal_names: 'sum' });
  const again = await read(parts, { equal_names: 'sum' }, storeAfter(first));
  expect(again.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
});
it('ignores a few equal names with different investors', async () => {
  const file = `${header}\nRoof,Town hall,North,1\nRoof,School,South,2\n${'abcdefghij'
    .split('')
    .map((name) => `${name} works,${name} Ltd,North,3`)
    .join('\n')}\n`;
  expect(questionIds(await read(file))).not.toContain('equal_names');
});
it('asks nothing when a column has codes', async () => {
  const file = 'Code,Project,Investment (EUR)\nA1,Canal,100\nA2,Canal,200\n';
  expect(questionIds(await read(file))).not.toContain('equal_names');
});
