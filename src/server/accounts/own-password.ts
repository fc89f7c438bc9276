import { problem } from '#server/http/problem.ts';
import type { AppDeps } from '#server/deps.ts';
import type { User } from '#server/store/users.ts';
import type { Attempts } from './attempts.ts';
import { inTurn, passwordsOf } from './new-password.ts';

export interface Parts {
  readonly deps: AppDeps;
  readonly attempts: Attempts;
}
/** Refuses who is signed in and does not know the password. `path`: the field that it was typed in. */
export async function requireOwnPassword({ deps, attempts }: Parts, user: User, given: string, path: string): Promise<void> {
  const attempt = { account: `own ${user.id}`, block: `own ${user.id}` };
  const wait = attempts.begin(attempt);
  if (wait !== undefined) throw problem('rate_limited', 'Too many tries: wait a while.', { headers: { 'retry-after': String(wait) } });
  const fits = await inTurn(async () => user.password !== null && (await passwordsOf(deps).verify(user.password, given, 'known')));
  if (!fits)
    throw problem('bad_request', `Correct ${path}: this is not your present password.`, {
      errors: [{ path, value: 'wrong', message: 'is not your present password' }],
    });
  attempts.succeed(attempt);
}
