import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Db } from '#server/db/db.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { currentRevision, writeRevision } from '#server/db/revision-log.ts';
import { undoRevision } from '#server/revisions/undo-store.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { engines } from '../../setup/api/store-engines.ts';
import { cny, record } from '../../setup/api/store-records.ts';

const codes = Array.from({ length: 12 }, (_, i) => `P${i}`);
const owner = (name: string): Partial<ProjectFacts> => ({ owner: name });
/** What an edition does to each project, and what a person does to it afterwards. */
const project = fc.record({
  before: fc.boolean(),
  edition: fc.constantFrom('amount', 'stage', 'same', 'absent'),
  later: fc.constantFrom('nothing', 'owner', 'owner_undone'),
});

describe.each(engines)('undoing an import on $name', ({ open }) => {
  let db: Db;
  afterEach(async () => db.close());
  const put = async (records: readonly ProjectRecord[], kind = 'import'): Promise<number> => {
    const by = { author: 'test', kind, reason: '', origin: 'own', as_of: '2021-05-10' } as const;
    return (await writeRevision(db, by, (trx, revision) => putProjects(trx, revision, records)))
      .revision;
  };
  const present = async () =>
    new Map((await recordsByCode(db, 'own', codes)).map((one) => [one.code, one]));

  it('restores each project but keeps later changes of others; undoing the undo restores the import', async () => {
    db = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.array(project, { minLength: codes.length, maxLength: codes.length }),
        async (plans) => {
          await writeRevision(db, { author: 'test', kind: 'import', reason: '' }, async (trx) => {
            for (const table of [
              'project_version',
              'project_history',
              'project_statement',
              'project_facts',
            ] as const)
              await trx.deleteFrom(table).execute();
          });
          const start = await currentRevision(db);
          const of = plans.map((plan, i) => ({ ...plan, code: codes[i] ?? '' }));
          await put(
            of.filter(({ before }) => before).map(({ code }) => record(code, { total: cny(1n) })),
          );
          const was = await present();
          const edition = await put(
            of.flatMap(({ code, edition: does }) =>
              does === 'absent'
                ? []
                : [
                    record(code, {
                      total: cny(does === 'amount' ? 2n : 1n),
                      ...compact({
                        events:
                          does === 'stage'
                            ? [{ stage: 'signed' as const, date: '2021-02-01' }]
                            : undefined,
                      }),
                    }),
                  ],
            ),
          );
          const after = await present();
          // the values of an import can only be undone as a whole: no edit touches them here
          const edits = of.filter(({ code, later }) => later !== 'nothing' && was.has(code));
          for (const { code, later } of edits) {
            const now = after.get(code);
            if (now === undefined) continue;
            const revision = await put(
              [{ ...now, facts: { ...now.facts, ...owner('Li') } }],
              'project',
            );
            if (later === 'owner_undone') await undoRevision(db, revision, { author: 'test' });
          }
          const last = await present();
          const { revision } = await undoRevision(db, edition, { author: 'test' });
          const ownerCodes = new Set(
            edits.filter(({ later }) => later === 'owner').map(({ code }) => code),
          );
          const expected = [...was].map(
            ([code, one]) =>
              [
                code,
                ownerCodes.has(code) ? { ...one, facts: { ...one.facts, ...owner('Li') } } : one,
              ] as const,
          );
          expect(await present()).toEqual(new Map(expected));
          await undoRevision(db, revision, { author: 'test' });
          expect(await present()).toEqual(last);
          expect(await currentRevision(db)).toBeGreaterThan(start);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps the chain of revisions intact', async () => {
    db = await open();
    await put(codes.map((code) => record(code, { total: cny(1n) })));
    const edition = await put(codes.map((code) => record(code, { total: cny(2n) })));
    await put([record('P3', { total: cny(2n), owner: 'Li' })], 'project');
    await undoRevision(db, edition, { author: 'test' });
    expect(await verifyChain(db)).toMatchObject({ whole: true });
  });
});
