import { compact } from '#domain/values/compact.ts';
import { findDefinitions } from '#domain/zone/definitions.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import type { ClosedPeriod, OpenPoint, ReopenedPeriod } from '#domain/targets/period-close.ts';
import type { Reopening } from '#contract/targets/closing-schemas.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';
import { listLaterChanges, readReason, selectFirstClosings } from './closing/later-change-store.ts';
import { listZoneVersions } from './store.ts';

/**
 * Lists the closed months, oldest first, each with the values that changed since it was first
 * closed.
 */
export async function listClosedPeriods(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<ClosedPeriod[]> {
  const revision = knownAt(knownRevision);
  const closes = await getReader(source)
    .selectFrom('period_close')
    .select(['period', 'closed_at', 'closed_by', 'note', 'points_json', 'made_by'])
    .where('origin', '=', origin)
    .where('revision_from', '<=', revision)
    .where('revision_to', '>', revision)
    .orderBy('period')
    .execute();
  if (closes.length === 0) return [];
  const [changes, versions] = await Promise.all([
    listLaterChanges(
      source,
      origin,
      revision,
      closes.map(({ period }) => period),
    ),
    listZoneVersions(source, origin, knownRevision),
  ]);
  const definitionsAt = (made_by: number): Pick<ClosedPeriod, 'definitions'> => {
    const definitions = findDefinitions(versions.filter((version) => version.revision <= made_by));
    return definitions === undefined ? {} : { definitions };
  };
  return closes.map(({ note, points_json, made_by, ...close }) => ({
    ...close,
    revision: made_by,
    ...definitionsAt(made_by),
    ...compact({ note: note === null ? undefined : note }),
    points: points_json,
    changed: changes.get(close.period) ?? [],
  }));
}

/** Lists the months that were closed and are open again, oldest first, with their changes. */
export async function listReopenedPeriods(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<ReopenedPeriod[]> {
  const revision = knownAt(knownRevision);
  const rows = await getReader(source)
    .selectFrom(selectFirstClosings(source, origin, revision).as('f'))
    .leftJoin('period_close as c', (on) =>
      on
        .onRef('c.period', '=', 'f.period')
        .on('c.origin', '=', origin)
        .on('c.revision_from', '<=', revision)
        .on('c.revision_to', '>', revision),
    )
    .select('f.period')
    .where('c.period', 'is', null)
    .orderBy('f.period')
    .execute();
  const periods = rows.map(({ period }) => period);
  if (periods.length === 0) return [];
  const changes = await listLaterChanges(source, origin, revision, periods);
  return periods.map((period) => ({ period, changed: changes.get(period) ?? [] }));
}

/** Lists the former closings of a month that a person ended with a reason, oldest first. */
export async function listReopenings(
  source: Source,
  origin: Origin,
  period: Month,
  knownRevision?: number,
): Promise<Reopening[]> {
  const rows = await getReader(source)
    .selectFrom('period_close as c')
    .innerJoin('revision as r', 'r.id', 'c.revision_to')
    .select(['c.closed_at', 'c.closed_by', 'r.recorded_at', 'r.author', 'r.reason'])
    .where('c.origin', '=', origin)
    .where('c.period', '=', period)
    .where('r.kind', '=', 'reopen_month')
    .where('r.id', '<=', knownAt(knownRevision))
    .orderBy('r.id')
    .execute();
  return rows.map(({ closed_at, closed_by, recorded_at, author, reason }) => ({
    closed_at,
    closed_by,
    reopened_at: recorded_at,
    reopened_by: author,
    ...compact({ reason: readReason(reason) }),
  }));
}

/** Reads the last closed month of an origin. @returns undefined if no month is closed */
export async function readLastClosedPeriod(
  source: Source,
  origin: Origin,
  knownRevision?: number,
): Promise<Month | undefined> {
  const row = await getReader(source)
    .selectFrom('period_close')
    .select('period')
    .where('origin', '=', origin)
    .where('revision_from', '<=', knownAt(knownRevision))
    .where('revision_to', '>', knownAt(knownRevision))
    .orderBy('period', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.period;
}

/** Finds which of these months are closed. It reads no values. */
export async function findClosedPeriods(
  source: Source,
  origin: Origin,
  periods: readonly Month[],
): Promise<ReadonlySet<Month>> {
  if (periods.length === 0) return new Set();
  const rows = await getReader(source)
    .selectFrom('period_close')
    .select('period')
    .where('origin', '=', origin)
    .where('period', 'in', periods)
    .where('revision_to', '=', open)
    .execute();
  return new Set(rows.map(({ period }) => period));
}

/** Whether a month is closed now. */
export const isPeriodClosed = async (
  source: Source,
  origin: Origin,
  period: Month,
): Promise<boolean> => (await findClosedPeriods(source, origin, [period])).has(period);

export interface PeriodClosing {
  readonly origin: Origin;
  readonly period: Month;
  readonly closed_at: string;
  readonly closed_by: string;
  readonly note?: string;
  readonly points: readonly OpenPoint[];
}
/** Closes a month with its open points. @returns false if it is already closed */
export async function closePeriod(
  trx: Trx,
  revision: number,
  closing: PeriodClosing,
): Promise<boolean> {
  const { origin, period, closed_at, closed_by, note, points } = closing;
  if (await isPeriodClosed(trx, origin, period)) return false;
  await trx
    .insertInto('period_close')
    .values({
      origin,
      period,
      closed_at,
      closed_by,
      note: note ?? null,
      points_json: JSON.stringify(points),
      ...addedBy(revision),
    })
    .execute();
  return true;
}

/**
 * Reopens a closed month. Its closing stays in the history.
 * @returns false if it is not closed.
 */
export async function reopenPeriod(
  trx: Trx,
  revision: number,
  origin: Origin,
  period: Month,
): Promise<boolean> {
  const result = await trx
    .updateTable('period_close')
    .set({ revision_to: revision })
    .where('origin', '=', origin)
    .where('period', '=', period)
    .where('revision_to', '=', open)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}
