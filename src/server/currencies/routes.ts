import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { listFormerRates, listKnownRates, storeExchangeRates } from './service.ts';

/** Adds the endpoints of exchange rates. Every change is a revision. */
export function addExchangeRates(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listExchangeRates',
    async ({ query }) => ({ json: { items: await listKnownRates(deps, query.known_at) } }),
    { cached: true },
  );
  route(host, 'listRemovedRates', async () => ({ json: { items: await listFormerRates(deps) } }), {
    cached: true,
  });
  route(host, 'addExchangeRates', async ({ body, author }) => {
    const json = await storeExchangeRates(deps, body, author);
    return { json, status: json.changed === 0 ? 200 : 201 };
  });
}
