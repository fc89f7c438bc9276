import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { SignIn } from '#contract/accounts/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret } from '#server/core/secrets.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import { recordEvent } from '#server/audit/store.ts';
import { isKnownDevice } from '#server/accounts/session-store.ts';
import { changeUser, findUser, findUserByLogin, foldLogin } from '#server/accounts/user-store.ts';
import { continueAfterPassword } from './pending-sign-in.ts';
import type { SignInAttempt } from '#server/http/throttle/sign-in-throttle.ts';
import {
  readDevice,
  type Browser,
  type SignInAnswer,
} from '#server/accounts/sessions/create-session.ts';
import { rejectWhenQueueFull, renewHash, requirePasswords } from './new-password.ts';
import { recordFailure } from './record-failure.ts';
import type { SignInContext } from './confirm-password.ts';

/**
 * The server verifies this hash for unknown accounts, so that response times are equal. No known
 * password matches it.
 */
const dummyPasswordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGhhcyB0aGlzIQ$cmVwbGFjZWQgYnkgbm90aGluZyB0aGF0IG1hdGNoZXMgaXQ';

/**
 * Makes the attempt that the throttle counts. A browser that this account has used before has its
 * own count.
 */
export async function makeAttempt(
  { db, clock }: AppDeps,
  account: string,
  owner: string,
  request: SignInRequest,
): Promise<SignInAttempt> {
  const device = readDevice(request);
  const hash = device === undefined ? undefined : await hashSecret(device);
  const isKnown = hash !== undefined && (await isKnownDevice(db, hash, owner, clock()));
  return { account, device: isKnown ? hash : undefined, block: addressBlock(request.ip) };
}
/** Makes the problem of too many tries to sign in, with the seconds to wait. */
export const makeTooManyTriesProblem = (seconds: number) =>
  problem(
    'rate_limited',
    'Too many attempts. Wait, or sign in with a browser that you used here before.',
    {
      headers: { 'retry-after': String(seconds) },
    },
  );
const wrong = () =>
  problem('sign_in_required', 'This name and this password do not belong together.', {
    guessed: true,
  });

/** A request to sign in. */
export interface SignInRequest extends Browser {
  readonly ip: string | undefined;
}

/**
 * Signs in by name and password. The response and its time are the same for a wrong name, a wrong
 * password and a disabled account.
 * @throws HttpProblem, the same for every wrong pair, or `rate_limited` after too many attempts
 */
export async function signIn(
  { deps, signInThrottle }: SignInContext,
  { login, password }: SignIn,
  request: SignInRequest,
): Promise<SignInAnswer> {
  const passwords = requirePasswords(deps);
  const now = deps.clock();
  const user = await findUserByLogin(deps.db, login);
  const attempt = await makeAttempt(deps, foldLogin(login).slice(0, 200), user?.id ?? '', request);
  const wait = await signInThrottle.begin(attempt);
  if (wait !== undefined) throw makeTooManyTriesProblem(wait);
  const passwordHash = user?.password ?? dummyPasswordHash;
  const fits = await rejectWhenQueueFull(() =>
    passwords.verify(passwordHash, password, attempt.device === undefined ? 'all' : 'known'),
  ).catch(async (error: unknown) => {
    await signInThrottle.withdraw(attempt);
    throw error;
  });
  if (!fits || user?.state !== 'active') {
    if (user !== undefined)
      recordFailure(deps, user, 'sign_in_failed', accountEndpoints.signIn.path);
    throw wrong();
  }
  await signInThrottle.succeed(attempt);
  const newHash = await renewHash(passwords, passwordHash, password);
  return deps.db.write(async (trx) => {
    // meanwhile the account may have been disabled, or its password changed
    const current = await findUser(trx, user.id);
    if (current?.state !== 'active' || current.password !== user.password) throw wrong();
    if (newHash !== undefined) await changeUser(trx, user, { password: newHash });
    const sessionAnswer = await continueAfterPassword(trx, user, password, request, now);
    if (sessionAnswer.json.state === 'signed_in')
      await recordEvent(trx, { at: now.toISOString(), actor: user, kind: 'signed_in' });
    return sessionAnswer;
  });
}
