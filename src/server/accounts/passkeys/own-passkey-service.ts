import type { NewPasskey, PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';
import type { SecondFactorMethod } from '#contract/accounts/constants.ts';
import { createSession, type SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import {
  requireOwnPassword,
  type SignInContext,
} from '#server/accounts/sign-in/confirm-password.ts';
import { requirePasswordAccount } from '#server/accounts/account-owner.ts';
import { addFactor, removeFactor } from '#server/accounts/own-second-factor-service.ts';
import { storePasskey, checkCreatedPasskey, startPasskeyCreation } from './service.ts';
import { requirePendingSignIn, completeSignIn } from '#server/accounts/second-factor/service.ts';
import type { SignInRequest } from '#server/accounts/sign-in/sign-in-service.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { removePasskey } from '#server/accounts/passkey-store.ts';
import type { User } from '#server/accounts/user-store.ts';

const way: SecondFactorMethod = 'passkey';
type RecoveryCodes = SignInAnswer<{ readonly recovery_codes: readonly string[] }>;

/**
 * Adds a passkey to an account.
 * @param openSession - replaces the session by one with a new secret
 */
async function addCreatedPasskey(
  deps: AppDeps,
  user: User,
  { name, answer }: NewPasskey,
  page: Pick<SignInRequest, 'request' | 'https'>,
  openSession: (trx: Trx, now: Date) => Promise<{ readonly cookies: readonly string[] }>,
): Promise<RecoveryCodes> {
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

/**
 * Makes the options with which a pending user creates the first passkey.
 * @throws HttpProblem if no sign-in is pending
 */
export async function startFirstPasskey(
  deps: AppDeps,
  browser: SignInRequest,
): Promise<PasskeyOptions> {
  const { user } = await requirePendingSignIn(deps, browser, 'set_up');
  return startPasskeyCreation(deps, user, browser);
}

/**
 * Adds the first passkey of a pending user, and signs the user in.
 * @throws HttpProblem if no sign-in is pending, or the answer does not match its challenge
 */
export async function addFirstPasskey(
  deps: AppDeps,
  passkey: NewPasskey,
  browser: SignInRequest,
): Promise<RecoveryCodes> {
  const { user } = await requirePendingSignIn(deps, browser, 'set_up');
  return addCreatedPasskey(deps, user, passkey, browser, async (trx, now) => {
    await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'signed_in' });
    return completeSignIn(trx, user, browser, now);
  });
}

/**
 * Makes the options with which a signed-in user creates a passkey.
 * @throws HttpProblem if the password is wrong
 */
export async function startOwnPasskey(
  context: SignInContext,
  principal: Caller['principal'],
  password: string,
  page: Pick<SignInRequest, 'request' | 'https'>,
): Promise<PasskeyOptions> {
  const user = await requirePasswordAccount(context.deps.db, principal);
  await requireOwnPassword(context, user, password, 'password');
  return startPasskeyCreation(context.deps, user, page);
}

/**
 * Adds a passkey of a signed-in user, and replaces the session.
 * @throws HttpProblem if the answer does not match its challenge
 */
export async function addOwnPasskey(
  deps: AppDeps,
  principal: Caller['principal'],
  passkey: NewPasskey,
  { request, https, session }: Omit<SignInRequest, 'ip'>,
): Promise<RecoveryCodes> {
  const user = await requirePasswordAccount(deps.db, principal);
  return addCreatedPasskey(deps, user, passkey, { request, https }, (trx, now) =>
    createSession(trx, user, { request, https, session }, now),
  );
}

/**
 * Removes a passkey of a signed-in user.
 * @throws HttpProblem if the password is wrong, the passkey is unknown, or a factor must remain
 */
export async function removeOwnPasskey(
  context: SignInContext,
  principal: Caller['principal'],
  id: string,
  password: string,
): Promise<void> {
  const { deps } = context;
  const user = await requirePasswordAccount(deps.db, principal);
  await requireOwnPassword(context, user, password, 'password');
  const at = deps.clock().toISOString();
  await deps.db.write((trx) =>
    removeFactor(trx, user, password, async () => {
      if (!(await removePasskey(trx, id, user.id)))
        throw problem('not_found', 'There is no such passkey.');
      await recordEvent(trx, { at, actor: user, kind: 'second_step_removed', detail: { way } });
    }),
  );
}
