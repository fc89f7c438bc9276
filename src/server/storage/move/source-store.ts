import { Kysely, sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { writerLock } from '#server/db/connect.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { postgresDialect, postgresPool } from '#server/db/dialects/postgres.ts';
import { openSqlite } from '#server/db/dialects/sqlite.ts';
import { pendingRevision } from '#server/db/hash-chain/seal.ts';
import { isPostgres } from '#server/db/open-existing.ts';
import { serverLock } from '#server/db/server-lock.ts';
import { readSchema, schemaVersion } from '#server/storage/migration-store.ts';
import type { Tables } from '#server/db/schema/tables.ts';
import { MoveRejection } from './move-rejection.ts';

const inUse = (): MoveRejection =>
  new MoveRejection(
    'The store is in use. Stop Headway and every command that works on it, then move it.',
  );

/**
 * Opens a store for copying, in one transaction. Its values are in the form of its engine. It is
 * open exclusively, so that nobody writes data that the copy would lack.
 * @throws MoveRejection if it is in use or not up to date
 */
export const withSource = <T>(url: string, work: (source: Reader) => Promise<T>): Promise<T> =>
  isPostgres(url) ? withPostgres(url, work) : withSqlite(url, work);

async function withSqlite<T>(url: string, work: (source: Reader) => Promise<T>): Promise<T> {
  const connection = openSqlite(url);
  const source = new Kysely<Tables>({ dialect: portDialect(async () => [connection]) });
  try {
    // this connection then owns the write-ahead log, and any other connection prevents that
    await sql`pragma locking_mode = exclusive`.execute(source);
    return await source.transaction().execute(async (trx) => {
      await checkUpToDate(trx);
      return work(trx);
    });
  } catch (error) {
    throw sqlErrorKind(error) === 'busy' ? inUse() : error;
  } finally {
    await source.destroy();
  }
}

async function withPostgres<T>(url: string, work: (source: Reader) => Promise<T>): Promise<T> {
  const source = new Kysely<Tables>({
    dialect: postgresDialect(() => postgresPool(url, { most: 1 })),
  });
  try {
    return await source
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        const { rows } = await sql<{ free: boolean }>`
          select pg_try_advisory_xact_lock(${sql.lit(serverLock)})
            and pg_try_advisory_xact_lock(${sql.lit(writerLock)}) as free`.execute(trx);
        if (rows[0]?.free !== true) throw inUse();
        await checkUpToDate(trx);
        return work(trx);
      });
  } finally {
    await source.destroy();
  }
}

async function checkUpToDate(source: Reader): Promise<void> {
  if ((await readSchema(source)) === schemaVersion && (await pendingRevision(source)) === undefined)
    return;
  throw new MoveRejection(
    'The store is not up to date. Run headway verify on it once, which updates it, then move it.',
  );
}
