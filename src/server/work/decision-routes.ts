import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { listZoneDecisions } from './decision-service.ts';
import { addDecision, editDecision } from './edit-decision-service.ts';

/** Adds the routes that list, add, change and complete decisions. */
export function addDecisions(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listDecisions',
    async ({ query }) => ({ json: { items: await listZoneDecisions(deps, query) } }),
    { cached: true },
  );
  route(host, 'addDecision', ({ body, author }) => addDecision(deps, body, author));
  route(host, 'changeDecision', ({ params, body, request, author }) =>
    editDecision(deps, { id: params['id'] ?? '', body, request, author }),
  );
}
