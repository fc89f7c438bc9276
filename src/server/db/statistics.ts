import { sql } from 'kysely';
import type { Db, Trx } from './db.ts';
import { isStoreUnavailable } from './dialects/port.ts';

/** The number of changed rows from which the planner's statistics count as stale. */
const bulk = 1000;
/** The same number for a small register on PostgreSQL, as that of its own autovacuum. */
const smallBulk = 50;
const tables = [
  'project_version',
  'project_facts',
  'project_history',
  'project_statement',
  'observation',
] as const;
/**
 * The number of rows that SQLite samples of each index. The limit makes the time independent of the
 * size of the register, since sampling blocks other writers.
 */
const sampledRows = 1000;
/** The share of the register from which a change makes the statistics of SQLite stale. */
const staleShare = 0.1;

/**
 * Updates the planner's statistics after a bulk write. Plans of lists and sums depend on them.
 * PostgreSQL plans for a small register badly without them, and its autovacuum comes a minute later.
 * SQLite blocks other writers meanwhile, so a change of a small share keeps its statistics.
 * A store that is full or read-only keeps its old ones: what was written before is stored.
 */
export const refreshStatistics = (db: Db, changeCount: number): Promise<void> =>
  gatherStatistics(db, changeCount).catch((error: unknown) => {
    if (!isStoreUnavailable(error)) throw error;
  });

async function gatherStatistics(db: Db, changeCount: number): Promise<void> {
  if (db.engine === 'sqlite') {
    const rows = await countAnalysedRows(db);
    if (changeCount >= Math.max(bulk, rows * staleShare)) await db.write(analyseSqlite);
  } else if (changeCount >= bulk || (changeCount >= smallBulk && (await isSmall(db))))
    await vacuumPostgres(db);
}

/**
 * Gathers statistics and marks the pages of the new rows as visible to all. Until then PostgreSQL
 * reads the row of each entry of an index. The longest time of a read does not apply.
 */
async function vacuumPostgres(db: Db): Promise<void> {
  const names = sql.join([...tables, 'search_piece'].map((table) => sql.table(table)));
  await db.read.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      await sql`vacuum (analyze, skip_locked) ${names}`.execute(connection);
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

/** Whether a register on PostgreSQL has few versions or no statistics yet. */
async function isSmall(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_class
    where oid = cast('project_version' as regclass) and reltuples < ${sql.lit(bulk)}`.execute(
    db.read,
  );
  return rows.length > 0;
}

/**
 * Gathers the statistics of a store that has none: of a large one on SQLite, of any with a project on
 * PostgreSQL, such as one that `pg_restore` filled. It reads on the connection of short reads, so that
 * a start opens no other.
 */
export async function ensureStatistics(db: Db): Promise<void> {
  if (await hasStatistics(db)) return;
  const least = db.engine === 'sqlite' ? bulk : 0;
  const { rows: last } =
    await sql`select 1 from project_version limit 1 offset ${sql.lit(least)}`.execute(db.short);
  if (last.length > 0) await refreshStatistics(db, Number.POSITIVE_INFINITY);
}

async function hasStatistics(db: Db): Promise<boolean> {
  if (db.engine === 'sqlite') return hasAnalysis(db);
  const { rows } =
    await sql`select 1 from pg_class where oid = cast('project_version' as regclass) and reltuples > 0`.execute(
      db.short,
    );
  return rows.length > 0;
}

/** Whether SQLite has a table of statistics. */
async function hasAnalysis(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_master where name = 'sqlite_stat1'`.execute(
    db.short,
  );
  return rows.length > 0;
}

/** Counts the versions by the statistics of SQLite. @returns 0 without statistics */
async function countAnalysedRows(db: Db): Promise<number> {
  if (!(await hasAnalysis(db))) return 0;
  // the statistics of an index begin with the number of its rows
  const { rows } = await sql<{ readonly rows: number }>`select cast(stat as integer) as rows
    from sqlite_stat1 where idx = 'project_version_known'`.execute(db.short);
  return rows[0]?.rows ?? 0;
}

/**
 * Recreates the table of statistics, since other connections read it again only if the schema
 * changed.
 */
async function analyseSqlite(trx: Trx): Promise<void> {
  await sql`pragma analysis_limit = ${sql.lit(sampledRows)}`.execute(trx);
  await sql`drop table if exists sqlite_stat1`.execute(trx);
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(trx);
}
