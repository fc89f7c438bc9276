import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealRevisions } from '#server/db/chain/seal.ts';
import { open } from '#server/db/tables.ts';
import { putProjects } from '#server/store/put-projects.ts';
import { refold } from '#server/store/refold.ts';
import { registerView } from '#server/store/register-view.ts';
import { currentRevision, listRevisions, writeRevision } from '#server/store/revisions.ts';
import { verifyChain } from '#server/store/verify-chain.ts';
import { engines, type TestStore } from '../setup/stores.ts';
import { record } from './store-records.ts';

describe.each(engines)('a store of before on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());

  test('counts what its milestones promised by the rule of today, in one revision of the projects that it changes', async () => {
    const { db } = store;
    const late = { milestones: [{ type: 'start', plan: '2021-01-31' }] } as const;
    await writeRevision(db, { author: 'a', kind: 'import', reason: 'x', origin: 'own' }, (trx, revision) =>
      putProjects(trx, revision, [record('A1', late), record('A2')]),
    );
    const overdue = async (): Promise<readonly string[]> => {
      const view = await registerView(db, {
        origin: 'own',
        as_of: '2021-04-16',
        mapping: { established: [], pipeline: ['lead'] },
        known: await currentRevision(db),
        without: [],
      });
      return view.overdue.map(({ code }) => code);
    };
    // as a Headway wrote it to which a plan without a baseline promised nothing
    await db.write(async (trx) => {
      await sql`update project_version set overdue_baseline = null`.execute(trx);
      await sql`update fold_version set version = 0`.execute(trx);
      await sql`update revision set hash = null`.execute(trx);
      await sealRevisions(trx, { id: 0, hash: null });
    });
    expect(await overdue()).toEqual([]);
    await db.write(refold);
    expect(await overdue()).toEqual(['A1']);
    const written = await db.read.selectFrom('project_version').select('code').where('revision_from', '=', 2).execute();
    expect(written.map(({ code }) => code)).toEqual(['A1']);
    const held = await db.read.selectFrom('project_version').select('code').where('revision_to', '=', open).orderBy('code').execute();
    expect(held.map(({ code }) => code)).toEqual(['A1', 'A2']);
    expect((await listRevisions(db, { limit: 9 })).map(({ kind }) => kind)).toEqual(['refold', 'import']);
    expect(await verifyChain(db)).toMatchObject({ whole: true, revisions: 2 });
    await db.write(refold);
    expect(await currentRevision(db)).toBe(2);
  });
});
