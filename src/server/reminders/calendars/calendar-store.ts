import type { Selectable } from 'kysely';
import type { Role } from '#contract/core/rights.ts';
import { selectAdmittedAccounts } from '#server/accounts/second-factor-store.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { ReminderTables } from '#server/db/schema/reminder-tables.ts';

export type StoredCalendar = Selectable<ReminderTables['calendar_feed']>;

/** Lists the calendars of an account. */
export const listCalendars = (source: Source, account: string): Promise<StoredCalendar[]> =>
  getReader(source)
    .selectFrom('calendar_feed')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
/** Stores a new calendar; only the hash of its secret is stored. */
export const addCalendar = (trx: Trx, calendar: StoredCalendar): Promise<unknown> =>
  trx.insertInto('calendar_feed').values(calendar).execute();
/** Deletes a calendar of an account. @returns whether there was one */
export async function takeCalendar(trx: Trx, id: string, account: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('calendar_feed')
    .where('id', '=', id)
    .where('account', '=', account)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
/** Records the day on which a calendar was last read. */
export const touchCalendar = (trx: Trx, id: string, day: string): Promise<unknown> =>
  trx.updateTable('calendar_feed').set({ used_on: day }).where('id', '=', id).execute();

/** Finds the calendar of a secret with the present role of its owner, if the owner may sign in. */
export function findLiveCalendar(
  source: Source,
  secretHash: string,
): Promise<(StoredCalendar & { readonly role: Role }) | undefined> {
  const reader = getReader(source);
  return reader
    .selectFrom('calendar_feed as c')
    .innerJoin('account as a', 'a.id', 'c.account')
    .selectAll('c')
    .select('a.role')
    .where('c.secret_hash', '=', secretHash)
    .where('a.state', '=', 'active')
    .where('a.id', 'in', selectAdmittedAccounts(reader))
    .executeTakeFirst();
}
