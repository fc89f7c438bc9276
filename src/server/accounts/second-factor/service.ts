import { recoveryCodeCount, type SecondFactorMethod } from '#contract/accounts/constants.ts';
import { secondFactorEndpoints } from '#contract/accounts/endpoints.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readCookies, setCookie, pendingSignInCookie } from '#server/http/cookies.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  endPendingSignIn,
  findPendingSignIn,
  type PendingPurpose,
  type PendingSignIn,
} from '#server/accounts/pending-sign-in-store.ts';
import {
  countRecoveryCodes,
  findTotp,
  isRecoveryCode,
  putRecoveryCodes,
  spendRecoveryCode,
  spendTotpStep,
} from '#server/accounts/second-factor-store.ts';
import { findUser, type User } from '#server/accounts/user-store.ts';
import { createSession, type SignInAnswer } from '#server/accounts/sessions/create-session.ts';
import { recordFailure } from '#server/accounts/sign-in/record-failure.ts';
import type { SignInContext } from '#server/accounts/sign-in/confirm-password.ts';
import type { SecondFactorTools } from '#server/core/second-factor-tools.ts';
import {
  makeAttempt,
  makeTooManyTriesProblem,
  type SignInRequest,
} from '#server/accounts/sign-in/sign-in-service.ts';

/** Returns the runtime's tools for second factors. @throws HttpProblem if it has none */
export function requireSecondFactorTools({
  secondFactor,
}: Pick<AppDeps, 'secondFactor'>): SecondFactorTools {
  if (secondFactor === undefined) throw problem('not_found', 'There is no second factor here.');
  return secondFactor;
}
/** Makes the text that binds a sealed TOTP secret to its account. */
export const makeTotpBinding = (account: string): string => `totp ${account}`;
/** Makes the throttle key of the second factor of an account. */
export const makeSecondFactorKey = (account: string): string => `second ${account}`;

/** People type codes with spaces and full-width digits. */
const normaliseCode = (code: string): string =>
  code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Finds the 30-second step of an app code.
 * @returns undefined for a wrong code, and if the account has no such app
 * @throws HttpProblem if this server has no second factor
 */
export async function findTotpStep(
  deps: AppDeps,
  account: string,
  code: string,
  isConfirmed: boolean,
): Promise<number | undefined> {
  const tools = requireSecondFactorTools(deps);
  const totp = await findTotp(deps.db, account);
  if (
    totp === undefined ||
    (totp.confirmed_at !== null) !== isConfirmed ||
    !/^\d{6}$/.test(normaliseCode(code))
  )
    return undefined;
  const secret = tools.unseal(totp.secret, makeTotpBinding(account));
  if (secret !== undefined) return tools.totpStep(secret, normaliseCode(code), deps.clock());
  const error =
    'A second-factor secret was sealed with another key. Restore the key, or let the owner use a recovery code.';
  deps.log?.({
    level: 'error',
    reference: 'second-step',
    method: 'POST',
    path: secondFactorEndpoints.signInCode.path,
    status: 401,
    error,
  });
  return undefined;
}

/** A valid code. Another request may use it before this one does. */
export type Proof =
  | { readonly way: Extract<SecondFactorMethod, 'totp'>; readonly step: number }
  | { readonly way: Extract<SecondFactorMethod, 'recovery_code'>; readonly hash: string };
/**
 * Checks a code of the app or a recovery code.
 * @returns undefined for a wrong one
 * @throws HttpProblem if this server has no second factor
 */
export async function checkCode(
  deps: AppDeps,
  account: string,
  code: string,
): Promise<Proof | undefined> {
  const step = await findTotpStep(deps, account, code, true);
  if (step !== undefined) return { way: 'totp', step };
  const hash = await hashSecret(normaliseCode(code));
  return (await isRecoveryCode(deps.db, account, hash))
    ? { way: 'recovery_code', hash }
    : undefined;
}
/** Marks a code as used. @returns false if another request has used it meanwhile */
export async function spendProof(trx: Trx, user: User, proof: Proof, at: string): Promise<boolean> {
  if (proof.way === 'totp') return spendTotpStep(trx, user.id, proof.step);
  if (!(await spendRecoveryCode(trx, user.id, proof.hash))) return false;
  const remainingCodes = await countRecoveryCodes(trx, user.id);
  await recordEvent(trx, {
    at,
    actor: user,
    kind: 'recovery_code_used',
    detail: { left: remainingCodes },
  });
  return true;
}

/** 32 letters and digits that people seldom confuse. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newRecoveryCode = (): string =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(16)),
    (byte) => alphabet[byte % alphabet.length] ?? '',
  )
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
/**
 * Replaces all recovery codes of an account with new ones of 80 bits. Only this response holds
 * them.
 */
export async function makeRecoveryCodes(trx: Trx, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await putRecoveryCodes(
    trx,
    account,
    await Promise.all(codes.map((code) => hashSecret(normaliseCode(code)))),
  );
  return codes;
}

/** Whether an account signs in here: it is active and has a password. */
export const hasLocalSignIn = ({ state, password }: User): boolean =>
  state === 'active' && password !== null;

/**
 * Finds the pending sign-in of a request by its cookie.
 *
 * @throws HttpProblem if there is none, or if it has expired
 */
export async function requirePendingSignIn(
  deps: AppDeps,
  signIn: SignInRequest,
  purpose: PendingPurpose,
): Promise<{ pending: PendingSignIn; user: User }> {
  let pending: PendingSignIn | undefined;
  for (const secret of readCookies(
    signIn.request.headers.get('cookie'),
    pendingSignInCookie,
    signIn.https,
  ))
    pending ??= await findPendingSignIn(deps.db, await hashSecret(secret), purpose, deps.clock());
  const user = pending === undefined ? undefined : await findUser(deps.db, pending.account);
  if (pending === undefined || user === undefined || !hasLocalSignIn(user))
    throw problem('sign_in_required', 'This sign-in took too long. Start again.');
  return { pending, user };
}
const wrongMessage = 'is wrong or was already used';
/** Makes one problem for wrong, used and unknown codes, so that it reveals nothing. */
const wrong = () =>
  problem('sign_in_required', `Correct code: it ${wrongMessage}.`, {
    errors: [{ path: 'code', value: 'wrong', message: wrongMessage }],
  });
/** Makes the problem of a wrong code for a signed-in user. */
export const makeWrongCodeProblem = () =>
  problem('bad_request', `Correct code: it ${wrongMessage}.`, {
    errors: [{ path: 'code', value: 'wrong', message: wrongMessage }],
  });

/** Turns a pending sign-in into a session with a new secret, and deletes its cookie. */
export async function completeSignIn(
  trx: Trx,
  user: User,
  signIn: SignInRequest,
  now: Date,
): Promise<SignInAnswer<{ readonly state: 'signed_in' }>> {
  const { json, cookies } = await createSession(trx, user, signIn, now);
  return { json, cookies: [...cookies, setCookie(pendingSignInCookie, '', 0, signIn.https)] };
}

/**
 * Completes a pending sign-in by a code.
 * @throws HttpProblem for a wrong or used code, or after too many attempts
 */
export async function signInWithCode(
  { deps, signInThrottle }: SignInContext,
  code: string,
  signIn: SignInRequest,
): Promise<SignInAnswer> {
  const { pending, user } = await requirePendingSignIn(deps, signIn, 'second_step');
  const attempt = await makeAttempt(deps, makeSecondFactorKey(user.id), user.id, signIn);
  const wait = await signInThrottle.begin(attempt);
  if (wait !== undefined) throw makeTooManyTriesProblem(wait);
  const now = deps.clock();
  const at = now.toISOString();
  const proof = await checkCode(deps, user.id, code);
  const sessionAnswer =
    proof === undefined
      ? undefined
      : await deps.db.write(async (trx) => {
          if (!(await spendProof(trx, user, proof, at)) || !(await endPendingSignIn(trx, pending)))
            return undefined;
          await recordEvent(trx, {
            at,
            actor: user,
            kind: 'signed_in',
            detail: { second_step: proof.way },
          });
          return completeSignIn(trx, user, signIn, now);
        });
  if (sessionAnswer === undefined) {
    recordFailure(deps, user, 'second_step_failed', secondFactorEndpoints.signInCode.path);
    throw wrong();
  }
  await signInThrottle.succeed(attempt);
  return sessionAnswer;
}
