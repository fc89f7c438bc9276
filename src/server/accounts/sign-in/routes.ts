import { acceptInvitation, describeInvitation } from './accept-invitation.ts';
import { createFirstAccount } from './first-account-service.ts';
import { signIn } from './sign-in-service.ts';
import { signOut } from './sign-out-service.ts';
import { sessionCookie, setCookie } from '#server/http/cookies.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;

/**
 * Makes the browser drop cached pages and responses at sign-out, so that its back button shows none
 * of them.
 */
const clearCache = { 'clear-site-data': '"cache"' };

/** Adds the endpoints of the first account, of sign-in and sign-out, and of invitations. */
export function addAccounts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'setUp',
    ({ body, principal, ...browser }) => createFirstAccount(deps, body, principal, browser),
    secret,
  );
  route(host, 'signIn', ({ body, ...browser }) => signIn(host, body, browser), secret);
  route(
    host,
    'signOut',
    async ({ body, https, ...caller }) => ({
      json: await signOut(deps, caller, body.organisation === true),
      cookies: [setCookie(sessionCookie, '', 0, https)],
      headers: clearCache,
    }),
    secret,
  );
  route(
    host,
    'readInvitation',
    async ({ body }) => ({ json: await describeInvitation(deps, body.secret) }),
    secret,
  );
  route(
    host,
    'acceptInvitation',
    ({ body, ...browser }) => acceptInvitation(host, body, browser),
    secret,
  );
}
