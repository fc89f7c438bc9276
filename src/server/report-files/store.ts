import type { Selectable } from 'kysely';
import type { ReportFileFault } from '#contract/report-files/constants.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import type { ReportTables } from '#server/db/schema/report-tables.ts';
import { open } from '#server/db/schema/tables.ts';

export type StoredDelivery = Selectable<ReportTables['report_delivery']>;
/** A closing of a month. If a month is reopened and closed again, that is another closing. */
export interface Closing {
  readonly origin: Origin;
  readonly period: Month;
  /** The revision that closed it. */
  readonly closed_in: number;
}

/** Lists the closings in force, oldest month first. */
export async function listClosings(source: Source, origin: Origin): Promise<readonly Closing[]> {
  return getReader(source)
    .selectFrom('period_close')
    .select(['origin', 'period', 'made_by as closed_in'])
    .where('origin', '=', origin)
    .where('revision_to', '=', open)
    .orderBy('period')
    .execute();
}

/** Lists the deliveries of an origin, newest month first. */
export const listDeliveries = (
  source: Source,
  origin: Origin,
): Promise<readonly StoredDelivery[]> =>
  getReader(source)
    .selectFrom('report_delivery')
    .selectAll()
    .where('origin', '=', origin)
    .orderBy('period', 'desc')
    .orderBy('closed_in', 'desc')
    .execute();

/**
 * Two moments in ISO 8601: `now`, and the moment before which any running attempt has certainly
 * ended.
 */
export interface DeliveryMoments {
  readonly now: string;
  readonly ended: string;
}

/**
 * Whether a delivery is due: nobody has attempted it, its next attempt is due, or its server ended
 * during an attempt. A repeated attempt writes the same files.
 */
export const isOwed = (
  delivery: Pick<StoredDelivery, 'state' | 'at' | 'next_try_at'> | undefined,
  { now, ended }: DeliveryMoments,
): boolean =>
  delivery === undefined ||
  (delivery.state === 'waiting' && (delivery.next_try_at ?? '') <= now) ||
  (delivery.state === 'writing' && delivery.at < ended);

/**
 * Claims a closing for writing. Of two servers that claim it at the same time, one succeeds.
 *
 * @returns the number of this attempt; undefined if the files are written, being written, or not
 * due yet
 */
export async function claimClosing(
  trx: Trx,
  { origin, period, closed_in }: Closing,
  moments: DeliveryMoments,
): Promise<number | undefined> {
  const delivery = await trx
    .selectFrom('report_delivery')
    .selectAll()
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('closed_in', '=', closed_in)
    .executeTakeFirst();
  if (!isOwed(delivery, moments)) return undefined;
  const attempts = (delivery?.attempts ?? 0) + 1;
  const row = {
    state: 'writing',
    attempts,
    at: moments.now,
    next_try_at: null,
    error: null,
  } as const;
  await trx
    .insertInto('report_delivery')
    .values({ origin, period, closed_in, ...row, files: null })
    .onConflict((conflict) => conflict.columns(['origin', 'period', 'closed_in']).doUpdateSet(row))
    .execute();
  return attempts;
}

/**
 * The result of an attempt: the number of written files, or the fault and the time of the next
 * attempt.
 */
export type DeliveryEnd =
  | { readonly at: string; readonly files: number }
  | { readonly at: string; readonly fault: ReportFileFault; readonly next: string };

/** Stores the result of an attempt. */
export async function endDelivery(
  trx: Trx,
  { origin, period, closed_in }: Closing,
  end: DeliveryEnd,
): Promise<void> {
  const row =
    'files' in end
      ? ({ state: 'written', files: end.files, error: null, next_try_at: null } as const)
      : ({ state: 'waiting', error: end.fault, next_try_at: end.next } as const);
  await trx
    .updateTable('report_delivery')
    .set({ ...row, at: end.at })
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('closed_in', '=', closed_in)
    .execute();
}
