import { problem } from '#server/core/problem.ts';
import { makeKeyManager, localManager, type OneTimeKeyDeps } from './one-time-key.ts';
import { describeSession } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints of the session: the caller with their rights, and the one-time key. */
export function addSession(host: Host<OneTimeKeyDeps>): void {
  const { deps } = host;
  route(host, 'session', async ({ principal }) => ({
    json: await describeSession(deps, principal ?? localManager),
  }));
  route(host, 'openSession', async ({ body, https }) => {
    if (deps.oneTimeKey === undefined || (await host.callers.hasAccounts()))
      throw problem('not_found', 'There is no key here.');
    const cookie = await deps.oneTimeKey.open(body.key, https);
    return {
      json: await describeSession(deps, makeKeyManager('key')),
      headers: { 'set-cookie': cookie },
    };
  });
}
