import { problem } from '#server/core/problem.ts';
import { keyManager, localManager } from './one-time-link-sessions.ts';
import { describeSession } from './service.ts';
import { route, type Host } from '#server/http/route.ts';

export function addSession(host: Host): void {
  const { deps } = host;
  route(host, 'session', async ({ principal }) => ({
    json: await describeSession(deps, principal ?? localManager),
  }));
  route(host, 'openSession', async ({ body, https }) => {
    if (deps.sessions === undefined || (await host.callers.hasAccounts()))
      throw problem('not_found', 'There is no key here.');
    const cookie = await deps.sessions.open(body.key, https);
    return {
      json: await describeSession(deps, keyManager('key')),
      headers: { 'set-cookie': cookie },
    };
  });
}
