import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ObservationVersion } from '#domain/targets/forecast-record.ts';
import { readerOf, type Source } from '#server/db/db.ts';
import { observationRows, toObservedValue } from './observation-store.ts';
import { knownAt } from '#server/db/versions.ts';

/**
 * Every version of every month's value up to a revision, by indicator, month and revision, each
 * with when it was recorded and replaced.
 */
export async function listObservationVersions(
  source: Source,
  origin: Origin,
  known: number,
): Promise<ObservationVersion[]> {
  const revision = knownAt(known);
  const rows = await observationRows(readerOf(source), origin, revision)
    .leftJoin('revision as e', 'e.id', 'o.revision_to')
    .select('e.recorded_at as ended_at')
    .orderBy('o.revision_from')
    .execute();
  return rows.map((row) => ({
    ...toObservedValue(row, origin),
    recorded_at: row.recorded_at,
    // what ended it later than the revision is not known yet
    ...compact({
      until: row.revision_to > revision || row.ended_at === null ? undefined : row.ended_at,
    }),
  }));
}
