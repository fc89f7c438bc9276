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
import { route } from '#server/http/route.ts';

const secret = { secret: true } as const;
const way: SecondFactorMethod = 'passkey';

/** Passkeys, at signing in and on one's account. */
export function addPasskeys(host: Host): void {
  const { deps, signInThrottle } = host;
  /** Keeps a passkey; `enter` opens the session that goes on under a new secret. */
  const keep = async (
    user: User,
    { name, answer }: NewPasskey,
    page: Pick<SignInRequest, 'request' | 'https'>,
    enter: (trx: Trx, now: Date) => Promise<{ readonly cookies: readonly string[] }>,
  ) => {
    const made = await checkCreatedPasskey(deps, user, answer, page);
    const now = deps.clock();
    return deps.db.write(async (trx) => {
      const recovery_codes = await addFactor(trx, user, () =>
        storePasskey(trx, user, name, made, now),
      );
      const { cookies } = await enter(trx, now);
      return { json: { recovery_codes }, cookies };
    });
  };

  route(
    host,
    'askPasskey',
    async ({ body, ...asked }) => ({ json: await startPasskeySignIn(deps, body.step, asked) }),
    secret,
  );
  route(
    host,
    'signInPasskey',
    ({ body, ...asked }) =>
      signInWithPasskey({ deps, signInThrottle }, body.step, body.answer, asked),
    secret,
  );
  route(
    host,
    'startFirstPasskey',
    async (asked) => ({
      json: await startPasskeyCreation(
        deps,
        (await requirePendingSignIn(deps, asked, 'set_up')).user,
        asked,
      ),
    }),
    secret,
  );
  route(
    host,
    'addFirstPasskey',
    async ({ body, ...asked }) => {
      const { user } = await requirePendingSignIn(deps, asked, 'set_up');
      return keep(user, body, asked, async (trx, now) => {
        await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'signed_in' });
        return completeSignIn(trx, user, asked, now);
      });
    },
    secret,
  );
  route(
    host,
    'startPasskey',
    async ({ body, principal, ...page }) => {
      const user = await requirePasswordAccount(deps.db, principal);
      await requireOwnPassword(host, user, body.password, 'password');
      return { json: await startPasskeyCreation(deps, user, page) };
    },
    secret,
  );
  route(
    host,
    'addPasskey',
    async ({ body, principal, session, request, https }) => {
      const user = await requirePasswordAccount(deps.db, principal);
      return keep(user, body, { request, https }, (trx, now) =>
        createSession(trx, user, { request, https, session }, now),
      );
    },
    secret,
  );
  route(
    host,
    'removePasskey',
    async ({ params, body, principal }) => {
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
    },
    secret,
  );
}
