import { compact } from '#domain/values/compact.ts';
import type { Session } from '#contract/overview/endpoints.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { keyManager, localManager } from './one-time-link-sessions.ts';
import { rightsOf, type Principal } from '#server/core/policy.ts';
import { chosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listOrigins } from '#server/zone/store.ts';
import { route, type Host } from '#server/http/route.ts';

/** Who is asking, and which records there are. */
export async function sessionOf(
  { db, passwords, config }: Pick<AppDeps, 'db' | 'passwords' | 'config'>,
  principal: Principal,
): Promise<Session> {
  const [origin, origins] = await Promise.all([chosenOrigin(db), listOrigins(db)]);
  const { mode, role, name } = principal;
  const may = rightsOf(principal).filter((right) => right !== 'set_up' || passwords !== undefined);
  return {
    mode,
    role,
    name,
    may,
    origin,
    origins,
    ...compact({ address: config.address }),
  };
}

export function addSession(host: Host): void {
  const { deps } = host;
  route(host, 'session', async ({ principal }) => ({
    json: await sessionOf(deps, principal ?? localManager),
  }));
  route(host, 'openSession', async ({ body, https }) => {
    if (deps.sessions === undefined || (await host.visitors.hasAccounts()))
      throw problem('not_found', 'There is no key here.');
    const cookie = await deps.sessions.open(body.key, https);
    return { json: await sessionOf(deps, keyManager('key')), headers: { 'set-cookie': cookie } };
  });
}
