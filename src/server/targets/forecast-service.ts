import {
  makeForecastRecords,
  type ForecastRecords,
  type RecordHorizon,
} from '#domain/targets/forecast-record.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { listObservationVersions } from './observation-version-store.ts';

/**
 * The day, the time of knowledge and the horizon in months. `known` takes precedence over
 * `known_at`.
 */
export interface ForecastsQuery {
  readonly as_of?: string | undefined;
  readonly knownRevision?: number | undefined;
  readonly known_at?: string | undefined;
  readonly ahead?: RecordHorizon | undefined;
}

/**
 * Recomputes the forecasts of every past month, with their results.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readForecastRecords(
  { db }: Pick<AppDeps, 'db'>,
  query: ForecastsQuery,
): Promise<ForecastRecords & { readonly origin: Origin; readonly revision: number }> {
  const snapshot = await readZoneSnapshot({ db }, query.knownRevision ?? query.known_at);
  const { knownRevision, origin, profile } = snapshot;
  const records = makeForecastRecords({
    profile,
    as_of: resolveAsOf(snapshot, query.as_of),
    ahead: query.ahead ?? '12',
    versions: await listObservationVersions(db, origin, knownRevision),
  });
  return { origin, revision: knownRevision, ...records };
}
