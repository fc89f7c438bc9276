import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readChanges } from './service.ts';

export function addChanges(host: Host): void {
  route(host, 'changes', async ({ query }) => ({ json: await readChanges(host.deps, query) }), {
    cached: true,
  });
}
