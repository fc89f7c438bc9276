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
  route(
    host,
    'dismissDoubt',
    async ({ params, body, author, commitHere }) => {
      const { checkDoubt, storeDismissal } = await loadService();
      const input = { ...body, rule: params['rule'] as DoubtRule, author };
      const origin = await checkDoubt(deps, input);
      return commitHere(async () => ({ json: await storeDismissal(deps, origin, input) }));
    },
    { commitsItself: true },
  );
}
