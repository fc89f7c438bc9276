import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealRevisions } from '#server/db/hash-chain/seal.ts';
import { open } from '#server/db/schema/tables.ts';
import { findMark } from '#domain/zone/industries.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import { sameWords } from '#domain/values/term.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { refold } from '#server/storage/refold-store.ts';
import { readRegisterView } from '#server/overview/register-view-store.ts';
import { currentRevision, listRevisions, writeRevision } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { readZone, writeZone } from '#server/zone/store.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { cny, record } from '../../setup/api/store-records.ts';

describe.each(engines)('a store of a former version on', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());

  test('applies the present rule to milestones in one revision of the affected projects', async () => {
    const { db } = store;
    const events = [{ stage: 'lead', date: '2021-04-01' }] as const;
    const late = { events, milestones: [{ type: 'start', plan: '2021-01-31' }] } as const;
    await writeRevision(
      db,
      { author: 'a', kind: 'import', reason: 'x', origin: 'own' },
      (trx, revision) => putProjects(trx, revision, [record('A1', late), record('A2', { events })]),
    );
    const listOverdue = async (): Promise<readonly string[]> => {
      const view = await readRegisterView(db, {
        origin: 'own',
        as_of: '2021-04-16',
        mapping: { established: [], pipeline: ['lead'] },
        knownRevision: await currentRevision(db),
        without: [],
      });
      return view.actions.rows.map(({ project }) => project.code);
    };
    // as a version wrote it for which a plan without a baseline was no promise
    await db.write(async (trx) => {
      await sql`update project_version set overdue_baseline = null`.execute(trx);
      await sql`update fold_version set version = 0`.execute(trx);
      await sql`update revision set hash = null`.execute(trx);
      await sealRevisions(trx, { id: 0, hash: null });
    });
    expect(await listOverdue()).toEqual([]);
    await db.write(refold);
    expect(await listOverdue()).toEqual(['A1']);
    const rows = await db.read
      .selectFrom('project_version')
      .select('code')
      .where('revision_from', '=', 2)
      .execute();
    expect(rows.map(({ code }) => code)).toEqual(['A1']);
    const all = await db.read
      .selectFrom('project_version')
      .select('code')
      .where('revision_to', '=', open)
      .orderBy('code')
      .execute();
    expect(all.map(({ code }) => code)).toEqual(['A1', 'A2']);
    expect((await listRevisions(db, { limit: 9 })).map(({ kind }) => kind)).toEqual([
      'refold',
      'import',
    ]);
    expect(await verifyChain(db)).toMatchObject({ whole: true, revisions: 2 });
    await db.write(refold);
    expect(await currentRevision(db)).toBe(2);
  });

  test('computes the first plan dates and last events of every known version, in the existing rows', async () => {
    const { db } = store;
    const events = [{ stage: 'signed', date: '2020-10-01' }] as const;
    const put = (as_of: string, plan: string, total: bigint) =>
      writeRevision(
        db,
        { author: 'a', kind: 'import', reason: 'x', origin: 'own', as_of },
        (trx, revision) =>
          putProjects(
            trx,
            revision,
            [record('A1', { events, total: cny(total), milestones: [{ type: 'start', plan }] })],
            { as_of },
          ),
      );
    await put('2020-12-31', '2021-03-31', 5n);
    await put('2021-03-31', '2021-06-30', 6n);
    const rows = () =>
      db.read
        .selectFrom('project_version')
        .select(['revision_from', 'valid_from', 'plan_dates', 'event_since'])
        .orderBy('revision_from')
        .orderBy('valid_from')
        .execute();
    const before = await rows();
    expect(before.map(({ event_since }) => event_since)).toContain('2021-03-31');
    await db.write(async (trx) => {
      await sql`update project_version set plan_dates = null, event_since = null`.execute(trx);
      await sql`update fold_version set version = 1`.execute(trx);
      await refold(trx);
    });
    expect(await rows()).toEqual(before);
    expect(await currentRevision(db)).toBe(2);
    expect(await verifyChain(db)).toMatchObject({ whole: true, revisions: 2 });
  });

  test('gives each industry its own mark when it opens', async () => {
    const { db } = store;
    const ids = Array.from({ length: 10 }, (_, at) => `industry ${at}`);
    await writeRevision(
      db,
      { author: 'a', kind: 'import', reason: 'x', origin: 'own' },
      async (trx, revision) => {
        // two industries with one mark, and eight that the settings don't name
        const named = ids.slice(0, 2).map((id) => ({
          id,
          name: sameWords(id),
          short: sameWords(id),
          colour: 'services' as const,
        }));
        await writeZone(trx, revision, { ...profile, origin: 'own', industries: named });
        const lead = { events: [{ stage: 'lead', date: '2021-04-01' }] } as const;
        await putProjects(
          trx,
          revision,
          ids.map((industry, at) => {
            const newRecord = record(`P${at}`, lead);
            return { ...newRecord, facts: { ...newRecord.facts, industry } };
          }),
        );
      },
    );
    await db.write(async (trx) => {
      await sql`update fold_version set version = 3`.execute(trx);
      await refold(trx);
    });
    const industries = (await readZone(db, 'own'))?.industries ?? [];
    const marks = ids.map((id) => findMark(industries, id));
    expect(marks.slice(0, 2)).toEqual(['services', 'eco']);
    expect(new Set(marks.slice(0, 8)).size).toBe(8);
    expect(marks.slice(8)).toEqual(['other', 'other']);
    expect((await listRevisions(db, { limit: 9 })).map(({ kind }) => kind)).toEqual([
      'refold',
      'import',
    ]);
    expect(await verifyChain(db)).toMatchObject({ whole: true, revisions: 2 });
    await db.write(refold);
    expect(await currentRevision(db)).toBe(2);
  });
});
