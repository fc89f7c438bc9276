import { compact } from '#domain/values/compact.ts';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sql } from 'kysely';
import { damageError } from '#server/db/connect.ts';
import type { Db } from '#server/db/db.ts';
import {
  connectPostgres,
  isPostgres,
  openReader,
  type DatabaseLocation,
} from '#server/db/open-existing.ts';
import { migrate, readSchema, schemaVersion } from './migration-store.ts';
import { openOn } from './open-store.ts';
import { sqlErrorKind } from '#server/db/dialects/port.ts';
import { portDialect } from '#server/db/dialects/port-dialect.ts';
import { openSqliteWorker } from '#server/db/dialects/sqlite-worker.ts';
import { copySqlite, openSqlite, type SqliteConnection } from '#server/db/dialects/sqlite.ts';
import { keepFrozenFigures } from './freeze-link-figures.ts';
import { foldVersion } from './refold-store.ts';
import { ensureStatistics, refreshStatistics } from '#server/db/statistics.ts';

/** The number of reader threads for reads of any length. Short reads have a thread of their own. */
const readers = 2;

/** An update of a store that an older version wrote. */
export interface StoreUpdate {
  /** The schema numbers before and after the update. */
  readonly from: number;
  readonly to: number;
  /**
   * The path of the copy from before the update. Omitted on PostgreSQL, which has its own backups.
   */
  readonly copy?: string;
}
export interface OpenStoreOptions extends DatabaseLocation {
  /** Receives each update before it begins. */
  readonly onUpdate?: (update: StoreUpdate) => void;
}

/**
 * Opens the store at the URL. Creates the tables of a new store, and updates those of an old one.
 * @throws a damage error that names the store if it is corrupt, else the error of the driver
 */
export async function openDatabase(location: OpenStoreOptions): Promise<Db> {
  const isOld =
    location.url !== ':memory:' &&
    (await prepareUpdate(location).catch((error: unknown) => {
      throw sqlErrorKind(error) === 'corrupt' ? damageError(location.url, error) : error;
    }));
  const db = await openMigrated(location);
  await prepareReads(db, isOld).catch(async (error: unknown) => {
    await db.close();
    throw error;
  });
  return db;
}

/**
 * Opens the store of a connection to a database in memory.
 * @throws a damage error for a corrupt store; Error for a store of a newer version
 */
export const openInMemory = (connection: SqliteConnection): Promise<Db> =>
  openOn({
    engine: 'sqlite',
    durability: 'in memory, nothing is stored',
    writer: portDialect(async () => [connection]),
    completes_undos: true,
  });

/** Completes what reads need. An update may have rewritten every row. */
async function prepareReads(db: Db, isUpdated: boolean): Promise<void> {
  await keepFrozenFigures(db);
  await (isUpdated && db.engine === 'postgres'
    ? refreshStatistics(db, Number.POSITIVE_INFINITY)
    : ensureStatistics(db));
}

/** The name of the folder, beside the store, in which a restore prepares its store. */
export const restoreFolder = 'restoring';
/** @throws Error where a restore has not ended: a new store would hide the missing one */
function checkRestore(url: string): void {
  const part = join(dirname(url), restoreFolder);
  if (existsSync(url) || !existsSync(part)) return;
  throw new Error(
    `A restore has not ended: ${part} holds a part of it. Run headway restore FOLDER again, or delete ${part} to begin with a new store.`,
  );
}

async function openMigrated({ url, longestRead }: DatabaseLocation): Promise<Db> {
  if (isPostgres(url))
    return connectPostgres({ url, completes_undos: true, ...compact({ longestRead }) }, (trx) =>
      migrate(trx, 'postgres'),
    );
  if (url === ':memory:') return openInMemory(openSqlite(url));
  checkRestore(url);
  mkdirSync(dirname(url), { recursive: true });
  return openOn({
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
}

/** The number of copies from before updates that are kept, each of another schema. */
const keptCopies = 3;

interface StoredVersions {
  readonly schema: number;
  /** The version of the rules that derived the rows. */
  readonly fold: number;
}
/** Reads the versions of a store. @returns undefined for a new one */
async function readVersions(url: string): Promise<StoredVersions | undefined> {
  const reader = openReader({ url });
  try {
    const { rows: tables } = await (isPostgres(url)
      ? sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = current_schema() and table_name in ('revision', 'fold_version')`
      : sql<{ name: string }>`select name from sqlite_master
          where name in ('revision', 'fold_version')`
    ).execute(reader);
    const names = tables.map(({ name }) => name);
    if (!names.includes('revision')) return undefined;
    const schema = await readSchema(reader);
    if (!names.includes('fold_version')) return { schema, fold: 0 };
    const { rows } = await sql<{ version: number }>`select version from fold_version`.execute(
      reader,
    );
    return { schema, fold: rows[0]?.version ?? 0 };
  } finally {
    await reader.destroy();
  }
}

/**
 * Copies a SQLite store before an update, and reports the update. A store that cannot be copied is
 * not updated.
 * @returns whether an update follows
 */
async function prepareUpdate({ url, onUpdate }: OpenStoreOptions): Promise<boolean> {
  if (!isPostgres(url) && !existsSync(url)) return false;
  const versions = await readVersions(url);
  if (versions === undefined) return false;
  const { schema, fold } = versions;
  if (schema > schemaVersion || (schema === schemaVersion && fold >= foldVersion)) return false;
  const copy = isPostgres(url) ? undefined : copyBefore(url, schema);
  onUpdate?.({ from: schema, to: schemaVersion, ...compact({ copy }) });
  return true;
}

/** Copies a store before an update. @returns the path of the copy */
function copyBefore(url: string, schema: number): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const copy = `${url}.before-schema-${schema}.${time}`;
  const partial = `${url}.before-update.partial`;
  rmSync(partial, { force: true });
  try {
    copySqlite(url, partial);
  } catch (error) {
    rmSync(partial, { force: true });
    if (sqlErrorKind(error) !== 'full') throw error;
    throw new Error(
      `There is no room for a copy of the store before its update. Free ${Math.ceil(statSync(url).size / 1e6)} MB beside ${url} and start again; nothing was changed.`,
      { cause: error },
    );
  }
  renameSync(partial, copy);
  removeCopies(url, schema, copy);
  return copy;
}
/** Removes earlier copies of the same schema, and all others but the newest. */
function removeCopies(url: string, schema: number, keptPath: string): void {
  const start = `${basename(url)}.before-schema-`;
  const copies = readdirSync(dirname(url))
    .flatMap((name) => {
      const [, of, time] = /^(\d+)\.(\w+)$/.exec(name.slice(start.length)) ?? [];
      return name.startsWith(start) && of !== undefined && time !== undefined
        ? [{ path: join(dirname(url), name), schema: Number(of), time }]
        : [];
    })
    .filter(({ path }) => path !== keptPath)
    .toSorted((a, b) => (a.time < b.time ? 1 : -1));
  const others = copies.filter((one) => one.schema !== schema);
  const same = copies.filter((one) => one.schema === schema);
  for (const { path } of [...same, ...others.slice(keptCopies - 1)]) rmSync(path, { force: true });
}
