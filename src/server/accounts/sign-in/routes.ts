import { compact } from '#domain/values/compact.ts';
import { acceptInvitation, describeInvitation } from './accept-invitation.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import { createSession } from '#server/accounts/sessions/create-session.ts';
import { hashNewPassword } from './new-password.ts';
import { signIn } from './sign-in-service.ts';
import { sessionCookie, setCookie } from '#server/http/cookies.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import { endSessions, findIdToken } from '#server/accounts/session-store.ts';
import { addUser, hasUsers } from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';

const secret = { secret: true } as const;

/**
 * Makes the browser drop cached pages and responses at sign-out, so that its back button shows none
 * of them.
 */
const clearCache = { 'clear-site-data': '"cache"' };

const setUp =
  ({ deps }: Host): AccountHandler<'setUp'> =>
  async ({ body, principal, ...browser }) => {
    const { login, name } = body;
    const password = await hashNewPassword(deps, body.password, [login, name]);
    const now = deps.clock();
    const at = now.toISOString();
    return deps.db.write(async (trx) => {
      if (await hasUsers(trx))
        throw problem(
          'conflict',
          'The first account was made meanwhile. Ask its owner for an invitation.',
        );
      await requireFreeName(trx, name);
      const user = await addUser(trx, {
        id: newId('u'),
        login,
        name,
        role: 'admin',
        password,
        created_at: at,
      });
      await recordEvent(trx, {
        at,
        actor: user,
        kind: 'first_account',
        detail: { by: principal?.mode ?? '' },
      });
      return createSession(trx, user, { ...browser, session: undefined }, now);
    });
  };

/** Ends a session. @returns the ID token of the organisation, if the session has one */
const endOwnSession = (
  { deps }: Host,
  principal: Principal,
  session: string,
): Promise<string | undefined> =>
  deps.db.write(async (trx) => {
    const token = await findIdToken(trx, session);
    await endSessions(trx, principal.id, { id: session });
    const at = deps.clock().toISOString();
    await recordEvent(trx, { at, actor: principal, kind: 'signed_out' });
    return token;
  });

const signOut =
  (host: Host): AccountHandler<'signOut'> =>
  async ({ body, principal, session, https }) => {
    const token =
      principal === undefined || session === undefined
        ? undefined
        : await endOwnSession(host, principal, session);
    const address =
      body.organisation && token !== undefined
        ? await host.deps.identityProvider?.leave(token)
        : undefined;
    return {
      json: { state: 'signed_out' as const, ...compact({ address }) },
      cookies: [setCookie(sessionCookie, '', 0, https)],
      headers: clearCache,
    };
  };

/** Adds the endpoints of the first account, of sign-in and sign-out, and of invitations. */
export function addAccounts(host: Host): void {
  const { deps, signInThrottle } = host;
  route(host, 'setUp', setUp(host), secret);
  route(
    host,
    'signIn',
    ({ body, ...browser }) => signIn({ deps, signInThrottle }, body, browser),
    secret,
  );
  route(host, 'signOut', signOut(host), secret);
  route(
    host,
    'readInvitation',
    async ({ body }) => ({ json: await describeInvitation(deps, body.secret) }),
    secret,
  );
  route(
    host,
    'acceptInvitation',
    ({ body, ...browser }) => acceptInvitation({ deps, signInThrottle }, body, browser),
    secret,
  );
}
