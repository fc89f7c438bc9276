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
  tooManyTries,
  type SignInRequest,
} from '#server/accounts/sign-in/sign-in-service.ts';

/** @throws HttpProblem where the runtime has no second factor */
export function requireSecondFactorTools({
  secondStep,
}: Pick<AppDeps, 'secondStep'>): SecondFactorTools {
  if (secondStep === undefined) throw problem('not_found', 'There is no second step here.');
  return secondStep;
}
/** Binds a sealed TOTP secret to its account. */
export const totpBinding = (account: string): string => `totp ${account}`;
/** The throttle key of an account's second factor. */
export const secondFactorAttempts = (account: string): string => `second ${account}`;

/** People type them with blanks, and with the full-width digits of their keyboard. */
const plain = (code: string): string => code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/**
 * Which 30 seconds the code of somebody's app stands for; undefined for a wrong one, and where
 * there is no such app.
 */
export async function findTotpStep(
  deps: AppDeps,
  account: string,
  code: string,
  confirmed: boolean,
): Promise<number | undefined> {
  const tools = requireSecondFactorTools(deps);
  const totp = await findTotp(deps.db, account);
  if (
    totp === undefined ||
    (totp.confirmed_at !== null) !== confirmed ||
    !/^\d{6}$/.test(plain(code))
  )
    return undefined;
  const secret = tools.unseal(totp.secret, totpBinding(account));
  if (secret !== undefined) return tools.totpStep(secret, plain(code), deps.clock());
  const error =
    'A secret of the second step was sealed under another key: put back the key, or let its owner use a recovery code.';
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

/** A valid code. It may be used up by the time it is spent. */
export type Proof =
  | { readonly way: Extract<SecondFactorMethod, 'totp'>; readonly step: number }
  | { readonly way: Extract<SecondFactorMethod, 'recovery_code'>; readonly hash: string };
/** Checks a code of the app or a recovery code. @returns undefined for a wrong one */
export async function checkCode(
  deps: AppDeps,
  account: string,
  code: string,
): Promise<Proof | undefined> {
  const step = await findTotpStep(deps, account, code, true);
  if (step !== undefined) return { way: 'totp', step };
  const hash = await hashSecret(plain(code));
  return (await isRecoveryCode(deps.db, account, hash))
    ? { way: 'recovery_code', hash }
    : undefined;
}
/** Uses a code up: each works once. @returns false if it was used meanwhile */
export async function spendProof(trx: Trx, user: User, proof: Proof, at: string): Promise<boolean> {
  if (proof.way === 'totp') return spendTotpStep(trx, user.id, proof.step);
  if (!(await spendRecoveryCode(trx, user.id, proof.hash))) return false;
  const left = await countRecoveryCodes(trx, user.id);
  await recordEvent(trx, { at, actor: user, kind: 'recovery_code_used', detail: { left } });
  return true;
}

/** 32 letters and digits that are not easily confused. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newRecoveryCode = (): string =>
  Array.from(
    crypto.getRandomValues(new Uint8Array(16)),
    (byte) => alphabet[byte % alphabet.length] ?? '',
  )
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
/**
 * Replaces all recovery codes of an account by new ones of 80 bits. They are in the answer and
 * nowhere else.
 */
export async function makeRecoveryCodes(trx: Trx, account: string): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  await putRecoveryCodes(
    trx,
    account,
    await Promise.all(codes.map((code) => hashSecret(plain(code)))),
  );
  return codes;
}

/** Whether an account signs in here. One without a password signs in with the organisation only. */
export const signsInHere = ({ state, password }: User): boolean =>
  state === 'active' && password !== null;

/**
 * Finds the pending sign-in of a request by its cookie.
 *
 * @throws HttpProblem if there is none or it took too long
 */
export async function requirePendingSignIn(
  deps: AppDeps,
  asked: SignInRequest,
  purpose: PendingPurpose,
): Promise<{ half: PendingSignIn; user: User }> {
  let half: PendingSignIn | undefined;
  for (const secret of readCookies(
    asked.request.headers.get('cookie'),
    pendingSignInCookie,
    asked.https,
  ))
    half ??= await findPendingSignIn(deps.db, await hashSecret(secret), purpose, deps.clock());
  const user = half === undefined ? undefined : await findUser(deps.db, half.account);
  if (half === undefined || user === undefined || !signsInHere(user))
    throw problem('sign_in_required', 'This sign-in took too long: begin again.');
  return { half, user };
}
const wrongMessage = 'is wrong, or was used already';
/** The same for a wrong, a used and an unknown code. */
const wrong = () =>
  problem('sign_in_required', `Correct code: it ${wrongMessage}.`, {
    errors: [{ path: 'code', value: 'wrong', message: wrongMessage }],
  });
/** The same for a signed-in user. */
export const wrongCode = () =>
  problem('bad_request', `Correct code: it ${wrongMessage}.`, {
    errors: [{ path: 'code', value: 'wrong', message: wrongMessage }],
  });

/** Turns a pending sign-in into a session with a new secret, and deletes its cookie. */
export async function completeSignIn(
  trx: Trx,
  user: User,
  asked: SignInRequest,
  now: Date,
): Promise<SignInAnswer<{ readonly state: 'signed_in' }>> {
  const { json, cookies } = await createSession(trx, user, asked, now);
  return { json, cookies: [...cookies, setCookie(pendingSignInCookie, '', 0, asked.https)] };
}

/** Completes a pending sign-in by a code. */
export async function signInWithCode(
  { deps, signInThrottle }: SignInContext,
  code: string,
  asked: SignInRequest,
): Promise<SignInAnswer> {
  const { half, user } = await requirePendingSignIn(deps, asked, 'second_step');
  const attempt = await makeAttempt(deps, secondFactorAttempts(user.id), user.id, asked);
  const wait = signInThrottle.begin(attempt);
  if (wait !== undefined) throw tooManyTries(wait);
  const now = deps.clock();
  const at = now.toISOString();
  const proof = await checkCode(deps, user.id, code);
  const opened =
    proof === undefined
      ? undefined
      : await deps.db.write(async (trx) => {
          if (!(await spendProof(trx, user, proof, at)) || !(await endPendingSignIn(trx, half)))
            return undefined;
          await recordEvent(trx, {
            at,
            actor: user,
            kind: 'signed_in',
            detail: { second_step: proof.way },
          });
          return completeSignIn(trx, user, asked, now);
        });
  if (opened === undefined) {
    recordFailure(deps, user, 'second_step_failed', secondFactorEndpoints.signInCode.path);
    throw wrong();
  }
  signInThrottle.succeed(attempt);
  return opened;
}
