import { compact } from '#domain/values/compact.ts';
import type { DataStatus, MissingReason, Origin } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { type IsoDate, type Month, lastWholeMonth } from '#domain/values/date.ts';
import { getReader, type Reader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { endMonth } from './month-version-store.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';

export interface ObservationQuery {
  readonly origin: Origin;
  readonly indicator?: string;
  /** The day by which listed months have ended. */
  readonly as_of?: IsoDate;
  readonly knownRevision?: number;
}

/** Selects all versions of values written up to a revision, by indicator and month. */
export const selectObservations = (reader: Reader, origin: Origin, revision: number) =>
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
  ReturnType<ReturnType<typeof selectObservations>['executeTakeFirstOrThrow']>
>;
/** Converts a stored version to an observed value. */
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
 * Lists observed values by indicator and month, oldest first. Each has its former values, newest
 * first.
 */
export async function listObservations(
  source: Source,
  { origin, indicator, as_of, knownRevision }: ObservationQuery,
): Promise<Observation[]> {
  const revision = knownAt(knownRevision);
  let query = selectObservations(getReader(source), origin, revision).orderBy(
    'o.revision_from',
    'desc',
  );
  if (indicator !== undefined) query = query.where('o.indicator', '=', indicator);
  if (as_of !== undefined) query = query.where('o.period', '<=', lastWholeMonth(as_of));
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
 * A value to store, or the reason why it is missing. Exactly one of `value` (an exact decimal) and
 * `missing` is set.
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
 * Enters or corrects the value of a month; the previous value stays in the history.
 * @returns false when nothing changed.
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

/** Enters values in order. @returns the number of changed values. */
export async function putObservations(
  trx: Trx,
  revision: number,
  entries: readonly ObservationEntry[],
): Promise<number> {
  let changeCount = 0;
  for (const entry of entries) if (await addObservation(trx, revision, entry)) changeCount += 1;
  return changeCount;
}
