import { route, type Host } from '#server/http/route.ts';
import { changesOf } from './service.ts';

export function addChanges(host: Host): void {
  route(host, 'changes', async ({ query }) => ({ json: await changesOf(host.deps, query) }), {
    cached: true,
  });
}
