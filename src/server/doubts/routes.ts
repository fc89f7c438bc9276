import type { DoubtRule } from '#domain/doubts/doubt.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Loads the rules of doubts with the first request for them. */
const loadService = () => import('./service.ts');

/** Adds the endpoints of doubts between facts. */
export function addDoubts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'doubts',
    async ({ query }) => {
      const { readDoubts } = await loadService();
      return { json: await readDoubts(deps, query) };
    },
    { cached: true },
  );
  route(host, 'dismissDoubt', async ({ params, body, author }) => {
    const { dismissDoubt } = await loadService();
    const rule = params['rule'] as DoubtRule;
    return { json: await dismissDoubt(deps, { ...body, rule, author }) };
  });
}
