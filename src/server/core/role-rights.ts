import { roles, type Mode, type Right, type Role } from '#contract/core/rights.ts';
import { type HttpProblem, problem } from './problem.ts';

/** The lowest role that has a right. */
const leastRoles: Readonly<Record<Exclude<Right, 'own_account' | 'set_up'>, Role>> = {
  view: 'viewer',
  view_notes: 'analyst',
  export_data: 'analyst',
  share_own: 'analyst',
  edit: 'manager',
  import: 'manager',
  set_targets: 'manager',
  share_all: 'manager',
  read_audit: 'manager',
  manage_people: 'admin',
};
type RankRight = keyof typeof leastRoles;
const rolesByRank = Object.keys(leastRoles) as readonly RankRight[];

/** Finds the lowest role that has a right. @returns undefined if no role has it */
const findLeastRole = (right: Right): Role | undefined =>
  right in leastRoles ? leastRoles[right as RankRight] : undefined;

/** Whether a role has a right. */
export const may = (role: Role, right: RankRight): boolean =>
  roles.indexOf(role) >= roles.indexOf(leastRoles[right]);

/** Lists the rights of an export token: only to export data, if its owner may. */
const listExportRights = (role: Role): readonly Right[] =>
  may(role, 'export_data') ? ['export_data'] : [];

/**
 * Lists the rights of a principal. Only a principal without an account may create the first
 * account. Tokens never manage people.
 */
export const listRights = ({
  role,
  mode,
}: {
  readonly role: Role;
  readonly mode: Mode;
}): readonly Right[] =>
  mode === 'export'
    ? listExportRights(role)
    : [
        ...rolesByRank.filter(
          (right) => may(role, right) && !(mode === 'token' && right === 'manage_people'),
        ),
        ...(mode === 'account' ? ['own_account' as const] : []),
        ...(mode === 'local' || mode === 'key' ? ['set_up' as const] : []),
      ];

/** Makes the rejection of a caller without a right. It names the role that has the right. */
export const rejectRight = (right: Right): HttpProblem => {
  const role = findLeastRole(right);
  return problem(
    'forbidden',
    role === undefined
      ? 'Only a signed-in user, or the person who sets up this Headway, can do this.'
      : `You need at least the ${role} role for this: ask an admin of this Headway.`,
    role === undefined
      ? {}
      : { errors: [{ path: 'role', value: role, message: `at least the ${role} role is needed` }] },
  );
};
