import type { SecondFactorReason } from '#contract/accounts/constants.ts';
import type { SignInState } from '#contract/accounts/second-factor-schemas.ts';
import type { Trx } from '#server/db/db.ts';
import { setCookie, pendingSignInCookie } from '#server/http/cookies.ts';
import { hashSecret, newSecret } from '#server/core/secrets.ts';
import {
  addPendingSignIn,
  pendingSignInLife,
  type PendingPurpose,
} from '#server/accounts/pending-sign-in-store.ts';
import {
  listSecondFactorRoles,
  listSecondFactorMethods,
} from '#server/accounts/second-factor-store.ts';
import type { User } from '#server/accounts/user-store.ts';
import {
  createSession,
  type Browser,
  type SignInAnswer,
} from '#server/accounts/sessions/create-session.ts';
import { isSufficientAlone } from './password-rules.ts';

/**
 * Finds the reason why an account must first set up a second factor.
 * @returns undefined if it need not
 */
async function findMissingReason(
  trx: Trx,
  user: User,
  password: string,
): Promise<SecondFactorReason | undefined> {
  if ((await listSecondFactorRoles(trx)).includes(user.role)) return 'role';
  return isSufficientAlone(password) ? undefined : 'short_password';
}
/**
 * Begins a pending sign-in. For some minutes its cookie allows the remaining step and nothing else.
 */
async function beginPendingSignIn(
  trx: Trx,
  user: User,
  { purpose, json }: { readonly purpose: PendingPurpose; readonly json: SignInState },
  { https }: Browser,
  now: Date,
): Promise<SignInAnswer> {
  const secret = newSecret();
  await addPendingSignIn(
    trx,
    { secret_hash: await hashSecret(secret), account: user.id },
    purpose,
    now,
  );
  return {
    json,
    cookies: [setCookie(pendingSignInCookie, secret, pendingSignInLife[purpose] / 1000, https)],
  };
}

/**
 * Continues after the right password: with a session, with the second factor, or with its set-up.
 */
export async function continueAfterPassword(
  trx: Trx,
  user: User,
  password: string,
  browser: Browser,
  now: Date,
): Promise<SignInAnswer> {
  const ways = await listSecondFactorMethods(trx, user.id);
  if (ways.length > 0)
    return beginPendingSignIn(
      trx,
      user,
      { purpose: 'second_step', json: { state: 'second_step', ways } },
      browser,
      now,
    );
  const because = await findMissingReason(trx, user, password);
  if (because !== undefined)
    return beginPendingSignIn(
      trx,
      user,
      { purpose: 'set_up', json: { state: 'second_step_missing', because } },
      browser,
      now,
    );
  return createSession(trx, user, browser, now);
}
