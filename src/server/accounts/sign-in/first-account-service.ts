import type { BodyOf, Endpoints } from '#contract/endpoints.ts';
import { requireFreeName } from '#server/accounts/available-name.ts';
import {
  createSession,
  type Browser,
  type SignInAnswer,
} from '#server/accounts/sessions/create-session.ts';
import { hashNewPassword } from './new-password.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Caller } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { newId } from '#server/core/secrets.ts';
import { recordEvent } from '#server/audit/store.ts';
import { addUser, hasUsers } from '#server/accounts/user-store.ts';

/**
 * Creates the first account, which is an admin, and signs its owner in.
 * @throws HttpProblem if there is an account, or the password has a fault
 */
export async function createFirstAccount(
  deps: AppDeps,
  { login, name, password: newPassword }: BodyOf<Endpoints['setUp']>,
  principal: Caller['principal'],
  browser: Omit<Browser, 'session'>,
): Promise<SignInAnswer> {
  const password = await hashNewPassword(deps, newPassword, [login, name]);
  const now = deps.clock();
  const at = now.toISOString();
  return deps.db.write(async (trx) => {
    if (await hasUsers(trx))
      throw problem(
        'conflict',
        'The first account was made meanwhile. Ask its owner for an invitation.',
      );
    await requireFreeName(trx, name);
    const user = await addUser(trx, {
      id: newId('u'),
      login,
      name,
      role: 'admin',
      password,
      created_at: at,
    });
    await recordEvent(trx, {
      at,
      actor: user,
      kind: 'first_account',
      detail: { by: principal?.mode ?? '' },
    });
    return createSession(trx, user, { ...browser, session: undefined }, now);
  });
}
