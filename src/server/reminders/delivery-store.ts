import type { Selectable } from 'kysely';
import type { SendFault } from '#contract/reminders/constants.ts';
import { getReader, type Db, type Source, type Trx } from '#server/db/db.ts';
import type { ReminderTables } from '#server/db/schema/reminder-tables.ts';

export type StoredDelivery = Selectable<ReminderTables['digest_delivery']>;
/** The key of a delivery. Each recipient gets one digest for each period. */
export interface DeliveryKey {
  readonly recipient: string;
  readonly period: string;
}

/** The number of stored deliveries of one recipient. */
const mostDeliveries = 12;

const findDelivery = (
  source: Source,
  { recipient, period }: DeliveryKey,
): Promise<StoredDelivery | undefined> =>
  getReader(source)
    .selectFrom('digest_delivery')
    .selectAll()
    .where('recipient', '=', recipient)
    .where('period', '=', period)
    .executeTakeFirst();
/** Whether a delivery was never attempted, or its next attempt is due. */
export async function isDeliveryOpen(
  source: Source,
  key: DeliveryKey,
  at: string,
): Promise<boolean> {
  const delivery = await findDelivery(source, key);
  return (
    delivery === undefined || (delivery.state === 'waiting' && (delivery.next_try_at ?? '') <= at)
  );
}

/**
 * Claims a delivery for sending. Of two processes that claim it at the same time, one succeeds.
 * @returns the number of this attempt; undefined if it is sent, being sent, given up or not due yet
 */
export async function claimDelivery(
  trx: Trx,
  key: DeliveryKey,
  at: string,
): Promise<number | undefined> {
  if (!(await isDeliveryOpen(trx, key, at))) return undefined;
  const { recipient, period } = key;
  const attempts = ((await findDelivery(trx, key))?.attempts ?? 0) + 1;
  const row = { state: 'sending', attempts, at, next_try_at: null, error: null } as const;
  await trx
    .insertInto('digest_delivery')
    .values({ recipient, period, ...row })
    .onConflict((conflict) => conflict.columns(['recipient', 'period']).doUpdateSet(row))
    .execute();
  return attempts;
}

const findState = (fault: SendFault | undefined, next: string | undefined) =>
  fault === undefined ? 'sent' : next === undefined ? 'failed' : 'waiting';
/** Stores the result of an attempt. Without `next`, a failed delivery is given up. */
export async function endDelivery(
  trx: Trx,
  { recipient, period }: DeliveryKey,
  end: { readonly at: string; readonly fault?: SendFault; readonly next?: string },
): Promise<void> {
  await trx
    .updateTable('digest_delivery')
    .set({
      state: findState(end.fault, end.next),
      at: end.at,
      error: end.fault ?? null,
      next_try_at: end.next ?? null,
    })
    .where('recipient', '=', recipient)
    .where('period', '=', period)
    .execute();
}

/**
 * Settles deliveries whose server ended during an attempt. Nobody knows whether they arrived, so
 * they are not sent again.
 * @param before - an ISO moment; attempts that began before it have certainly ended
 */
export async function settleDeliveries(db: Db, before: string): Promise<void> {
  const waiting = await db.read
    .selectFrom('digest_delivery')
    .select('period')
    .where('state', '=', 'sending')
    .where('at', '<', before)
    .limit(1)
    .execute();
  if (waiting.length === 0) return;
  await db.write((trx) =>
    trx
      .updateTable('digest_delivery')
      .set({ state: 'unknown' })
      .where('state', '=', 'sending')
      .where('at', '<', before)
      .execute(),
  );
}
/** Gives up the waiting deliveries of earlier periods, and deletes old ones. */
export async function replaceDeliveries(
  trx: Trx,
  { recipient, period }: DeliveryKey,
): Promise<void> {
  await trx
    .updateTable('digest_delivery')
    .set({ state: 'failed', next_try_at: null })
    .where('recipient', '=', recipient)
    .where('period', '<>', period)
    .where('state', '=', 'waiting')
    .execute();
  const old = await trx
    .selectFrom('digest_delivery')
    .select('period')
    .where('recipient', '=', recipient)
    .orderBy('at', 'desc')
    .offset(mostDeliveries)
    .limit(100)
    .execute();
  if (old.length === 0) return;
  await trx
    .deleteFrom('digest_delivery')
    .where('recipient', '=', recipient)
    .where(
      'period',
      'in',
      old.map((row) => row.period),
    )
    .execute();
}

/** Lists the last delivery of each recipient. @returns the delivery by the id of its recipient */
export async function listLastDeliveries(
  source: Source,
): Promise<ReadonlyMap<string, StoredDelivery>> {
  const rows = await getReader(source)
    .selectFrom('digest_delivery')
    .selectAll()
    .orderBy('at')
    .orderBy('period')
    .execute();
  return new Map(rows.map((row) => [row.recipient, row]));
}
