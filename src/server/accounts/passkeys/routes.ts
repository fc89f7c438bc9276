import type { NewPasskey } from '#contract/accounts/second-factor-schemas.ts';
import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { createSession } from '#server/accounts/sessions/create-session.ts';
import { requireOwnPassword } from '#server/accounts/sign-in/confirm-password.ts';
import { requirePasswordAccount } from '#server/accounts/account-owner.ts';
import { addFactor, removeFactor } from '#server/accounts/own-second-factor-service.ts';
import {
  startPasskeySignIn,
  storePasskey,
  checkCreatedPasskey,
  startPasskeyCreation,
  signInWithPasskey,
} from './service.ts';
import { requirePendingSignIn, completeSignIn } from '#server/accounts/second-factor/service.ts';
import type { SignInRequest } from '#server/accounts/sign-in/sign-in-service.ts';
import type { Trx } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { removePasskey } from '#server/accounts/passkey-store.ts';
import type { User } from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';

const secret = { secret: true } as const;
const way: SecondFactorMethod = 'passkey';

/**
 * Adds a passkey to an account.
 * @param openSession - replaces the session by one with a new secret
 */
async function addCreatedPasskey(
  { deps }: Host,
  user: User,
  { name, answer }: NewPasskey,
  page: Pick<SignInRequest, 'request' | 'https'>,
  openSession: (trx: Trx, now: Date) => Promise<{ readonly cookies: readonly string[] }>,
) {
  const passkey = await checkCreatedPasskey(deps, user, answer, page);
  const now = deps.clock();
  return deps.db.write(async (trx) => {
    const recovery_codes = await addFactor(trx, user, () =>
      storePasskey(trx, user, name, passkey, now),
    );
    const { cookies } = await openSession(trx, now);
    return { json: { recovery_codes }, cookies };
  });
}

const startFirstPasskey =
  ({ deps }: Host): AccountHandler<'startFirstPasskey'> =>
  async (call) => {
    const { user } = await requirePendingSignIn(deps, call, 'set_up');
    return { json: await startPasskeyCreation(deps, user, call) };
  };

const addFirstPasskey =
  (host: Host): AccountHandler<'addFirstPasskey'> =>
  async ({ body, ...browser }) => {
    const { user } = await requirePendingSignIn(host.deps, browser, 'set_up');
    return addCreatedPasskey(host, user, body, browser, async (trx, now) => {
      await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'signed_in' });
      return completeSignIn(trx, user, browser, now);
    });
  };

const startPasskey =
  (host: Host): AccountHandler<'startPasskey'> =>
  async ({ body, principal, ...page }) => {
    const user = await requirePasswordAccount(host.deps.db, principal);
    await requireOwnPassword(host, user, body.password, 'password');
    return { json: await startPasskeyCreation(host.deps, user, page) };
  };

const addOwnPasskey =
  (host: Host): AccountHandler<'addPasskey'> =>
  async ({ body, principal, session, request, https }) => {
    const user = await requirePasswordAccount(host.deps.db, principal);
    return addCreatedPasskey(host, user, body, { request, https }, (trx, now) =>
      createSession(trx, user, { request, https, session }, now),
    );
  };

const removeOwnPasskey =
  (host: Host): AccountHandler<'removePasskey'> =>
  async ({ params, body, principal }) => {
    const { deps } = host;
    const user = await requirePasswordAccount(deps.db, principal);
    await requireOwnPassword(host, user, body.password, 'password');
    const at = deps.clock().toISOString();
    await deps.db.write((trx) =>
      removeFactor(trx, user, body.password, async () => {
        if (!(await removePasskey(trx, params['id'] ?? '', user.id)))
          throw problem('not_found', 'There is no such passkey.');
        await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
      }),
    );
    return { json: { removed: 1 } };
  };

/** Adds the passkey endpoints for sign-in and for the user's own account. */
export function addPasskeys(host: Host): void {
  const { deps, signInThrottle } = host;
  route(
    host,
    'askPasskey',
    async ({ body, ...browser }) => ({ json: await startPasskeySignIn(deps, body.step, browser) }),
    secret,
  );
  route(
    host,
    'signInPasskey',
    ({ body, ...browser }) =>
      signInWithPasskey({ deps, signInThrottle }, body.step, body.answer, browser),
    secret,
  );
  route(host, 'startFirstPasskey', startFirstPasskey(host), secret);
  route(host, 'addFirstPasskey', addFirstPasskey(host), secret);
  route(host, 'startPasskey', startPasskey(host), secret);
  route(host, 'addPasskey', addOwnPasskey(host), secret);
  route(host, 'removePasskey', removeOwnPasskey(host), secret);
}
