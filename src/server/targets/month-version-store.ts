import { sql } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';

/** Ends the rows of an indicator for one month. Deletes rows of the same revision. */
export async function endMonth(
  trx: Trx,
  table: 'observation' | 'cause_note',
  revision: number,
  {
    origin,
    indicator,
    period,
  }: { readonly origin: Origin; readonly indicator: string; readonly period: Month },
): Promise<void> {
  const month = sql`origin = ${origin} and indicator = ${indicator} and period = ${period}`;
  await sql`delete from ${sql.table(table)} where ${month} and revision_from = ${revision}`.execute(
    trx,
  );
  await sql`update ${sql.table(table)} set revision_to = ${revision} where ${month} and revision_to = ${open}`.execute(
    trx,
  );
}
