import type { Selectable } from 'kysely';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { ReminderTables } from '#server/db/schema/reminder-tables.ts';

/** A stored webhook. `address` and `secret` are sealed. */
export type StoredWebhook = Selectable<ReminderTables['webhook']>;

/** Lists the webhooks, oldest first, with their sealed columns. */
export const listWebhooks = (source: Source): Promise<StoredWebhook[]> =>
  getReader(source).selectFrom('webhook').selectAll().orderBy('created_at').orderBy('id').execute();
/** Finds a webhook by its id. @returns undefined if it is unknown or was removed */
export const findWebhook = (source: Source, id: string): Promise<StoredWebhook | undefined> =>
  getReader(source).selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();

/** Stores a new webhook, whose secrets are sealed. */
export const insertWebhook = (trx: Trx, webhook: StoredWebhook): Promise<unknown> =>
  trx.insertInto('webhook').values(webhook).execute();
/** Stores the changes of a webhook. Its form and its day of creation stay. */
export async function updateWebhook(trx: Trx, webhook: StoredWebhook): Promise<void> {
  const { id, form: _form, created_at: _created, ...changes } = webhook;
  await trx.updateTable('webhook').set(changes).where('id', '=', id).execute();
}
/** Replaces the sealed columns of a webhook. */
export const resealWebhook = (
  trx: Trx,
  { id, address, secret }: Pick<StoredWebhook, 'id' | 'address' | 'secret'>,
): Promise<unknown> =>
  trx.updateTable('webhook').set({ address, secret }).where('id', '=', id).execute();

/** Deletes a webhook and the state of its deliveries. Turns off digests that use it. */
export async function deleteWebhook(trx: Trx, id: string): Promise<void> {
  await trx
    .updateTable('account_digest')
    .set({ frequency: 'off' })
    .where('channel', '=', id)
    .execute();
  await trx.deleteFrom('digest_delivery').where('recipient', '=', `webhook ${id}`).execute();
  await trx.deleteFrom('webhook').where('id', '=', id).execute();
}
