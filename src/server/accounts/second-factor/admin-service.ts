import type { Role } from '#contract/core/rights.ts';
import { makeSecondFactorKey } from './service.ts';
import type { SignInContext } from '#server/accounts/sign-in/confirm-password.ts';
import type { Trx } from '#server/db/db.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import type { Actor } from '#server/http/host.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  listSecondFactorRoles,
  listAccountsWithSecondFactor,
  putSecondFactorRoles,
  removeSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import { endSessions } from '#server/accounts/session-store.ts';
import { findUser } from '#server/accounts/user-store.ts';

/**
 * Removes the second factor of another person, and ends that person's sessions.
 * @returns the number of ended sessions
 * @throws HttpProblem if the person is unknown, is the caller, or has no second factor
 */
export async function resetSecondFactor(
  { deps: { db, clock }, signInThrottle }: SignInContext,
  id: string,
  actor: Actor,
): Promise<number> {
  if (id === actor.id)
    throw problem(
      'conflict',
      'Turn off your own second factor on your account page, with your password and a code.',
    );
  const endedCount = await db.write(async (trx) => {
    const user = await findUser(trx, id);
    if (user === undefined) throw problem('not_found', 'There is no such person.');
    if (!(await removeSecondFactor(trx, id)))
      throw problem('conflict', 'This person has no second factor.');
    const count = await endSessions(trx, id);
    const at = clock().toISOString();
    await recordEvent(trx, { at, actor, kind: 'second_step_reset', object: user.name });
    return count;
  });
  await signInThrottle.forget(makeSecondFactorKey(id));
  return endedCount;
}

async function requireOwnSecondFactor(
  trx: Trx,
  principal: Principal | undefined,
  roles: readonly Role[],
): Promise<void> {
  const mine = principal?.mode === 'account' && roles.includes(principal.role);
  if (mine && !(await listAccountsWithSecondFactor(trx)).has(principal.id))
    throw problem(
      'conflict',
      'Set up your own second factor first: your role would require one at once.',
      {
        errors: [
          {
            path: 'roles',
            value: 'own',
            message: 'include your own role, and you have no second factor',
          },
        ],
      },
    );
}

/**
 * Sets the roles that must have a second factor.
 * @param check - compares the current roles with the version that the client sent
 * @returns the stored roles
 * @throws HttpProblem if the role of the caller would require a factor that the caller lacks
 */
export const changeSecondFactorRoles = (
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  { roles, reason }: { readonly roles: readonly Role[]; readonly reason: string },
  { principal, actor }: { readonly principal: Principal | undefined; readonly actor: Actor },
  check: (current: readonly Role[]) => void,
): Promise<readonly Role[]> =>
  db.write(async (trx) => {
    check(await listSecondFactorRoles(trx));
    await requireOwnSecondFactor(trx, principal, roles);
    await putSecondFactorRoles(trx, roles);
    const storedRoles = await listSecondFactorRoles(trx);
    await recordEvent(trx, {
      at: clock().toISOString(),
      actor,
      kind: 'second_step_roles',
      detail: { roles: storedRoles.join(','), reason },
    });
    return storedRoles;
  });
