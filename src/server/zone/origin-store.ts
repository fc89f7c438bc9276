import type { Origin } from '#domain/values/data-status.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';

const originTables = [
  'project_version',
  'project_history',
  'observation',
  'cause_note',
  'draft_value',
  'achievement',
  'doubt_dismissal',
  'zone_version',
  'period_close',
  'evidence',
  'value_evidence',
  'issue',
  'decision',
  'judgement',
  'project_statement',
] as const;

/**
 * Ends all rows of an origin at this revision. An undo restores them.
 * @returns the number of rows.
 */
export async function removeOrigin(trx: Trx, revision: number, origin: Origin): Promise<number> {
  let removedCount = 0;
  for (const table of originTables) {
    await trx
      .deleteFrom(table)
      .where('origin', '=', origin)
      .where('revision_from', '=', revision)
      .execute();
    const result = await trx
      .updateTable(table)
      .set({ revision_to: revision })
      .where('origin', '=', origin)
      .where('revision_to', '=', open)
      .executeTakeFirst();
    removedCount += Number(result.numUpdatedRows);
  }
  return removedCount;
}
