import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { Month } from '#domain/values/date.ts';
import {
  listChangedValues,
  type ChangedValue,
  type LaterChange,
} from '#domain/targets/period-close.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { findRevision } from '#server/db/revision-log.ts';

/** Lists the changes of months since each was first closed. @returns the changes by month */
export async function listLaterChanges(
  source: Source,
  origin: Origin,
  revision: number,
  periods: readonly Month[],
): Promise<ReadonlyMap<Month, readonly LaterChange[]>> {
  const [atClosing, current] = await Promise.all([
    valuesAtClosing(source, origin, revision),
    valuesNow(source, origin, revision),
  ]);
  const lists = periods.map(async (period) => {
    const changes = listChangedValues(period, atClosing, current);
    const list = await Promise.all(
      changes.map((change) => explainChange(source, origin, revision, change)),
    );
    return [period, list] as const;
  });
  return new Map(await Promise.all(lists));
}

/**
 * Lists the changes of those of the given months that were closed by a revision, since each was
 * first closed.
 */
export async function listChangesAfterClosing(
  source: Source,
  origin: Origin,
  revision: number,
  periods: readonly Month[],
): Promise<readonly LaterChange[]> {
  const closings = await selectFirstClosings(source, origin, revision).execute();
  const closedMonths = closings.map(({ period }) => period).filter((one) => periods.includes(one));
  if (closedMonths.length === 0) return [];
  const changes = await listLaterChanges(source, origin, revision, closedMonths);
  return [...changes.values()].flat();
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
/**
 * Reads the reason in the subject of a change, after the months and the indicator.
 * @returns undefined if the author gave none
 */
export function readReason(subject: string): string | undefined {
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
export const selectFirstClosings = (source: Source, origin: Origin, revision: number) =>
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
