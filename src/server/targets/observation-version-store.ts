import { compact } from '#domain/values/compact.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ObservationVersion } from '#domain/targets/forecast-record.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { selectObservations, toObservedValue } from './observation-store.ts';
import { knownAt } from '#server/db/versions.ts';

/**
 * Lists every version of every monthly value up to a revision, with the times when it was recorded
 * and replaced.
 */
export async function listObservationVersions(
  source: Source,
  origin: Origin,
  knownRevision: number,
): Promise<ObservationVersion[]> {
  const revision = knownAt(knownRevision);
  const rows = await selectObservations(getReader(source), origin, revision)
    .leftJoin('revision as e', 'e.id', 'o.revision_to')
    .select('e.recorded_at as ended_at')
    .orderBy('o.revision_from')
    .execute();
  return rows.map((row) => ({
    ...toObservedValue(row, origin),
    recorded_at: row.recorded_at,
    // an end after the revision is not known at it
    ...compact({
      until: row.revision_to > revision || row.ended_at === null ? undefined : row.ended_at,
    }),
  }));
}
