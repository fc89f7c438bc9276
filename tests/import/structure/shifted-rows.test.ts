import { expect, it } from 'vitest';
import { freshStore, planOf, questionIds } from '../import-context.ts';

const read = (file: string) => planOf(file, 'r.csv', { file_kind: 'own_register' }, freshStore);
const listProblems = (plan: Awaited<ReturnType<typeof read>>) =>
  plan.preview.problems.map(({ row, message }) => [row, message.slice(0, 28)]);
const header = 'Code,Project,Investor,Cost (EUR),Signed on,Planned jobs\n';

it('distinguishes a shifted row from one with an extra blank field', async () => {
  const plan = await read(
    `${header}A1,Canal,Waters,1250000,2021-03-01,12\nA2,Bridge,Roads,480500,2021-03-01,7,\nA3,Quay,Port, north,75250,2021-03-01,9\nA4,Lock,Waters,90000,2021-03-01,3\nA5,Weir,Waters,90000,2021-03-01,3\n`,
  );
  expect(
    listProblems(plan).filter(([, message]) => String(message).startsWith('The row has more')),
  ).toEqual([[4, 'The row has more fields than']]);
  expect(listProblems(plan).some(([row]) => row === 3)).toBe(false);
});
it('reports a row with a value behind the last column', async () => {
  const plan = await read(
    `${header}A1,Canal,Waters,1250000,2021-03-01,12,left over\nA2,Bridge,Roads,480500,2021-03-01,7\nA3,Quay,Port,75250,2021-03-01,9\n`,
  );
  expect(listProblems(plan)).toEqual([[2, 'The row has more cells than ']]);
});
it('rejects a file without project names', async () => {
  const plan = await planOf(
    'Project,Investor,Cost (EUR)\n,Waters,1250000\n,Roads,480500\n',
    'r.csv',
    { file_kind: 'own_register', mapping: { Investor: 'extra' } },
    freshStore,
  );
  expect([plan.preview.rows.rejected, questionIds(plan)]).toEqual([2, ['mapping', 'as_of']]);
  expect(plan.preview.questions[0]?.default).toBeUndefined();
});
