import { secondFactorRolesTag } from '#contract/accounts/constants.ts';
import { changeSecondFactorRoles, resetSecondFactor } from './admin-service.ts';
import { requireMatch } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { getActor, route } from '#server/http/route.ts';

/** Adds the endpoints by which admins require second factors and reset lost ones. */
export function addSecondFactorManagement(host: Host): void {
  route(host, 'resetSecondStep', async ({ params, ...call }) => ({
    json: { ended: await resetSecondFactor(host, params['id'] ?? '', getActor(call)) },
  }));
  route(host, 'secondStepRoles', async ({ body, request, principal, author }) => {
    const actor = getActor({ principal, author });
    const roles = await changeSecondFactorRoles(host.deps, body, { principal, actor }, (current) =>
      requireMatch(request, secondFactorRolesTag(current), { roles: current }),
    );
    return { json: { roles }, tag: secondFactorRolesTag(roles) };
  });
}
