import { requireAccount } from '#server/accounts/account-owner.ts';
import { makeToken, makeScriptName, toToken } from './service.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { listTokens, takeToken } from '#server/accounts/token-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints that list, make and end API tokens. */
export function addTokens(host: Host): void {
  const { deps } = host;
  route(host, 'listTokens', async ({ ownedBy }) => {
    const now = deps.clock();
    return {
      json: { items: (await listTokens(deps.db, ownedBy)).map((token) => toToken(token, now)) },
      headers: { 'cache-control': 'no-store' },
    };
  });
  route(
    host,
    'makeToken',
    ({ body, principal }) =>
      deps.db.write(async (trx) => {
        const owner = await requireAccount(trx, principal);
        return { json: await makeToken(trx, owner, body, owner, deps.clock()) };
      }),
    { secret: true },
  );
  route(host, 'endToken', ({ params, principal, author, ownedBy }) =>
    deps.db.write(async (trx) => {
      const token = await takeToken(trx, params['id'] ?? '', ownedBy);
      if (token === undefined)
        throw problem('not_found', 'There is no such token, or it has already ended.');
      const object = makeScriptName(token.owner_name, token.name);
      await recordEvent(trx, {
        at: deps.clock().toISOString(),
        actor: principal ?? { name: author },
        kind: 'token_ended',
        object,
      });
      return { json: { ended: 1 } };
    }),
  );
}
