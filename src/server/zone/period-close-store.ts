import { compact } from '#domain/values/compact.ts';
import { findDefinitions } from '#domain/zone/definitions.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { Month } from '#domain/values/date.ts';
import {
  listChangedValues,
  type ChangedValue,
  type ClosedPeriod,
  type LaterChange,
  type OpenPoint,
  type Reopening,
} from '#domain/targets/period-close.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { findRevision } from '#server/db/revision-log.ts';
import { addedBy, knownAt } from '#server/db/versions.ts';
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
  const [atClosing, current, versions] = await Promise.all([
    valuesAtClosing(source, origin, revision),
    valuesNow(source, origin, revision),
    listZoneVersions(source, origin, knownRevision),
  ]);
  const definitionsAt = (made_by: number): Pick<ClosedPeriod, 'definitions'> => {
    const definitions = findDefinitions(versions.filter((version) => version.revision <= made_by));
    return definitions === undefined ? {} : { definitions };
  };
  return Promise.all(
    closes.map(async ({ note, points_json, made_by, ...close }) => ({
      ...close,
      revision: made_by,
      ...definitionsAt(made_by),
      ...compact({ note: note === null ? undefined : note }),
      points: points_json,
      changed: await Promise.all(
        listChangedValues(close.period, atClosing, current).map((change) =>
          explainChange(source, origin, revision, change),
        ),
      ),
    })),
  );
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

/** Adds the author, time and reason of the last revision that changed a value. */
async function explainChange(
  source: Source,
  origin: Origin,
  revision: number,
  change: ChangedValue,
): Promise<LaterChange> {
  const rows = await getReader(source)
    .selectFrom('observation')
    .select(['revision_from', 'revision_to'])
    .where('origin', '=', origin)
    .where('indicator', '=', change.indicator)
    .where('period', '=', change.period)
    .execute();
  const last = Math.max(
    0,
    ...rows
      .flatMap(({ revision_from, revision_to }) => [revision_from, revision_to])
      .filter((one) => one <= revision && one < open),
  );
  const revisionRow = await findRevision(source, last);
  const reason = revisionRow === undefined ? undefined : readReason(revisionRow.reason);
  return {
    ...change,
    author: revisionRow?.author ?? '',
    recorded_at: revisionRow?.recorded_at ?? '',
    ...compact({ reason }),
  };
}
/** Reads the reason in the subject of a change, after the months and the indicator. */
function readReason(subject: string): string | undefined {
  const months = /^(?:\S+ )?\d{4}-\d\d(?: – \d{4}-\d\d)?(?:: (.+))?$/su.exec(subject);
  return (months === null ? subject : months[1]) || undefined;
}

type Value = Pick<Observation, 'indicator' | 'period' | 'value'>;
const toValue = ({
  indicator,
  period,
  value,
}: {
  indicator: string;
  period: Month;
  value: string | null;
}): Value => ({
  indicator,
  period,
  ...compact({ value: value === null ? undefined : value }),
});

/**
 * Selects the first closing of each month. A closing that a person ended with a reason counts: what
 * it published stays the base of comparison. One that was undone does not.
 */
const selectFirstClosings = (source: Source, origin: Origin, revision: number) =>
  getReader(source)
    .selectFrom('period_close as c')
    .leftJoin('revision as r', 'r.id', 'c.revision_to')
    .select(({ fn }) => ['c.period', fn.min<number>('c.made_by').as('made_by')])
    .where('c.origin', '=', origin)
    .where('c.revision_from', '<=', revision)
    .where(({ or, eb }) =>
      or([eb('c.revision_to', '>', revision), eb('r.kind', '=', 'reopen_month')]),
    )
    .groupBy('c.period');

/** Reads the values of closed months as they were known when each was first closed. */
async function valuesAtClosing(source: Source, origin: Origin, revision: number): Promise<Value[]> {
  const rows = await getReader(source)
    .selectFrom(selectFirstClosings(source, origin, revision).as('c'))
    .innerJoin('observation as o', 'o.period', 'c.period')
    .select(['o.indicator', 'o.period', 'o.value'])
    .where('o.origin', '=', origin)
    .whereRef('o.revision_from', '<=', 'c.made_by')
    .whereRef('o.revision_to', '>', 'c.made_by')
    .execute();
  return rows.map(toValue);
}

async function valuesNow(source: Source, origin: Origin, revision: number): Promise<Value[]> {
  const rows = await getReader(source)
    .selectFrom('observation')
    .select(['indicator', 'period', 'value'])
    .where('origin', '=', origin)
    .where('revision_from', '<=', revision)
    .where('revision_to', '>', revision)
    .execute();
  return rows.map(toValue);
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
