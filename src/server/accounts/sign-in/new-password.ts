import { type PasswordFault, passwordLength } from '#contract/accounts/constants.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import { findPasswordFault } from './password-rules.ts';
import { QueueFullError, type Passwords } from '#server/core/password-hashing.ts';

const makeFaultMessages = (hasFactor: boolean): Readonly<Record<PasswordFault, string>> => ({
  too_short: `must have at least ${hasFactor ? passwordLength.leastWithSecondFactor : passwordLength.least} characters`,
  too_long: `must have at most ${passwordLength.most} characters`,
  common: 'is too easy to guess: common words, names and keyboard rows add little',
  listed: 'is in the lists of leaked passwords that attackers try first: choose another one',
});
/** Returns the password hasher. @throws HttpProblem if the runtime has no accounts */
export function requirePasswords({ passwords }: Pick<AppDeps, 'passwords'>): Passwords {
  if (passwords === undefined) throw problem('not_found', 'There are no accounts here.');
  return passwords;
}
/**
 * Runs work that hashes or verifies a password.
 * @throws HttpProblem with the time to wait if too many hashes already wait
 */
export async function rejectWhenQueueFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueFullError)
      throw problem('rate_limited', 'Many people are signing in. Try again in a few seconds.', {
        headers: { 'retry-after': '3' },
      });
    throw error;
  }
}

/**
 * Hashes a password again if its stored hash is weaker than new ones.
 * @returns undefined if the hash is as strong, or if too many hashes wait: a later sign-in renews it
 * @throws any other error of the hasher
 */
export async function renewHash(
  passwords: Pick<Passwords, 'isOld' | 'hash'>,
  hash: string,
  password: string,
): Promise<string | undefined> {
  if (!passwords.isOld(hash)) return undefined;
  try {
    return await passwords.hash(password);
  } catch (error) {
    if (error instanceof QueueFullError) return undefined;
    throw error;
  }
}

/**
 * Hashes a new password.
 * @param about - words about its owner, which a password must not consist of
 * @param hasFactor - whether the account has a second factor
 * @throws HttpProblem that describes the fault of the password
 */
export async function hashNewPassword(
  deps: AppDeps,
  password: string,
  about: readonly string[],
  hasFactor = false,
): Promise<string> {
  const passwords = requirePasswords(deps);
  const zone = await readDisplayedZone(deps.db);
  const place =
    zone === undefined ? [] : [...Object.values(zone.name), ...Object.values(zone.short_name)];
  const fault = findPasswordFault(password, {
    context: [...about, ...place],
    commonest: await passwords.commonest(),
    hasFactor,
  });
  if (fault !== undefined) {
    const message = makeFaultMessages(hasFactor)[fault];
    throw problem('bad_request', `Correct password: it ${message}.`, {
      errors: [{ path: 'password', value: fault, message }],
    });
  }
  return rejectWhenQueueFull(() => passwords.hash(password));
}
