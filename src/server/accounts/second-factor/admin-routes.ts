import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import { makeSecondFactorKey } from './service.ts';
import { requireMatch } from '#server/http/etag.ts';
import { problem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import {
  listSecondFactorRoles,
  listAccountsWithSecondFactor,
  putSecondFactorRoles,
  removeSecondFactor,
} from '#server/accounts/second-factor-store.ts';
import { endSessions } from '#server/accounts/session-store.ts';
import { findUser } from '#server/accounts/user-store.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints by which admins require second factors and reset lost ones. */
export function addSecondFactorManagement(host: Host): void {
  const { deps, signInThrottle } = host;
  const at = (): string => deps.clock().toISOString();

  route(host, 'resetSecondStep', async ({ params, principal, author }) => {
    const id = params['id'] ?? '';
    if (id === principal?.id)
      throw problem(
        'conflict',
        'Turn off your own second factor on your account page, with your password and a code.',
      );
    const result = await deps.db.write(async (trx) => {
      const user = await findUser(trx, id);
      if (user === undefined) throw problem('not_found', 'There is no such person.');
      if (!(await removeSecondFactor(trx, id)))
        throw problem('conflict', 'This person has no second factor.');
      const endedCount = await endSessions(trx, id);
      await recordEvent(trx, {
        at: at(),
        actor: principal ?? { name: author },
        kind: 'second_step_reset',
        object: user.name,
      });
      return { json: { ended: endedCount } };
    });
    await signInThrottle.forget(makeSecondFactorKey(id));
    return result;
  });
  route(host, 'secondStepRoles', ({ body, request, principal, author }) =>
    deps.db.write(async (trx) => {
      const { roles, reason } = body;
      const before = await listSecondFactorRoles(trx);
      requireMatch(request, secondFactorRolesTag(before), { roles: before });
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
      await putSecondFactorRoles(trx, roles);
      const storedRoles = await listSecondFactorRoles(trx);
      await recordEvent(trx, {
        at: at(),
        actor: principal ?? { name: author },
        kind: 'second_step_roles',
        detail: { roles: storedRoles.join(','), reason },
      });
      return { json: { roles: storedRoles }, tag: secondFactorRolesTag(storedRoles) };
    }),
  );
}
