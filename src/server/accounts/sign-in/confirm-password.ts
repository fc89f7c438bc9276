import { problem } from '#server/core/problem.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { User } from '#server/accounts/user-store.ts';
import type { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { rejectWhenQueueFull, requirePasswords } from './new-password.ts';

export interface SignInContext {
  readonly deps: AppDeps;
  readonly signInThrottle: SignInThrottle;
}
/**
 * Limits the attempts of a signed-in or pending user. After ten failures in 15 minutes the user
 * must wait. Work that throws verified nothing, so it is no attempt.
 * @returns the result of the work; undefined counts as a failed attempt
 * @throws HttpProblem `rate_limited` with the seconds to wait; the error of the work
 */
export async function limitTries<T>(
  attempts: SignInThrottle,
  what: string,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const attempt = { account: `own ${what}`, block: `own ${what}` };
  const wait = await attempts.begin(attempt);
  if (wait !== undefined)
    throw problem('rate_limited', 'Too many attempts. Wait a while.', {
      headers: { 'retry-after': String(wait) },
    });
  const result = await work().catch(async (error: unknown) => {
    await attempts.withdraw(attempt);
    throw error;
  });
  if (result !== undefined) await attempts.succeed(attempt);
  return result;
}
/**
 * Requires the current password of a signed-in user.
 * @param path - the field of the password, which the problem names
 * @throws HttpProblem if the password is wrong, or after too many attempts
 */
export async function requireOwnPassword(
  { deps, signInThrottle }: SignInContext,
  user: User,
  input: string,
  path: string,
): Promise<void> {
  const { password } = user;
  const fits = await limitTries(signInThrottle, user.id, async () =>
    password !== null &&
    (await rejectWhenQueueFull(() => requirePasswords(deps).verify(password, input, 'known')))
      ? true
      : undefined,
  );
  if (fits === undefined)
    throw problem('bad_request', `Correct ${path}: this is not your current password.`, {
      errors: [{ path, value: 'wrong', message: 'is not your current password' }],
    });
}
