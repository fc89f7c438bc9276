import { makeForecastRecords } from '#domain/targets/forecast-record.ts';
import { listObservationVersions } from './observation-version-store.ts';
import { resolveAsOf, readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoint of past forecasts with their results. */
export function addForecasts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'forecasts',
    async ({ query }) => {
      const snapshot = await readZoneSnapshot(deps, query.known_at);
      const { known, origin, profile } = snapshot;
      const versions = await listObservationVersions(deps.db, origin, known);
      const records = makeForecastRecords({
        profile,
        as_of: resolveAsOf(snapshot, query.as_of),
        ahead: query.ahead ?? '12',
        versions,
      });
      return { json: { origin, revision: known, ...records } };
    },
    { cached: true },
  );
}
