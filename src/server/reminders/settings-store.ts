import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { StoredMailServer } from '#server/db/schema/reminder-tables.ts';

/** The settings of an admin for all digests. */
export interface ReminderSettings {
  readonly mail_server: StoredMailServer | null;
  /** The sealed password of the mail server. */
  readonly mail_password: string | null;
  /** The number of changes; 0 if nothing is set. */
  readonly version: number;
}
const name = 'all';
const defaultSettings: ReminderSettings = {
  mail_server: null,
  mail_password: null,
  version: 0,
};

/** Reads the settings of reminders; the usual ones where none are stored. */
export async function readReminderSettings(source: Source): Promise<ReminderSettings> {
  const row = await getReader(source)
    .selectFrom('reminder_setting')
    .select(['mail_json', 'mail_password', 'version'])
    .where('name', '=', name)
    .executeTakeFirst();
  if (row === undefined) return defaultSettings;
  const { mail_json, ...settings } = row;
  return { ...settings, mail_server: mail_json };
}

/** Stores the settings of reminders in place of the former ones. */
export async function putReminderSettings(
  trx: Trx,
  { mail_server, ...settings }: ReminderSettings,
): Promise<void> {
  const values = {
    ...settings,
    mail_json: mail_server === null ? null : JSON.stringify(mail_server),
  };
  await trx
    .insertInto('reminder_setting')
    .values({ name, ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
}
