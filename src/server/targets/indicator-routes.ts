import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { listIndicatorValues, storeIndicatorValue } from './indicator-service.ts';

/** Adds the endpoints that list indicators and their values, and add a value. */
export function addIndicators(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listIndicators',
    async ({ query }) => ({
      json: { items: (await readZoneSnapshot(deps, query.known_at)).profile.indicators },
    }),
    { cached: true },
  );
  route(
    host,
    'listObservations',
    async ({ params, query }) => ({
      json: await listIndicatorValues(deps, params['id'] ?? '', query),
    }),
    { cached: true },
  );
  route(host, 'addObservation', async ({ params, body, author }) => ({
    json: await storeIndicatorValue(deps, params['id'] ?? '', body, author),
  }));
}
