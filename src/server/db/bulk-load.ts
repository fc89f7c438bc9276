import { sql } from 'kysely';
import { getEngine, type Trx } from './db.ts';

/**
 * The number of projects from which an import lists all codes, has SQLite in a thread of its own, and
 * usually builds indexes after its rows.
 */
export const usualBulk = 20_000;
/** The tables that have the rows of a project. */
const loadedTables = ['project_version', 'project_facts', 'project_history', 'project_statement'];

/**
 * Stores many new projects. A store on SQLite that has fewer projects gets its indexes afterwards:
 * one sort takes a fraction of the time of a million places in each index. PostgreSQL would lock
 * readers out.
 * @param count - the number of projects that the work stores
 * @param bulk - the number from which indexes are built afterwards
 */
export async function loadProjects(
  trx: Trx,
  count: number,
  work: () => Promise<void>,
  bulk = usualBulk,
): Promise<void> {
  if (getEngine(trx) === 'postgres' || count < bulk || (await hasMoreProjects(trx, count)))
    return work();
  const { rows: indexes } = await sql<{ readonly name: string; readonly definition: string }>`
    select name, sql as definition from sqlite_master
    where type = 'index' and sql is not null and tbl_name in (${sql.join(loadedTables)})`.execute(
    trx,
  );
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(trx);
  await work();
  for (const { definition } of indexes) await sql.raw(definition).execute(trx);
  // the statistics of dropped indexes are gone; the end of the import or the next start gathers them
  await sql`drop table if exists sqlite_stat1`.execute(trx);
}

async function hasMoreProjects(trx: Trx, count: number): Promise<boolean> {
  const { rows } =
    await sql`select 1 from project_history limit 1 offset ${sql.lit(count)}`.execute(trx);
  return rows.length > 0;
}
