import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { milestoneTypes, type ProjectRecord } from '#domain/projects/project.ts';
import { stagesAndUnknown, statuses } from '#domain/projects/stage.ts';
import { listMoves } from '#server/changes/move-store.ts';
import { listTransitions } from '#server/changes/transition-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import type { TwoDays } from '#server/changes/two-day-store.ts';
import { undoRevision, UndoRejectionError } from '#server/revisions/undo-store.ts';
import {
  movesByReadingAll,
  transitionsByReadingAll,
} from '../../oracle/figures/moves-by-reading-all.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const days = ['2020-01-01', '2020-03-01', '2020-05-01', '2020-07-01', '2020-09-01', '2020-11-01'];
const day = fc.constantFrom(...days);
const stageEvent = fc.record({
  stage: fc.constantFrom(...stagesAndUnknown),
  date: day,
  by: fc.boolean(),
});
const statusEvent = fc.record({ status: fc.constantFrom(...statuses), date: day });
const milestone = fc.record({
  type: fc.constantFrom(...milestoneTypes),
  plan: fc.constantFrom('2022-01-01', '2022-02-02', '2023-03-03'),
});
const project: fc.Arbitrary<ProjectRecord> = fc
  .record({
    code: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
    events: fc.uniqueArray(stageEvent, {
      minLength: 1,
      maxLength: 4,
      selector: ({ date }) => date,
    }),
    status: fc.uniqueArray(statusEvent, { maxLength: 3, selector: ({ date }) => date }),
    milestones: fc.uniqueArray(milestone, { maxLength: 3, selector: ({ type }) => type }),
    amount: fc.option(fc.constantFrom(1n, 2n, 3n), { nil: undefined }),
  })
  .map(({ code, events, status, milestones, amount }) =>
    record(code, {
      events: events
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .map(({ by, ...event }) => (by ? { ...event, by } : event)),
      status: status.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
      milestones,
      ...compact({ total: amount === undefined ? undefined : cny(amount) }),
    }),
  );
const edition = fc.record({
  as_of: fc.option(day, { nil: undefined }),
  records: fc.uniqueArray(project, { minLength: 1, maxLength: 6, selector: ({ code }) => code }),
  isUndone: fc.boolean(),
});
const queries = fc.record({
  days: fc.tuple(day, day).map((two) => two.toSorted()),
  known: fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })),
  isOneView: fc.boolean(),
  without: fc.subarray(['A', 'B']),
  limit: fc.constantFrom(2, 500),
});
const sort = (rows: readonly object[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    )
    .sort();

describe.each(engines)('moves between two days on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());

  it('equal those from reading and comparing every project', async () => {
    db = await open();
    const by = { author: 'test', kind: 'import', reason: '', origin: 'own' } as const;
    let comparisons = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(edition, { minLength: 1, maxLength: 4 }),
        fc.array(queries, { minLength: 6, maxLength: 6 }),
        async (editions, questions) => {
          await writeRevision(db, by, async (trx) => {
            for (const table of [
              'project_version',
              'project_history',
              'project_statement',
              'project_facts',
            ] as const)
              await trx.deleteFrom(table).execute();
          });
          const first = await currentRevision(db);
          for (const { as_of, records, isUndone } of editions) {
            const asOf = as_of === undefined ? {} : { as_of };
            const { revision } = await writeRevision(db, { ...by, ...asOf }, (trx, newRevision) =>
              putProjects(trx, newRevision, records, asOf),
            );
            if (isUndone)
              await undoRevision(db, revision, { author: 'test' }).catch((error: unknown) =>
                expect(error).toBeInstanceOf(UndoRejectionError),
              );
          }
          const last = await currentRevision(db);
          for (const {
            days: [from = '', to = ''],
            known,
            isOneView,
            without,
            limit,
          } of questions) {
            const [before, after] = known
              .map((at) => Math.min(last, first + at))
              .toSorted((a, b) => a - b) as [number, number];
            const query: TwoDays = {
              origin: 'own',
              from: { day: from, knownRevision: isOneView ? after : before },
              to: { day: to, knownRevision: after },
              measure: 'total_investment',
              without,
            };
            const moves = await listMoves(db.read, query, limit);
            // Whether a day is that of an edition is tested with imports.
            const withoutBy = moves.moves.map(({ by: _by, ...move }) => move);
            expect({ ...moves, moves: withoutBy }).toEqual(
              await movesByReadingAll(db.read, query, limit),
            );
            expect(sort(await listTransitions(db.read, query))).toEqual(
              sort(await transitionsByReadingAll(db.read, query)),
            );
            comparisons += moves.total;
          }
        },
      ),
      { numRuns: 20 },
    );
    expect(comparisons).toBeGreaterThan(50);
  });
});
