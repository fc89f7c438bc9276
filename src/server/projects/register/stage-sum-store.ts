import type { Reader } from '#server/db/db.ts';
import type { VersionExpressions } from './filter-store.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { sumColumns } from './amount-sums.ts';

/**
 * Selects count and planned investment by stage, status and currency, with the weakest data status.
 * The rows are few even for a large register.
 */
export const sumsByStage = (reader: Reader, scope: ProjectScope) =>
  versionsAt(reader, scope)
    .select((eb) => [
      'v.stage',
      'v.status',
      eb.fn.max('v.data_status_rank').as('weakest'),
      ...sumColumns(eb as unknown as VersionExpressions, 'total_investment'),
    ])
    .groupBy(['v.stage', 'v.status', 'v.total_investment_currency'])
    .execute();
