import { compact } from '#domain/values/compact.ts';
import { acceptInvitation, describeInvitation } from './accept-invitation.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import { createSession } from '#server/accounts/sessions/create-session.ts';
import { hashNewPassword } from './new-password.ts';
import { signIn } from './sign-in-service.ts';
import { sessionCookie, setCookie } from '#server/http/cookies.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import { endSessions, findIdToken } from '#server/accounts/session-store.ts';
import { addUser, hasUsers } from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;

/**
 * A browser forgets what it kept of the pages and answers of who signed out, those behind its back
 * button too.
 */
const wiped = { 'clear-site-data': '"cache"' };

/** How people get an account, and in and out with it. */
export function addAccounts(host: Host): void {
  const { deps, signInThrottle } = host;
  route(
    host,
    'setUp',
    async ({ body, principal, ...browser }) => {
      const { login, name } = body;
      const password = await hashNewPassword(deps, body.password, [login, name]);
      const now = deps.clock();
      return deps.db.write(async (trx) => {
        if (await hasUsers(trx))
          throw problem(
            'conflict',
            'Somebody made the first account meanwhile: ask them for an invitation.',
          );
        await requireFreeName(trx, name);
        const user = await addUser(trx, {
          id: newId('u'),
          login,
          name,
          role: 'admin',
          password,
          created_at: now.toISOString(),
        });
        await recordEvent(trx, {
          at: now.toISOString(),
          actor: user,
          kind: 'first_account',
          detail: { by: principal?.mode ?? '' },
        });
        return createSession(trx, user, { ...browser, session: undefined }, now);
      });
    },
    secret,
  );
  route(
    host,
    'signIn',
    ({ body, ...asked }) => signIn({ deps, signInThrottle }, body, asked),
    secret,
  );
  route(
    host,
    'signOut',
    async ({ body, principal, session, https }) => {
      const token =
        principal === undefined || session === undefined
          ? undefined
          : await deps.db.write(async (trx) => {
              const its = await findIdToken(trx, session);
              await endSessions(trx, principal.id, { id: session });
              await recordEvent(trx, {
                at: deps.clock().toISOString(),
                actor: principal,
                kind: 'signed_out',
              });
              return its;
            });
      const address =
        body.organisation && token !== undefined
          ? await deps.identityProvider?.leave(token)
          : undefined;
      return {
        json: { state: 'signed_out' as const, ...compact({ address }) },
        cookies: [setCookie(sessionCookie, '', 0, https)],
        headers: wiped,
      };
    },
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
    ({ body, ...browser }) => acceptInvitation({ deps, signInThrottle }, body, browser),
    secret,
  );
}
