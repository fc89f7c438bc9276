import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import { openApi } from '../../setup/api/api.ts';
import { openableEngines, type TestStore } from '../../setup/api/stores.ts';

const kindOf = (error: unknown) => [sqlErrorKind(error), isStoreUnavailable(error)];
/** Takes a second or more on either engine, longer than the first request takes to load its code. */
const longQuery = (db: Db) =>
  db.engine === 'postgres'
    ? sql`select pg_sleep(2)`.execute(db.read)
    : sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000000) select count(*) from n`.execute(
        db.read,
      );

describe.each(openableEngines)('a read that takes too long on $name', (engine) => {
  let store: TestStore;
  let db: Db;
  afterEach(async () => {
    await db.close();
    await store.close();
  });
  const open = async (longestRead: number): Promise<void> => {
    store = await engine.open();
    db = await openDatabase({ url: store.db.url ?? '', longestRead });
  };

  it('is aborted, while short reads and later reads are answered', async () => {
    await open(150);
    const long = Promise.allSettled([longQuery(db), longQuery(db), longQuery(db), longQuery(db)]);
    expect(await currentRevision(db.short)).toBe(0);
    const ends = await long;
    const failed = ends.flatMap((end) => (end.status === 'rejected' ? [kindOf(end.reason)] : []));
    // PostgreSQL ends a query that runs too long; on SQLite, where nothing can, the requests behind
    // the two readers are refused
    expect(failed).toEqual(
      Array.from({ length: engine.name === 'postgres' ? 4 : 2 }, () => ['slow', true]),
    );
    expect(await currentRevision(db)).toBe(0);
  });

  it('is answered with 503 and the remedy', async () => {
    await open(150);
    const api = await openApi({
      name: engine.name,
      open: async () => ({ db, close: async () => undefined }),
    });
    const blocked = Array.from({ length: 2 }, () => longQuery(db).catch(() => undefined));
    if (engine.name === 'postgres')
      await sql`lock table project_version in access exclusive mode`.execute(
        await lockedBy(store.db),
      );
    const response = await api.send('GET', '/api/v1/overview');
    expect([
      response.status,
      response.headers.get('retry-after'),
      ((await response.json()) as Problem).code,
    ]).toEqual([503, '60', 'store_busy']);
    expect((await api.send('GET', '/api/v1/health')).status).toBe(200);
    await release?.();
    await Promise.all(blocked);
    expect((await api.send('GET', '/api/v1/overview')).status).toBe(200);
  });
  let release: (() => Promise<unknown>) | undefined;
  /** A transaction that stays open until it is released. */
  async function lockedBy(holder: Db) {
    const trx = await holder.read.startTransaction().execute();
    release = () => trx.rollback().execute();
    return trx;
  }
});
