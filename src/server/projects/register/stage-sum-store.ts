import { staleAfterDays } from '#domain/projects/actions.ts';
import { stages } from '#domain/projects/stage.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { stalledAfterDays } from '#domain/projects/stage-days.ts';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { sqlSizePart } from '#server/db/sql-size-part.ts';
import type { VersionExpressions } from './filter-store.ts';
import { versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { addedColumns, sumColumns } from './amount-sums.ts';

const withLimit = stages.flatMap((stage) => {
  const days = stalledAfterDays[stage];
  return days === undefined ? [] : [{ stage, days }];
});

/** The limits of a day that a version `v` may exceed by its own columns. */
interface Limits {
  readonly isOverdue: RawBuilder<SqlBool>;
  readonly isStale: RawBuilder<SqlBool>;
  /**
   * The day before which the last substantive event of a stalled project is. Null for a stage
   * without a limit.
   */
  readonly stalledBefore: RawBuilder<IsoDate | null>;
  /** Whether the version exceeds one of them. */
  readonly isOver: RawBuilder<SqlBool>;
}

/** Makes the conditions by which a project needs action on a day. */
export function limitsAt(as_of: IsoDate): Limits {
  const isOverdue = sql<SqlBool>`v.overdue_baseline < ${as_of}`;
  const isStale = sql<SqlBool>`v.last_update < ${addDays(as_of, -staleAfterDays)}`;
  const days = withLimit.map(
    ({ stage, days }) => sql`when ${sql.lit(stage)} then ${sql.lit(addDays(as_of, -days))}`,
  );
  const stalledBefore = sql<IsoDate | null>`case v.stage ${sql.join(days, sql` `)} end`;
  const isOver = sql<SqlBool>`(${isOverdue} or ${isStale} or v.event_since < ${stalledBefore})`;
  return { isOverdue, isStale, stalledBefore, isOver };
}

/** Selects the number of projects that exceed a limit, and how many of them are overdue or stale. */
const selectOver = ({ as_of }: ProjectScope) => {
  const { isOver, isOverdue, isStale } = limitsAt(as_of);
  return [
    sql<number>`count(*) filter (where ${isOver})`.as('over'),
    sql<number>`count(*) filter (where ${isOverdue})`.as('overdue'),
    sql<number>`count(*) filter (where ${isStale})`.as('stale'),
  ] as const;
};

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
      sqlSizePart(getEngine(reader)).as('part'),
      ...sumColumns(eb as unknown as VersionExpressions, 'total_investment'),
      undatedCount.as('undated'),
      countNotJudged(scope).as('not_judged'),
      ...selectOver(scope),
    ])
    .groupBy(['v.stage', 'v.status', 'v.data_status_rank', 'v.total_investment_currency', 'part'])
    .execute();
type StageSum = Awaited<ReturnType<typeof selectStageSums>>[number];

const stageSums = groupSum<ProjectScope, StageSum>({
  name: 'stages',
  added: [...addedColumns, 'undated', 'not_judged', 'over', 'overdue', 'stale'],
  read: selectStageSums,
});

/**
 * Reads count and planned investment by stage, status, data status, currency and size, with the
 * numbers of projects that need action by their own columns, or that the list of actions cannot
 * judge. The rows are few even for a large
 * register, and from their sizes come the distributions.
 */
export const sumsByStage = (reader: Reader, scope: ProjectScope): Promise<readonly StageSum[]> =>
  readSum(reader, scope, stageSums);

const stageCounts = groupSum({
  name: 'stage_counts',
  added: ['count'],
  read: (reader, scope: ProjectScope) =>
    versionsAt(reader, scope)
      .select((eb) => [
        'v.stage',
        'v.status',
        'v.data_status_rank as weakest',
        eb.fn.countAll<number>().as('count'),
      ])
      .groupBy(['v.stage', 'v.status', 'v.data_status_rank'])
      .execute(),
  changedByDay: byVersion,
});
type StageCount = Awaited<ReturnType<typeof stageCounts.read>>[number];

/**
 * Counts the projects by stage, status and data status, for a compared day. It takes half of the
 * time of the sums.
 */
export const countsByStage = (
  reader: Reader,
  scope: ProjectScope,
): Promise<readonly StageCount[]> => readSum(reader, scope, stageCounts);
