import { AsyncLocalStorage } from 'node:async_hooks';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays } from '#domain/values/date.ts';
import type { Db } from '#server/db/db.ts';
import { collectReads, collectReadsIn } from '#server/db/read-scope.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { putIssue } from '#server/projects/issues/store.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { addSumCache, readSum } from '#server/projects/sums/sum-cache.ts';
import { undoRevision, UndoRejectionError } from '#server/revisions/undo-store.ts';
import { sampleData } from '#server/samples/service.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { writeZone } from '#server/zone/store.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';
import { readFigures, readPeople } from './register-figures.ts';

const codes = ['A-1', 'B-2', 'C-3', 'D-4', 'E-5'];
const days = ['2021-01-15', '2021-03-31', '2021-05-20'] as const;
const change = fc.record({
  code: fc.constantFrom(...codes),
  stage: fc.constantFrom(...stages),
  status: fc.constantFrom(...statuses),
  day: fc.constantFrom(...days),
  amount: fc.option(fc.bigInt(0n, 10n ** 16n), { nil: undefined }),
  currency: fc.constantFrom('CNY', 'JPY'),
  industry: fc.constantFrom('eco', 'bio', undefined),
  owner: fc.constantFrom('Li', undefined),
  unit: fc.constantFrom('Bureau', undefined),
  plan: fc.constantFrom('2021-02-01', '2022-01-01', undefined),
  jobs: fc.constantFrom(0, 40, 1000.5, undefined),
  full: fc.constantFrom('2022-06-30', '2024-01-31', undefined),
  /** A column that is no field. */
  column: fc.constantFrom('North', 'South', undefined),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('edit' as const), change }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('import' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 5 }),
      day: fc.constantFrom(...days),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('undo' as const),
      back: fc.nat({ max: 3 }),
      pending_above: fc.constantFrom(0, 5000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('issue' as const),
      code: fc.constantFrom(...codes),
      due: fc.constantFrom(...days),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The planned investment, and a planned output of the same amount. */
function listAmounts({ amount, currency }: Change): ProjectFacts['amounts'] {
  if (amount === undefined) return {};
  const money = { minor: String(amount * 100n), currency };
  return { total_investment: { money }, output_plan: { money } };
}

const toRecord = (one: Change): ProjectRecord =>
  record(one.code, {
    ...compact({ industry: one.industry, owner: one.owner, unit: one.unit, jobs_plan: one.jobs }),
    ...compact({ extra: one.column === undefined ? undefined : { Area: one.column } }),
    amounts: listAmounts(one),
    milestones: [
      ...(one.plan === undefined ? [] : [{ type: 'completion' as const, plan: one.plan }]),
      ...(one.full === undefined ? [] : [{ type: 'full_capacity' as const, plan: one.full }]),
    ],
    events: [
      { stage: 'lead', date: '2020-06-01' },
      { stage: one.stage, date: one.day },
    ],
    status: [{ status: one.status, date: one.day }],
  });

describe.each(engines)('sums kept by change on $name', ({ name, open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const note = { author: 'test', kind: 'import', reason: '', origin: 'own' } as const;

  async function apply(one: Step): Promise<void> {
    if (one.kind === 'edit')
      await writeRevision(db, note, (trx, revision) =>
        putProjects(trx, revision, [toRecord(one.change)]),
      );
    if (one.kind === 'import')
      await writeRevision(db, { ...note, as_of: one.day }, (trx, revision) =>
        putProjects(trx, revision, one.changes.map(toRecord), { as_of: one.day }),
      );
    if (one.kind === 'issue')
      await writeRevision(db, { ...note, kind: 'project' }, (trx, revision) =>
        putIssue(trx, revision, { origin: 'own', code: one.code }, `i${revision}`, {
          text: 'No power',
          severity: 'high',
          since: '2021-01-01',
          due: one.due,
        }),
      );
    if (one.kind === 'undo') {
      const last = await currentRevision(db);
      const revision = Math.max(2, last - one.back);
      const { pending_above } = one;
      const by = { author: 'test', keep_later: true };
      await undoRevision(db, revision, by, { pending_above }).catch((error: unknown) => {
        if (!(error instanceof UndoRejectionError)) throw error;
      });
    }
  }

  it('equal new sums after any edits, imports, undos and restored changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
        db = await open();
        const keeping = addSumCache(db);
        const { profile } = sampleData();
        await writeRevision(db, note, (trx, revision) =>
          writeZone(trx, revision, { ...profile, origin: 'own' }),
        );
        for (const one of steps) {
          const before = await currentRevision(db);
          await apply(one);
          const now = await currentRevision(db);
          for (const [as_of, revision] of [
            ['2021-06-30', now],
            ['2021-04-01', now],
            ['2021-06-30', before],
            // reached from an earlier day: the first reading of this day
            [addDays('2021-07-01', now * 30), now],
          ] as const)
            expect(await readFigures(keeping, as_of, revision)).toEqual(
              await readFigures(db, as_of, revision),
            );
          expect(await readPeople(keeping)).toEqual(await readPeople(db));
        }
        await db.close();
      }),
      // a smaller example takes minutes to find on PostgreSQL
      name === 'SQLite' ? { numRuns: 6 } : { numRuns: 2, endOnFailure: true },
    );
    db = await open();
  });

  const putOne = (code: string) =>
    writeRevision(db, note, (trx, revision) => putProjects(trx, revision, [record(code)]));
  const countAt = async (from: Db, knownRevision: number): Promise<number> => {
    const scope = { origin: 'own', as_of: '2021-06-30', knownRevision } as const;
    return (await sumsByStage(from.read, scope)).reduce((sum, { count }) => sum + count, 0);
  };

  it('are not kept for a revision that is not stored yet', async () => {
    db = await open();
    const keeping = addSumCache(db);
    const { revision } = await putOne('A-1');
    expect(await countAt(keeping, revision + 1)).toBe(1);
    await putOne('B-2');
    expect(await countAt(keeping, revision + 1)).toBe(2);
    expect(await countAt(keeping, revision)).toBe(1);
  });

  it('name the tables that an answer depends on, also where nothing is read', async () => {
    db = await open();
    collectReadsIn(new AsyncLocalStorage());
    const keeping = addSumCache(db);
    const { revision } = await putOne('A-1');
    const tables = { reads: new Set(['project_version']) };
    for (let reading = 0; reading < 2; reading += 1)
      expect(await collectReads(() => countAt(keeping, revision))).toMatchObject(tables);
    const { revision: next } = await putOne('B-2');
    expect(await collectReads(() => countAt(keeping, next))).toMatchObject(tables);
  });

  // seen to fail: after each change a page deep in a list counted a million projects again
  it('of an earlier revision are read of the changed projects alone', async () => {
    db = await open();
    const keeping = addSumCache(db);
    const revisions: number[] = [];
    for (const code of codes) revisions.push((await putOne(code)).revision);
    let wholeReadings = 0;
    const projects = countSum('earlier', (_, scope: ProjectScope) => {
      if (scope.only === undefined) wholeReadings += 1;
      return countProjects(db, scope);
    });
    const countsAt = (knownRevision: number) =>
      readSum(keeping.read, { origin: 'own', as_of: '2021-06-30', knownRevision }, projects);
    const counts: number[] = [];
    for (const revision of revisions.toReversed()) counts.push(await countsAt(revision));
    expect([counts, wholeReadings]).toEqual([[5, 4, 3, 2, 1], 1]);
  });

  // seen to fail: every sum was read again
  it('are moved over an import of 1,000 rows beside other edits', async () => {
    db = await open();
    const keeping = addSumCache(db);
    const scopes: ProjectScope[] = [];
    const projects = countSum('scopes', async (_, scope: ProjectScope) => scopes.push(scope));
    const first = await putOne('A-1');
    const read = (knownRevision: number) =>
      readSum(keeping.read, { origin: 'own', as_of: '2021-06-30', knownRevision }, projects);
    await read(first.revision);
    const { revision } = await writeRevision(db, note, (trx, revision) =>
      putProjects(
        trx,
        revision,
        Array.from({ length: 1001 }, (_, at) => record(`I-${at}`)),
      ),
    );
    await read(revision);
    expect(scopes.map(({ only }) => only?.length)).toEqual([undefined, 1001, 1001]);
  });

  it('are read once for simultaneous readers', async () => {
    db = await open();
    const keeping = addSumCache(db);
    const { revision } = await putOne('A-1');
    let readings = 0;
    const projects = countSum('readings', async () => (readings += 1));
    const scope = { origin: 'own', as_of: '2021-06-30', knownRevision: revision } as const;
    const read = () => readSum(keeping.read, scope, projects);
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
  });
});
