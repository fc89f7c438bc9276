import { sql } from 'kysely';
import type { Db } from '#server/db/db.ts';
import { completeUndo } from '#server/db/pending-undo.ts';
import { open } from '#server/db/schema/tables.ts';
import { columnList, undoneTables } from '#server/db/undone-tables.ts';

/**
 * Changes the search text of every present row, so that the next revision writes all periods of its
 * projects, as every revision did before.
 */
export const markAll = (db: Db): Promise<void> =>
  db.write(async (trx) => {
    await completeUndo(trx);
    await sql`update project_version set search_fold = '-' where revision_to = ${open}`.execute(
      trx,
    );
  });

const listed = undoneTables
  .filter(({ name }) => name === 'project_version')
  .flatMap(({ key, columns }) => [...key, ...columns])
  .filter((column) => column !== 'search_fold');

/** Reads the rows of a day as known at a revision, without the revisions that wrote them. */
export async function readVersionsOn(
  { read }: Pick<Db, 'read'>,
  day: string,
  revision: number,
): Promise<readonly object[]> {
  const { rows } = await sql<object>`select ${columnList(listed)} from project_version
    where valid_from <= ${day} and valid_to > ${day} and revision_from <= ${revision} and revision_to > ${revision}
    order by origin, code`.execute(read);
  return rows;
}

/** Counts the rows that a revision left as they were, of projects that it changed. */
export async function countRowsLeft({ read }: Pick<Db, 'read'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from project_version as v
    join project_history as h on h.origin = v.origin and h.code = v.code
    where v.revision_from < h.revision_from and v.revision_to > h.revision_from`.execute(read);
  return Number(rows[0]?.count ?? 0);
}
