import {
  addFirstPasskey,
  addOwnPasskey,
  removeOwnPasskey,
  startFirstPasskey,
  startOwnPasskey,
} from './own-passkey-service.ts';
import { startPasskeySignIn, signInWithPasskey } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;

/** Adds the passkey endpoints for the user's own account. */
function addOwnPasskeys(host: Host): void {
  const { deps } = host;
  route(
    host,
    'startFirstPasskey',
    async (browser) => ({ json: await startFirstPasskey(deps, browser) }),
    secret,
  );
  route(
    host,
    'addFirstPasskey',
    ({ body, ...browser }) => addFirstPasskey(deps, body, browser),
    secret,
  );
  route(
    host,
    'startPasskey',
    async ({ body, principal, ...page }) => ({
      json: await startOwnPasskey(host, principal, body.password, page),
    }),
    secret,
  );
  route(
    host,
    'addPasskey',
    ({ body, principal, ...browser }) => addOwnPasskey(deps, principal, body, browser),
    secret,
  );
  route(
    host,
    'removePasskey',
    async ({ params, body, principal }) => {
      await removeOwnPasskey(host, principal, params['id'] ?? '', body.password);
      return { json: { removed: 1 } };
    },
    secret,
  );
}

/** Adds the passkey endpoints for sign-in and for the user's own account. */
export function addPasskeys(host: Host): void {
  const { deps } = host;
  route(
    host,
    'askPasskey',
    async ({ body, ...browser }) => ({ json: await startPasskeySignIn(deps, body.step, browser) }),
    secret,
  );
  route(
    host,
    'signInPasskey',
    ({ body, ...browser }) => signInWithPasskey(host, body.step, body.answer, browser),
    secret,
  );
  addOwnPasskeys(host);
}
