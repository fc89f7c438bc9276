import { overviewOf } from './overview-of.ts';
import { route, type Host } from './route.ts';

export function addOverview(host: Host): void {
  route(host, 'overview', async ({ query }) => ({ json: await overviewOf(host.deps, query) }), { kept: true });
}
