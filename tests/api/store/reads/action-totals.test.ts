import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { listActions } from '#server/projects/actions/action-list-store.ts';
import { addDayEnd, candidates } from '#server/projects/actions/action-store.ts';
import { addEvidence } from '#server/projects/evidence/store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { putIssue } from '#server/projects/issues/store.ts';
import { engines } from '../../../setup/api/store-engines.ts';
import { record } from '../../../setup/api/store-records.ts';

// days before and after the limits of 2021-06-30
const day = fc.constantFrom('2019-03-01', '2021-06-01', '2021-07-20');
const project = fc.record({
  event: day,
  update: fc.option(day),
  plan: fc.option(day),
  due: fc.option(day),
  proof: fc.option(day),
});

describe.each(engines)('the totals of the list of actions on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const note = { author: 't', kind: 'import', reason: '', origin: 'own' } as const;

  // seen to fail: the total without the projects that are over a limit by an issue or a file only
  it('count the projects that are over a limit one by one, with issues and files', async () => {
    db = await open();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(project, { minLength: 2, maxLength: 12 }), async (projects) => {
        runs += 1;
        const codes = projects.map((_, at) => `P${runs}-${at}`);
        await writeRevision(db, note, async (trx, revision) => {
          await putProjects(
            trx,
            revision,
            projects.map(({ event, update, plan }, at) =>
              record(codes[at] ?? '', {
                ...(update === null ? {} : { last_update: update }),
                milestones: plan === null ? [] : [{ type: 'completion', plan }],
                events: [{ stage: 'negotiation', date: event }],
              }),
            ),
          );
          for (const [at, { due, proof }] of projects.entries()) {
            const key = { origin: 'own', code: codes[at] ?? '' } as const;
            if (due !== null)
              await putIssue(trx, revision, key, `i${runs}-${at}`, {
                text: 'No power',
                severity: 'high',
                since: '2019-01-01',
                due,
              });
            if (proof !== null)
              await addEvidence(
                trx,
                revision,
                key,
                {
                  id: `e${runs}-${at}`,
                  of: 'milestone',
                  which: 'completion',
                  file: 'a.pdf',
                  type: 'pdf',
                  size: 1,
                  sha256: 'a'.repeat(64),
                  added_by: 't',
                  added_at: `${proof}T00:00:00.000Z`,
                },
                'AA==',
              );
          }
        });
        const scope = {
          origin: 'own',
          as_of: '2021-06-30',
          knownRevision: await currentRevision(db),
        } as const;
        const rows = await candidates(db.read, await addDayEnd(db.read, scope)).execute();
        const over = rows.filter(
          ({ overdue, stale, due, blocked, event, stalled_before: limit }) =>
            (overdue ?? stale ?? due ?? blocked) !== null ||
            (event !== null && limit !== null && event < limit),
        );
        const { total, overdue, stale } = await listActions(db.read, {
          scope,
          currencies: [],
          limit: 3,
        });
        expect({ total, overdue, stale }).toEqual({
          total: over.length,
          overdue: over.filter((row) => row.overdue !== null).length,
          stale: over.filter((row) => row.stale !== null).length,
        });
      }),
      { numRuns: 12 },
    );
  });
});
