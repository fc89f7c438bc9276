import type { Endpoints } from '#contract/endpoints.ts';
import { policy, type Principal } from '#server/core/policy.ts';
import { listRights } from '#server/core/role-rights.ts';

/** Whether a principal has the right that an endpoint requires. */
export function mayCall(
  principal: Principal,
  id: keyof Endpoints,
  params: Readonly<Record<string, string>> = {},
): boolean {
  const rule = policy[id];
  if ('open' in rule) return true;
  const rights = listRights(principal);
  if ('own' in rule) return rights.includes(rule.own) || rights.includes(rule.all);
  return rights.includes(typeof rule.right === 'function' ? rule.right(params) : rule.right);
}
