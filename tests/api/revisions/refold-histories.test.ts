import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StageEvent } from '#domain/projects/project.ts';
import { sealRevisions } from '#server/db/hash-chain/seal.ts';
import type { Db } from '#server/db/db.ts';
import { openReader } from '#server/db/open-existing.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import { readFirstKnownDay } from '#server/zone/first-known-day-store.ts';
import { readStatedProjects } from '#server/projects/history/history-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { refold } from '#server/storage/refold-store.ts';
import { currentRevision, listRevisions, writeRevision } from '#server/db/revision-log.ts';
import { verifyChain } from '#server/db/hash-chain/verify-chain.ts';
import { listZoneVersions, readZone, writeZone } from '#server/zone/store.ts';
import { findDefinitions } from '#domain/zone/definitions.ts';
import { exampleZone } from '#server/samples/example-zone.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { record } from '../../setup/api/store-records.ts';

/** A stage without a day, as it was stored before there were statements. */
const undated = (stage: string): StageEvent => ({ stage }) as unknown as StageEvent;
const first = {
  author: 'a',
  kind: 'import',
  reason: 'first.csv',
  origin: 'own',
  as_of: '2021-05-31',
} as const;
const second = { ...first, reason: 'second.csv', as_of: '2021-07-31' };
const moved = {
  author: 'b',
  kind: 'project_stage',
  reason: 'P2',
  origin: 'own',
  as_of: '2021-08-15',
} as const;

/**
 * Two editions and a move, as a version wrote them that dated an undated stage to the beginning.
 */
async function writeOldStore(db: Db): Promise<void> {
  await writeRevision(db, first, async (trx, revision) => {
    const { complete_from: _, ...zone } = exampleZone;
    await writeZone(trx, revision, { ...zone, origin: 'own' });
    await putProjects(
      trx,
      revision,
      [
        record('P1', { events: [undated('full_capacity')], extra: { 签约日期: '2020-10-16' } }),
        record('P2', { events: [undated('negotiation')] }),
        record('P3', { events: [{ stage: 'lead', date: '2021-01-10' }] }),
      ],
      { as_of: first.as_of, imported_from: () => ({ file: 'first.csv', row: 2, revision }) },
    );
    const columns = JSON.stringify([{ name: 'signed_date', column: 'E', header: '签约日期' }]);
    await sql`insert into import_columns (revision, columns_json) values (${revision}, ${columns})`.execute(
      trx,
    );
  });
  await writeRevision(db, second, (trx, revision) =>
    putProjects(
      trx,
      revision,
      [record('P2', { events: [undated('negotiation'), { stage: 'signed', date: second.as_of }] })],
      {
        as_of: second.as_of,
      },
    ),
  );
  await writeRevision(db, moved, (trx, revision) =>
    putProjects(
      trx,
      revision,
      [
        record('P2', {
          events: [
            undated('negotiation'),
            { stage: 'signed', date: second.as_of },
            { stage: 'registered', date: moved.as_of },
          ],
        }),
      ],
      { as_of: moved.as_of },
    ),
  );
  await db.write(async (trx) => {
    await sql`delete from project_statement`.execute(trx);
    await sql`update fold_version set version = 2`.execute(trx);
    await sql`update revision set hash = null`.execute(trx);
    await sealRevisions(trx, { id: 0, hash: null });
  });
}
const eventsOf = async (db: Db, register?: number) =>
  Object.fromEntries(
    (await readStatedProjects(db, 'own', ['P1', 'P2', 'P3'], register)).map(
      ({ code, stage_events }) => [code, stage_events],
    ),
  );

describe.each(engines)('a store without stored statements on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());

  test('rebuilds its histories in one revision, and former revisions stay', async () => {
    const { db } = store;
    await writeOldStore(db);
    const before = await eventsOf(db);
    await db.write((trx) => refold(trx, engine.name));
    expect(await eventsOf(db)).toEqual({
      // the date of signing stood beside the project, since its present stage had none
      P1: [
        { stage: 'signed', date: '2020-10-16' },
        { stage: 'full_capacity', date: '2021-05-31', by: true },
      ],
      P2: [
        { stage: 'negotiation', date: '2021-05-31', by: true },
        { stage: 'signed', date: '2021-07-31', by: true },
        { stage: 'registered', date: '2021-08-15' },
      ],
      P3: [{ stage: 'lead', date: '2021-01-10' }],
    });
    expect(await eventsOf(db, 3)).toEqual(before);
    const zone = await readZone(db, 'own');
    expect(zone && (await readFirstKnownDay(db, zone, { origin: 'own' }))).toBe('2021-05-31');
    expect((await listRevisions(db, { limit: 9 })).map(({ kind }) => kind)).toEqual([
      'refold',
      'project_stage',
      'import',
      'import',
    ]);
    expect(await verifyChain(db)).toMatchObject({ whole: true });
    const versions = await listZoneVersions(db, 'own');
    expect(findDefinitions(versions)?.version).toBe(2);
    await db.write((trx) => refold(trx, engine.name));
    expect(await currentRevision(db)).toBe(4);
  });
});

test('a database file is copied once before its histories are rebuilt', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'headway-test-'));
  const url = join(folder, 'headway.db');
  try {
    const old = await openDatabase({ url });
    await writeOldStore(old);
    await old.close();
    const findCopies = () =>
      readdirSync(folder).filter((name) => name.startsWith('headway.db.before-schema-'));
    expect(findCopies()).toEqual([]);
    const now = await openDatabase({ url });
    expect(await currentRevision(now)).toBe(4);
    await now.close();
    const [copy = '', ...more] = findCopies();
    expect(more).toEqual([]);
    const copyReader = openReader({ url: join(folder, copy) });
    expect((await copyReader.selectFrom('revision').select('id').execute()).length).toBe(3);
    await copyReader.destroy();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
