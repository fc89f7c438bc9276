import type { DoubtRule } from '#domain/doubts/doubt.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { dismissDoubt, readDoubts } from './service.ts';

/** Adds the endpoints of doubts between facts. */
export function addDoubts(host: Host): void {
  const { deps } = host;
  route(host, 'doubts', async ({ query }) => ({ json: await readDoubts(deps, query) }), {
    cached: true,
  });
  route(host, 'dismissDoubt', async ({ params, body, author }) => ({
    json: await dismissDoubt(deps, { ...body, rule: params['rule'] as DoubtRule, author }),
  }));
}
