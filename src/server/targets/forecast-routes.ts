import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readForecastRecords } from './forecast-service.ts';

/** Adds the endpoint of past forecasts with their results. */
export function addForecasts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'forecasts',
    async ({ query }) => ({ json: await readForecastRecords(deps, query) }),
    { cached: true, namesRevision: true },
  );
}
