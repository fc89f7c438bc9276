import { sql } from 'kysely';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import type { Key, MergeResult } from './undo-conflict-store.ts';

/**
 * Ends statements of the revision that a later revision stored. The migration to statements did so.
 */
export async function endStatements(
  trx: Trx,
  id: number,
  revision: number,
  except: readonly Key[],
): Promise<void> {
  const stays = [...new Set(except.map(({ code = '' }) => code))];
  await trx
    .updateTable('project_statement')
    .set({ revision_to: revision })
    .where('stated', '=', id)
    .where('revision_from', '>', id)
    .where('revision_from', '<', revision)
    .where('revision_to', '=', open)
    .$if(stays.length > 0, (query) => query.where('code', 'not in', stays))
    .execute();
}

/** Lists the statements of the revision about projects whose history stays. */
export async function statementsThatStay(
  trx: Trx,
  id: number,
  results: readonly MergeResult[],
): Promise<Key[]> {
  const codes = results.flatMap(({ history_stays }) => history_stays ?? []);
  if (codes.length === 0) return [];
  const { rows } = await sql<Key>`select distinct origin, code, stated, day from project_statement
    where (revision_from = ${id} or revision_to = ${id}) and code in (${sql.join(codes)})`.execute(
    trx,
  );
  return rows;
}
