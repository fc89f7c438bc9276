import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stages } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { fillSample } from '#server/samples/service.ts';
import { listProjects } from '#server/projects/register/list-store.ts';
import { apply, csvOf, planOf } from '../import-context.ts';

const header = [
  'Project ID',
  'Project name',
  'Stage',
  'Total investment (CNY)',
  'Signed on',
  'Planned jobs',
];
const days: readonly IsoDate[] = ['2021-03-31', '2021-06-30', '2021-09-30'];
const codes = ['P1', 'P2', 'P3'];

const row = fc.record({
  stage: fc.constantFrom(...stages),
  amount: fc.constantFrom('', '1000', '2000'),
  signed: fc.constantFrom('', '2021-01-15', '2021-05-10', '2021-12-01'),
  jobs: fc.constantFrom('', '10', '20'),
});
/** Editions of three days, each with all projects; one has no column for jobs. */
const editions = fc.record({
  rows: fc.array(fc.tuple(row, row, row), { minLength: 3, maxLength: 3 }),
  withoutJobs: fc.constantFrom(-1, 0, 1, 2),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

/** What each project is on each edition's day after the editions were imported in an order. */
async function imported(
  rows: readonly (readonly { stage: string; amount: string; signed: string; jobs: string }[])[],
  withoutJobs: number,
  order: readonly number[],
) {
  const db = await openDatabase({ url: ':memory:' });
  await fillSample(db, 'sample');
  for (const at of order) {
    const columns = at === withoutJobs ? 5 : 6;
    const lines = (rows[at] ?? []).map((one, i) => [
      codes[i] ?? '',
      `Project ${i}`,
      one.stage,
      one.amount,
      one.signed,
      one.jobs,
    ]);
    const file = csvOf([header, ...lines].map((line) => line.slice(0, columns)));
    const answers = { as_of: days[at] ?? '', file_kind: 'own_register', unit: '1', jumps: 'take' };
    await apply(
      db,
      await planOf(file, 'r.csv', answers, await readKnownRegister(db, '2022-01-01')),
    );
  }
  const states = [];
  for (const as_of of [...days, '2021-05-31', '2022-01-01']) {
    const { items } = await listProjects(db, { origin: 'own', as_of });
    states.push({ as_of, items: items.map(({ revision: _, ...project }) => project) });
  }
  await db.close();
  return states;
}

test('each project is the same on every day in any order of imported editions', async () => {
  await fc.assert(
    fc.asyncProperty(editions, async ({ rows, withoutJobs, order }) => {
      expect(await imported(rows, withoutJobs, order)).toEqual(
        await imported(rows, withoutJobs, [0, 1, 2]),
      );
    }),
    { numRuns: 12 },
  );
});
