import { compact } from '#domain/values/compact.ts';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { damaged } from '#server/db/connect.ts';
import type { Db } from '#server/db/db.ts';
import {
  connectPostgres,
  isPostgres,
  openReader,
  type DatabaseLocation,
} from '#server/db/open-existing.ts';
import { migrate } from './migration-store.ts';
import { openOn } from './open-store.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { openSqliteWorker } from '#server/db/dialects/sqlite-worker.ts';
import { copySqlite, openSqlite } from '#server/db/dialects/sqlite.ts';
import { keepFrozenFigures } from './freeze-link-figures.ts';
import { foldVersion } from './refold-store.ts';
import { ensureStatistics } from '#server/db/statistics.ts';

/** Reader threads for reads of any length. Short reads have a thread of their own. */
const readers = 2;

/**
 * Opens the store at the URL, creates its tables when it is new, and updates them when it is old.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Db> {
  const db = await openMigrated(location);
  await keepFrozenFigures(db).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  return db;
}

async function openMigrated({ url, longestRead }: DatabaseLocation): Promise<Db> {
  if (isPostgres(url))
    return connectPostgres({ url, completes_undos: true, ...compact({ longestRead }) }, (trx) =>
      migrate(trx, 'postgres'),
    );
  if (url === ':memory:') {
    return openOn({
      engine: 'sqlite',
      durability: 'in memory, nothing is kept',
      writer: portDialect(async () => [openSqlite(url)]),
      completes_undos: true,
    });
  }
  mkdirSync(dirname(url), { recursive: true });
  await keepStore(url).catch((error: unknown) => {
    throw sqlErrorKind(error) === 'corrupt' ? damaged(url, error) : error;
  });
  const db = await openOn({
    engine: 'sqlite',
    durability: 'write-ahead log, synchronous=FULL',
    url,
    writer: portDialect(async () => [openSqliteWorker(url)]),
    reader: portDialect(
      async () => Array.from({ length: readers }, () => openSqliteWorker(url, { readOnly: true })),
      longestRead,
    ),
    short: portDialect(
      async () => [openSqliteWorker(url, { readOnly: true, cacheMegabytes: 8 })],
      longestRead,
    ),
    completes_undos: true,
  });
  await ensureStatistics(db).catch((error: unknown) => {
    // a read-only store can be read without statistics
    if (!isStoreUnavailable(error)) throw error;
  });
  return db;
}

/** Reads the version of the rules that derived the rows. @returns undefined for a new store */
async function readFoldVersion(url: string): Promise<number | undefined> {
  const reader = openReader({ url });
  try {
    const { rows: tables } = await sql<{
      name: string;
    }>`select name from sqlite_master where name in ('revision', 'fold_version')`.execute(reader);
    const names = tables.map(({ name }) => name);
    if (!names.includes('revision')) return undefined;
    if (!names.includes('fold_version')) return 0;
    const { rows } = await sql<{ version: number }>`select version from fold_version`.execute(
      reader,
    );
    return rows[0]?.version ?? 0;
  } finally {
    await reader.destroy();
  }
}

/**
 * Copies a store before its histories are derived again, once. A store that cannot be copied is not
 * opened.
 */
async function keepStore(url: string): Promise<void> {
  const copy = `${url}.before-fold-${foldVersion}`;
  if (!existsSync(url) || existsSync(copy)) return;
  const version = await readFoldVersion(url);
  if (version === undefined || version >= foldVersion) return;
  rmSync(`${copy}.partial`, { force: true });
  copySqlite(url, `${copy}.partial`);
  renameSync(`${copy}.partial`, copy);
}
