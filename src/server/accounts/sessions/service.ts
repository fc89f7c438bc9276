import { compact } from '#domain/values/compact.ts';
import type { Session } from '#contract/service/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { listRights } from '#server/core/role-rights.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { listOrigins } from '#server/zone/store.ts';

/** Describes the caller's role and rights, and the registers in the store. */
export async function describeSession(
  { db, passwords, config }: Pick<AppDeps, 'db' | 'passwords' | 'config'>,
  principal: Principal,
): Promise<Session> {
  const [origin, origins] = await Promise.all([readChosenOrigin(db), listOrigins(db)]);
  const { mode, role, name } = principal;
  const may = listRights(principal).filter(
    (right) => right !== 'set_up' || passwords !== undefined,
  );
  return {
    mode,
    role,
    name,
    may,
    origin,
    origins,
    ...compact({ address: config.address }),
  };
}
