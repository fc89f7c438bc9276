import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';

/** From this many changed rows on, what PostgreSQL assumes of a table misleads it. */
const bulk = 1000;

/**
 * After a bulk write, lets PostgreSQL look at the changed tables anew: until its own vacuum comes round it plans lists as if
 * they were small. SQLite walks the right index without.
 */
export async function refreshStatistics(db: Db, changed: number): Promise<void> {
  if (db.engine !== 'postgres' || changed < bulk) return;
  await sql`analyze project_version, project_facts, project_history, observation`.execute(db.read);
}
