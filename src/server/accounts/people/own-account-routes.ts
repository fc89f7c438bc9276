import {
  changeOwnName,
  changeOwnPassword,
  describeOwnAccount,
  endOtherSessions,
  endOwnSession,
} from './own-account-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints of the user's own account: name, password and sessions. */
export function addOwnAccount(host: Host): void {
  const { deps } = host;
  route(host, 'account', async (caller) => ({
    json: await describeOwnAccount(deps, caller),
    headers: { 'cache-control': 'no-store' },
  }));
  route(host, 'changeName', async ({ body, ...caller }) => ({
    json: await changeOwnName(deps, caller, body.name),
  }));
  route(
    host,
    'changePassword',
    ({ body, principal, ...browser }) => changeOwnPassword(host, body, principal, browser),
    { secret: true },
  );
  route(host, 'endSession', async ({ params, principal }) => ({
    json: { ended: await endOwnSession(deps, principal, params['id'] ?? '') },
  }));
  route(host, 'endOtherSessions', async (caller) => ({
    json: { ended: await endOtherSessions(deps, caller) },
  }));
}
