import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { createZone, listZoneChanges, readZoneOfDay, updateZone } from './service.ts';

/** Adds the endpoints that create, change and read the zone and its versions. */
export function addZone(host: Host): void {
  const { deps } = host;
  route(host, 'createZone', async ({ body, author }) => ({
    json: await createZone(deps, body, author),
  }));
  route(host, 'updateZone', ({ body, request, author, principal }) =>
    updateZone(deps, { body, request, author, principal }),
  );
  route(host, 'zone', ({ query }) => readZoneOfDay(deps, query.known_at), {
    cached: true,
    ofRevision: true,
  });
  route(host, 'zoneVersions', async () => ({ json: { items: await listZoneChanges(deps) } }), {
    cached: true,
  });
}
