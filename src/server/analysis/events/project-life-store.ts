import { expressionBuilder, sql, type RawBuilder } from 'kysely';
import type { EventMeasure } from '#domain/analysis/events/event-series.ts';
import {
  endedStatuses,
  isOpenStatus,
  stages,
  statuses,
  type Stage,
} from '#domain/projects/stage.ts';
import {
  filterConditions,
  type ProjectFilters,
  type VersionExpressions,
} from '#server/projects/register/filter-store.ts';
import { isKnownBy } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The projects that match filters on a day. Their whole history up to that day is read. */
export interface LifeQuery extends ProjectScope {
  readonly filters?: Omit<ProjectFilters, 'q'>;
}

const isNow = ({ as_of }: LifeQuery): RawBuilder<unknown> => sql`v.valid_to > ${as_of}`;
const names = (stageNames: readonly string[]): RawBuilder<unknown> =>
  sql.join(stageNames.map((one) => sql.lit(one)));
const openStatuses = names(statuses.filter(isOpenStatus));

/**
 * Selects the first day on which a project `v` had reached a stage. A `~` follows a day that is
 * only the latest possible one: an edition first shows the stage, or the project skipped it.
 * @returns null if it never reached the stage
 */
export const firstDayIn = (stage: Stage): RawBuilder<string | null> => {
  const rank = sql.lit(stages.indexOf(stage));
  return sql`min(case when v.stage_rank >= ${rank} then v.valid_from ||
    case when v.stage_rank = ${rank} and v.stage_since is not null then '' else '~' end end)`;
};
/** Selects the first day on which a project `v` had ended. */
export const firstDayEnded = sql<
  string | null
>`min(case when v.status in (${names(endedStatuses)}) then v.valid_from end)`;
/** Selects the day after the last day on which a project `v` was active or on hold. */
export const lastDayOpen = sql<
  string | null
>`max(case when v.status in (${openStatuses}) then v.valid_to end)`;
/** Selects the status of a project `v` on the day. */
export const statusNow = (query: LifeQuery): RawBuilder<string> =>
  sql`max(case when ${isNow(query)} then v.status end)`;
/** Selects the stage of a project `v` on the day. */
export const stageNow = (query: LifeQuery): RawBuilder<string> =>
  sql`max(case when ${isNow(query)} then v.stage end)`;
/** Selects the amount of a project `v` on the day. */
export const amountNow = (query: LifeQuery, measure: EventMeasure): RawBuilder<unknown> =>
  measure === 'projects'
    ? sql`cast(null as bigint) as minor, cast(null as text) as currency`
    : sql`max(case when ${isNow(query)} then v.${sql.ref(`${measure}_minor`)} end) as minor,
    max(case when ${isNow(query)} then v.${sql.ref(`${measure}_currency`)} end) as currency`;
/** Makes the SQL that is 1 where a project is open in its present version, else 0. */
export const isOpenNow = (query: LifeQuery): RawBuilder<number> =>
  sql`max(case when ${isNow(query)} and v.status in (${openStatuses}) then 1 else 0 end)`;

/** Makes the condition that a project matches the filters on the day. */
function matches(query: LifeQuery): RawBuilder<unknown> {
  const eb = expressionBuilder() as unknown as VersionExpressions;
  const conditions = filterConditions(eb, query.filters ?? {}, query.knownRevision);
  return conditions.length === 0
    ? sql``
    : sql`having max(case when ${isNow(query)} and ${sql.join(conditions, sql` and `)} then 1 else 0 end) = 1`;
}

/**
 * Selects one row for each project that the register had by the day. It takes one pass over the
 * versions `v`, whereas a join would look up each project.
 * @param columns - aggregates over the versions of a project
 */
export function selectLives(query: LifeQuery, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select v.code, ${columns} from project_version as v
    where ${isKnownBy(query)} group by v.code ${matches(query)}`;
}
