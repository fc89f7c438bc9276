import { compact } from '#domain/values/compact.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { addMonths, isMonthEnd, monthOf, type IsoDate, type Month } from '#domain/values/date.ts';
import { readerOf, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { endMonth } from './month-version-store.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

export interface ObservationQuery {
  readonly origin: Origin;
  readonly indicator?: string;
  /** Only months that had ended by the day. */
  readonly as_of?: IsoDate;
  readonly known?: number;
}

/** The last month that had ended by a day. */
export const lastMonthBy = (day: IsoDate): Month =>
  isMonthEnd(day) ? monthOf(day) : addMonths(monthOf(day), -1);

/** All versions of values that a revision or one before it wrote, by indicator and month. */
export const observationRows = (reader: Reader, origin: Origin, revision: number) =>
  reader
    .selectFrom('observation as o')
    .innerJoin('revision as r', 'r.id', 'o.revision_from')
    .select([
      'o.indicator',
      'o.period',
      'o.value',
      'o.missing',
      'o.data_status',
      'o.source',
      'o.revision_from',
      'o.revision_to',
      'r.recorded_at',
    ])
    .where('o.origin', '=', origin)
    .where('o.revision_from', '<=', revision)
    .orderBy('o.indicator')
    .orderBy('o.period');
type ObservationRow = Awaited<
  ReturnType<ReturnType<typeof observationRows>['executeTakeFirstOrThrow']>
>;
/** The value of a version, as it stands in an observation. */
export const toObservedValue = (row: ObservationRow, origin: Origin) => ({
  indicator: row.indicator,
  period: row.period,
  ...compact({
    value: row.value === null ? undefined : row.value,
    missing: row.missing === null ? undefined : row.missing,
  }),
  data_status: row.data_status,
  ...compact({ source: row.source === null ? undefined : row.source }),
  origin,
  revision: row.revision_from,
});

/**
 * Observed values by indicator and month, oldest first, each with the values that it corrected,
 * newest first.
 */
export async function listObservations(
  source: Source,
  { origin, indicator, as_of, known }: ObservationQuery,
): Promise<Observation[]> {
  const revision = knownAt(known);
  let query = observationRows(readerOf(source), origin, revision).orderBy(
    'o.revision_from',
    'desc',
  );
  if (indicator !== undefined) query = query.where('o.indicator', '=', indicator);
  if (as_of !== undefined) query = query.where('o.period', '<=', lastMonthBy(as_of));
  const out: Observation[] = [];
  for (const [, rows] of Map.groupBy(
    await query.execute(),
    (row) => `${row.indicator} ${row.period}`,
  )) {
    const [now, ...past] = rows;
    if (!now || now.revision_to <= revision) continue;
    const earlier = past
      .filter((row, i) => row.value !== rows[i]?.value)
      .map((row) => ({
        ...compact({ value: row.value === null ? undefined : row.value }),
        revision: row.revision_from,
        recorded_at: row.recorded_at,
      }));
    out.push({
      ...toObservedValue(now, origin),
      ...compact({ earlier: earlier.length === 0 ? undefined : earlier }),
    });
  }
  return out;
}

/**
 * A value to store, or why there is none: exactly one of `value` (an exact decimal) and `missing`.
 */
export interface ObservationEntry {
  readonly origin: Origin;
  readonly indicator: string;
  readonly period: Month;
  readonly value?: string;
  readonly missing?: MissingReason;
  readonly data_status: DataStatus;
  readonly source?: string;
}

/**
 * Enters or corrects the value of a month; the former value stays in the history. @returns false
 * when nothing changed.
 */
export async function addObservation(
  trx: Trx,
  revision: number,
  entry: ObservationEntry,
): Promise<boolean> {
  const { origin, indicator, period, data_status } = entry;
  const next = {
    value: entry.value ?? null,
    missing: entry.missing ?? null,
    data_status,
    source: entry.source ?? null,
  };
  const now = await trx
    .selectFrom('observation')
    .select(['value', 'missing', 'data_status', 'source'])
    .where('origin', '=', origin)
    .where('indicator', '=', indicator)
    .where('period', '=', period)
    .where('revision_to', '=', open)
    .executeTakeFirst();
  if (
    now &&
    now.value === next.value &&
    now.missing === next.missing &&
    now.data_status === next.data_status &&
    now.source === next.source
  )
    return false;
  if (now) await endMonth(trx, 'observation', revision, entry);
  await trx
    .insertInto('observation')
    .values({ origin, indicator, period, ...next, ...addedBy(revision) })
    .execute();
  return true;
}

/** Enters values in order. @returns how many changed. */
export async function putObservations(
  trx: Trx,
  revision: number,
  entries: readonly ObservationEntry[],
): Promise<number> {
  let changed = 0;
  for (const entry of entries) if (await addObservation(trx, revision, entry)) changed += 1;
  return changed;
}
