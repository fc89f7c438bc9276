import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/kept-sums.ts';
import type { Reader } from '#server/db/db.ts';
import type { VersionExpressions } from './filter-store.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { addedColumns, sumColumns } from './amount-sums.ts';

const selectStageSums = (reader: Reader, scope: ProjectScope) =>
  versionsAt(reader, scope)
    .select((eb) => [
      'v.stage',
      'v.status',
      'v.data_status_rank as weakest',
      ...sumColumns(eb as unknown as VersionExpressions, 'total_investment'),
    ])
    .groupBy(['v.stage', 'v.status', 'v.data_status_rank', 'v.total_investment_currency'])
    .execute();
type StageSum = Awaited<ReturnType<typeof selectStageSums>>[number];

const stageSums = groupSum<ProjectScope, StageSum>({
  name: 'stages',
  added: addedColumns,
  read: selectStageSums,
});

/**
 * Reads count and planned investment by stage, status, data status and currency. The rows are few
 * even for a large register.
 */
export const sumsByStage = (reader: Reader, scope: ProjectScope): Promise<readonly StageSum[]> =>
  readSum(reader, scope, stageSums);
