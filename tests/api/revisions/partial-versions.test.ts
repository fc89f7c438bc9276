import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { stageHistory } from '#domain/projects/history/stage-history.ts';
import { statusHistory } from '#domain/projects/history/status-history.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { Db } from '#server/db/db.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { completeUndo } from '#server/db/pending-undo.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { readStatements } from '#server/projects/history/statement-store.ts';
import { projectHistory } from '#server/projects/project-version-store.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { undoRevision, UndoRejectionError } from '#server/revisions/undo-store.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';
import { countRowsLeft, markAll, readVersionsOn } from './whole-versions.ts';

const codes = ['A-1', 'B-2', 'C-3'];
const days = ['2021-01-31', '2021-02-28', '2021-03-31', '2021-04-30'] as const;
const at = '2021-07-01T08:00:00.000Z';
const note = { author: 'test', reason: '', origin: 'own', recorded_at: at } as const;

const row = fc.record({
  code: fc.constantFrom(...codes),
  stage: fc.constantFrom(...stages),
  status: fc.constantFrom(...statuses),
  since: fc.constantFrom('2021-01-15', undefined),
  amount: fc.option(fc.bigInt(1n, 2n), { nil: undefined }),
  name: fc.constantFrom('Plant', 'Works'),
  plan: fc.constantFrom('2021-02-10', '2021-12-01', undefined),
  actual: fc.constantFrom('2021-03-10', undefined),
});
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never;
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('edition' as const),
      day: fc.constantFrom(...days),
      rows: fc.uniqueArray(row, { minLength: 1, maxLength: 3, selector: ({ code }) => code }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      day: fc.constantFrom(undefined, ...days),
      row,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('undo' as const),
      back: fc.nat({ max: 3 }),
      pending_above: fc.constantFrom(0, 5000),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(step, { minLength: 4, maxLength: 9 });

const toFacts = ({
  name,
  amount,
  plan,
  actual,
}: Row): Partial<ProjectFacts> & { total?: never } => {
  const dates = compact({ plan, actual });
  const { facts } = record('', compact({ total: amount === undefined ? undefined : cny(amount) }));
  return {
    name,
    amounts: facts.amounts,
    milestones: Object.keys(dates).length === 0 ? [] : [{ type: 'completion', ...dates }],
  };
};

/** Imports an edition: the history of each project is derived from all its statements. */
const putEdition = (db: Db, day: string, rows: readonly Row[]) =>
  writeRevision(db, { ...note, kind: 'import', as_of: day }, async (trx, revision) => {
    const earlier = await readStatements(
      trx,
      'own',
      rows.map(({ code }) => code),
    );
    const of = new Map(
      rows.map(({ code, stage, status, since }) => [
        code,
        { kind: 'edition', day, stage, dates: compact({ [stage]: since }), status } as const,
      ]),
    );
    const records = rows.map((one) => {
      const statement = of.get(one.code);
      const all = [
        ...(earlier.get(one.code) ?? []),
        ...(statement === undefined ? [] : [{ ...statement, revision }]),
      ];
      return record(one.code, {
        ...toFacts(one),
        events: stageHistory(all),
        status: statusHistory(all),
      });
    });
    const statements_of = (code: string) => {
      const statement = of.get(code);
      return statement && [statement];
    };
    await putProjects(trx, revision, records, { as_of: day, statements_of });
  });

/** Changes the facts of a stored project from a day on, or corrects the present ones. */
async function edit(db: Db, day: string | undefined, one: Row): Promise<void> {
  const [before] = await recordsByCode(db, 'own', [one.code]);
  if (before === undefined) return;
  const facts = { ...before.facts, ...toFacts(one) };
  await writeRevision(db, { ...note, kind: 'project' }, (trx, revision) =>
    putProjects(trx, revision, [{ ...before, facts }], compact({ as_of: day })),
  );
}

/** Takes a step. @returns why it was rejected */
async function apply(db: Db, one: Step): Promise<unknown> {
  if (one.kind === 'edition') await putEdition(db, one.day, one.rows);
  if (one.kind === 'edit') await edit(db, one.day, one.row);
  if (one.kind !== 'undo') return undefined;
  const revision = Math.max(1, (await currentRevision(db)) - one.back);
  const by = { author: 'test', keep_later: true, recorded_at: at };
  return undoRevision(db, revision, by, { pending_above: one.pending_above }).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof UndoRejectionError) return error.rejection;
      throw error;
    },
  );
}

/** The rows of each day, each project with its history, and the changes of each project. */
async function readAll(db: Db, revision: number) {
  const dates = ['2020-06-30', ...days, '2021-02-10', '2021-03-10', '2021-06-30'];
  const rows = await Promise.all(dates.map((day) => readVersionsOn(db, day, revision)));
  const projects = await Promise.all(
    dates.flatMap((as_of) =>
      codes.map((code) => findProject(db, { origin: 'own', as_of, code, knownRevision: revision })),
    ),
  );
  return { rows, projects };
}
const readChanges = (db: Db) => Promise.all(codes.map((code) => projectHistory(db, 'own', code)));

describe.each(engines)(
  'a revision that writes only changed periods, on $name',
  ({ name, open }) => {
    const stores: Db[] = [];
    async function openStore(): Promise<Db> {
      const db = await open();
      stores.push(db);
      return db;
    }
    afterEach(async () => {
      for (const db of stores.splice(0)) await db.close();
    });

    /**
     * Takes the same steps in a store that writes all periods each time, and compares them.
     * @param former - how many first steps write all periods in both stores, as before an upgrade
     */
    async function compare(steps: readonly Step[], former = 0): Promise<void> {
      const [db, whole] = [await openStore(), await openStore()];
      const readings: unknown[] = [];
      for (const [i, one] of steps.entries()) {
        await markAll(whole);
        if (i < former) await markAll(db);
        const rejection = await apply(db, one);
        expect(await apply(whole, one)).toEqual(rejection);
        const now = await currentRevision(db);
        readings[now] = await readAll(db, now);
        expect(readings[now]).toEqual(await readAll(whole, now));
      }
      for (const [revision, read] of readings.entries())
        if (read !== undefined) expect(await readAll(db, revision)).toEqual(read);
      expect(await readChanges(db)).toEqual(await readChanges(whole));
      expect(await countRowsLeft(whole)).toBe(0);
      await db.write(completeUndo);
      expect(await verifyChain(db.read)).toMatchObject({ whole: true });
    }

    const plain: Row = {
      code: 'A-1',
      stage: 'signed',
      status: 'active',
      since: '2021-01-15',
      amount: 1n,
      name: 'Plant',
      plan: undefined,
      actual: undefined,
    };
    const [january, february, march, april] = days;
    const editionOf = (day: (typeof days)[number], more: Partial<Row> = {}): Step => ({
      kind: 'edition',
      day,
      rows: [{ ...plain, ...more }],
    });
    const undoBack = (back: number): Step => ({ kind: 'undo', back, pending_above: 5000 });

    it('undoes a change after a later one, which also changed an earlier period, was undone', () =>
      compare([
        editionOf(january),
        editionOf(february, { amount: 2n }),
        editionOf(april),
        { kind: 'edit', day: january, row: { ...plain, name: 'Works' } },
        undoBack(0),
        undoBack(2),
      ]));

    it('writes a period again whose last event another period moves', () =>
      compare([
        editionOf(january),
        editionOf(march, { amount: 2n, name: 'Works' }),
        { kind: 'edit', day: january, row: { ...plain, amount: 2n } },
      ]));

    it('gives every day at every revision, and all changes, as if it wrote all periods', async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.nat({ max: 4 }), async (list, former) => {
          await compare(list, former);
          for (const store of stores.splice(0)) await store.close();
        }),
        name === 'SQLite' ? { numRuns: 25 } : { numRuns: 3, endOnFailure: true },
      );
    });

    // seen to fail: each edition wrote all periods again, 15 rows after five editions
    it('writes two rows for a period that an edition adds', async () => {
      const db = await openStore();
      for (const [i, day] of [...days, '2021-05-31'].entries())
        await putEdition(db, day, [{ ...plain, amount: BigInt(i) }]);
      const rows = await db.read
        .selectFrom('project_version')
        .select(['valid_from', 'valid_to', 'revision_from', 'revision_to'])
        .orderBy('revision_from')
        .orderBy('valid_from')
        .execute();
      expect(rows.map((one) => one.revision_from)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5]);
    });
  },
);
