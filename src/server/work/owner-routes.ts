import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { handOver, listOwners } from './hand-over-service.ts';

/** Adds the routes that list owners and hand over the work of one owner to another. */
export function addOwners(host: Host): void {
  const { deps } = host;
  // a request to a company is no revision, so the response is not cached
  route(host, 'listOwners', async () => ({ json: await listOwners(deps) }));
  route(host, 'handOver', async ({ body, author }) => ({
    json: await handOver(deps, body, author),
  }));
}
