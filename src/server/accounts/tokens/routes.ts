import { endToken, listOwnTokens, makeOwnToken } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { getActor, route } from '#server/http/route.ts';

/** Adds the endpoints that list, make and end API tokens. */
export function addTokens(host: Host): void {
  const { deps } = host;
  route(host, 'listTokens', async ({ ownedBy }) => ({
    json: { items: await listOwnTokens(deps, ownedBy) },
    headers: { 'cache-control': 'no-store' },
  }));
  route(
    host,
    'makeToken',
    async ({ body, principal }) => ({ json: await makeOwnToken(deps, principal, body) }),
    { secret: true },
  );
  route(host, 'endToken', async ({ params, ownedBy, ...call }) => {
    await endToken(deps, params['id'] ?? '', ownedBy, getActor(call));
    return { json: { ended: 1 } };
  });
}
