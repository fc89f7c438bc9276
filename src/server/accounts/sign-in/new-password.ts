import { type PasswordFault, passwordLength } from '#contract/accounts/constants.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { readZone } from '#server/zone/store.ts';
import { passwordFault } from './password-rules.ts';
import { QueueFullError, type Passwords } from '#server/core/password-hashing.ts';

const faultWords = (beside: boolean): Readonly<Record<PasswordFault, string>> => ({
  too_short: `must have at least ${beside ? passwordLength.leastBeside : passwordLength.least} characters`,
  too_long: `must have at most ${passwordLength.most} characters`,
  common: 'is guessed too easily: common words, names and rows of keys count little',
  listed:
    'stands in the lists of leaked passwords that are tried first: choose one that nobody else has',
});
/** Where nobody can have an account there is no such address. */
export function requirePasswords({ passwords }: Pick<AppDeps, 'passwords'>): Passwords {
  if (passwords === undefined) throw problem('not_found', 'There are no accounts here.');
  return passwords;
}
/** Work with a password; when too many wait for theirs already, a problem that says to wait. */
export async function rejectWhenQueueFull<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof QueueFullError)
      throw problem('rate_limited', 'Many people sign in just now: try again in a few seconds.', {
        headers: { 'retry-after': '3' },
      });
    throw error;
  }
}

/**
 * The stored form of a new password, or what is wrong with it. `about`: words that stand for its
 * owner; `beside`: who has a second step.
 */
export async function hashNewPassword(
  deps: AppDeps,
  password: string,
  about: readonly string[],
  beside = false,
): Promise<string> {
  const passwords = requirePasswords(deps);
  const origin = await readChosenOrigin(deps.db);
  const zone = origin === null ? undefined : await readZone(deps.db, origin);
  const place =
    zone === undefined ? [] : [...Object.values(zone.name), ...Object.values(zone.short_name)];
  const fault = passwordFault(password, {
    context: [...about, ...place],
    commonest: await passwords.commonest(),
    beside,
  });
  if (fault !== undefined) {
    const message = faultWords(beside)[fault];
    throw problem('bad_request', `Correct password: it ${message}.`, {
      errors: [{ path: 'password', value: fault, message }],
    });
  }
  return rejectWhenQueueFull(() => passwords.hash(password));
}
