import { compact } from '#domain/values/compact.ts';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { readOn, type Db, type Reader } from '#server/db/db.ts';
import { damaged, openOn, type OpenOptions } from './open-store.ts';
import { isStoreUnavailable, sqlErrorKind } from '#server/db/dialects/port.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { checkDurable, postgresDialect, postgresPool } from '#server/db/dialects/postgres.ts';
import { openSqliteWorker } from '#server/db/dialects/sqlite-worker.ts';
import { copySqlite, openSqlite } from '#server/db/dialects/sqlite.ts';
import { keepFrozenFigures } from './freeze-link-figures.ts';
import { foldVersion } from './refold-store.ts';
import { ensureStatistics } from '#server/db/statistics.ts';

export interface DatabaseLocation {
  /** A path of a SQLite file, `:memory:`, or `postgres://…`. */
  readonly url: string;
  /** For how many ms a read may run on PostgreSQL, or wait for others on SQLite; absent: without end. */
  readonly longestRead?: number;
}

const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url);
/** Reader threads beside the writer for reads of any length; short ones have one of their own. */
const readers = 2;

/** Opens the store that the URL names, makes its tables when it is new, and brings them up to date when it is old. */
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
    return openPostgres({
      url,
      completes_undos: true,
      ...compact({ longestRead }),
    });
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
    // a store that can't be written can be read without them
    if (!isStoreUnavailable(error)) throw error;
  });
  return db;
}

/** The way by which the rows of a store were made; undefined for a store that has none yet. */
async function foldVersionOf(url: string): Promise<number | undefined> {
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

/** Copies a store whose histories are to be made anew, beside it and once; what can't be copied is not opened. */
async function keepStore(url: string): Promise<void> {
  const copy = `${url}.before-fold-${foldVersion}`;
  if (!existsSync(url) || existsSync(copy)) return;
  const version = await foldVersionOf(url);
  if (version === undefined || version >= foldVersion) return;
  rmSync(`${copy}.partial`, { force: true });
  copySqlite(url, `${copy}.partial`);
  renameSync(`${copy}.partial`, copy);
}

/** A process that reads or writes a register once, from its beginning to its end, has little use of a cache. */
const small = { cacheMegabytes: 16 } as const;
/** Opens a store that is there already in this thread, to write: nobody waits for its answers. */
export const openWriter = ({ url }: DatabaseLocation): Promise<Db> =>
  isPostgres(url)
    ? openPostgres({ url, completes_undos: false })
    : openOn({
        engine: 'sqlite',
        durability: 'write-ahead log, synchronous=FULL',
        url,
        writer: portDialect(async () => [openSqlite(url, small)]),
      });

/** Opens a store that is there already, in this thread and to read only. */
export const openReader = ({ url }: DatabaseLocation): Reader =>
  readOn(
    isPostgres(url)
      ? postgresDialect(postgresPool(url))
      : portDialect(async () => [openSqlite(url, { readOnly: true, ...small })]),
  );

async function openPostgres({
  url,
  longestRead,
  completes_undos,
}: DatabaseLocation & Pick<OpenOptions, 'completes_undos'>): Promise<Db> {
  const pool = postgresPool(url);
  try {
    await checkDurable(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return openOn({
    engine: 'postgres',
    completes_undos: completes_undos === true,
    durability: 'fsync=on, synchronous_commit=on',
    url,
    writer: postgresDialect(pool),
    reader: postgresDialect(postgresPool(url, { most: 8, longestStatement: longestRead })),
    short: postgresDialect(postgresPool(url, { most: 2, longestStatement: longestRead })),
  });
}
