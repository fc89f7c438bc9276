import { compact } from '#domain/values/compact.ts';
import type { Reader } from '#server/db/db.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import type { ProjectSum } from './sum-cache.ts';

/** Makes a sum of a query that counts projects. */
export const countSum = <Scope extends ProjectScope>(
  name: string,
  read: (reader: Reader, scope: Scope) => Promise<number>,
  changedByDay?: ProjectSum<Scope, number>['changedByDay'],
): ProjectSum<Scope, number> => ({
  name,
  read,
  replace: (sum, { before, after }) => sum - before + after,
  sizeOf: () => 8,
  ...compact({ changedByDay }),
});
