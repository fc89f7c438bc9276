import { addDays } from '#domain/values/date.ts';
import { stalledAfterDays } from '#domain/projects/stage-days.ts';
import { sql } from 'kysely';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/kept-sums.ts';
import type { Reader } from '#server/db/db.ts';
import type { VersionExpressions } from './filter-store.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { addedColumns, sumColumns } from './amount-sums.ts';

/** Selects the number of projects that have neither a planned date, nor an update, nor an event. */
const undatedCount = sql<number>`count(*) filter (where v.overdue_baseline is null
  and v.last_update is null and v.event_since is null)`;

/**
 * Selects the number of projects that have been under construction for longer than the limit and
 * whose completed investment is known from one edition only.
 */
const countNotJudged = ({ as_of }: ProjectScope) => {
  const limit = addDays(as_of, -(stalledAfterDays.construction ?? 0));
  return sql<number>`count(*) filter (where v.stage = 'construction' and v.stage_since < ${limit}
    and v.event_since is null)`;
};

const selectStageSums = (reader: Reader, scope: ProjectScope) =>
  versionsAt(reader, scope)
    .select((eb) => [
      'v.stage',
      'v.status',
      'v.data_status_rank as weakest',
      ...sumColumns(eb as unknown as VersionExpressions, 'total_investment'),
      undatedCount.as('undated'),
      countNotJudged(scope).as('not_judged'),
    ])
    .groupBy(['v.stage', 'v.status', 'v.data_status_rank', 'v.total_investment_currency'])
    .execute();
type StageSum = Awaited<ReturnType<typeof selectStageSums>>[number];

const stageSums = groupSum<ProjectScope, StageSum>({
  name: 'stages',
  added: [...addedColumns, 'undated', 'not_judged'],
  read: selectStageSums,
});

/**
 * Reads count and planned investment by stage, status, data status and currency, with the numbers of
 * projects that the list of actions cannot judge. The rows are few even for a large register.
 */
export const sumsByStage = (reader: Reader, scope: ProjectScope): Promise<readonly StageSum[]> =>
  readSum(reader, scope, stageSums);
