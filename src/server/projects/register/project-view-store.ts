import type { ProjectScope } from '#server/zone/register-scope.ts';
import { compact } from '#domain/values/compact.ts';
import { withFirstPlans } from '#domain/projects/milestones.ts';
import type { Milestone, Project } from '#domain/projects/project.ts';
import type { Names } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { isMember, matchesFilter, type Within } from '#server/db/register-filter.ts';
import type { Reader } from '#server/db/db.ts';
import { findFirstPlans, type PlanDateEntry, readFirstPlans } from './plan-date-store.ts';
import { begin, isInScope, joinFacts, knownAt } from '#server/db/versions.ts';

/**
 * The access path. `all` reads every row of the day, for counts, sums and rare matches. `in_order`
 * walks along the index of the order and stops when the page is full. The engines' planners would
 * choose the wrong path, so `in_order` writes the condition on the day in a form that no index
 * matches.
 */
export type Access = 'all' | 'in_order';

/**
 * Selects the version rows of a day as known at the revision of the scope. Rows of only some
 * projects are found by their codes.
 */
export const versionsAt = (
  reader: Reader,
  { origin, as_of, knownRevision, without, within, only }: ProjectScope,
  access: Access = 'all',
) => {
  const revision = knownAt(knownRevision);
  const [from, to, known_from] =
    access === 'all' && only === undefined
      ? [
          sql.ref<string>('v.valid_from'),
          sql.ref<string>('v.valid_to'),
          sql.ref<number>('v.revision_from'),
        ]
      : [sql<string>`v.valid_from || ''`, sql<string>`v.valid_to || ''`, begin('v.revision_from')];
  return reader
    .selectFrom('project_version as v')
    .where(isInScope({ origin, without, only }, 'v.'))
    .where(from, '<=', as_of)
    .where(to, '>', as_of)
    .where(known_from, '<=', revision)
    .where('v.revision_to', '>', revision)
    .$if(within !== undefined, (query) =>
      query.where(isWithin(within, { origin, as_of, revision })),
    );
};

/**
 * Makes the condition for the versions `v` of all days up to that of a scope, as known at its
 * revision.
 */
export function isKnownBy(scope: ProjectScope): RawBuilder<SqlBool> {
  const { as_of, knownRevision, only } = scope;
  const revision = knownAt(knownRevision);
  // the versions of some projects are found by their codes
  const [from, known_from] =
    only === undefined
      ? [sql`v.valid_from`, sql`v.revision_from`]
      : [sql`v.valid_from || ''`, begin('v.revision_from')];
  return sql<SqlBool>`${isInScope(scope, 'v.')} and ${from} <= ${as_of}
    and ${known_from} <= ${revision} and v.revision_to > ${revision}`;
}

/** Makes the condition that a version row `v` of a day belongs to a project within a scope. */
export function isWithin(
  within: Within | undefined,
  {
    origin,
    as_of,
    revision,
  }: { readonly origin: Origin; readonly as_of: IsoDate | undefined; readonly revision: number },
): RawBuilder<SqlBool> {
  if (within === undefined) return sql<SqlBool>`1 = 1`;
  return within.day === as_of
    ? matchesFilter(within, 'v', revision)
    : isMember('v.code', within, { origin, revision });
}

/** The columns of a version row that a project needs besides its facts. */
export const viewColumns = [
  'v.code',
  'v.origin',
  'v.stage',
  'v.stage_since',
  'v.stage_by',
  'v.stage_word',
  'v.status',
  'v.status_date',
  'v.status_reason',
  'v.status_reason_code',
  'v.facts_revision',
  'v.facts_from',
  'v.plan_dates',
] as const;

/**
 * Selects a column of the history of the project of a version row `v`, as known at a revision. Each
 * change of a project writes its history, and only the periods that it changed.
 */
export const selectOfHistory = (
  column: 'made_by' | 'revision_from',
  knownRevision: number | undefined,
): RawBuilder<number> =>
  sql`(select ${sql.ref(`l.${column}`)} from project_history as l where l.origin = v.origin and l.code = v.code
    and ${begin('l.revision_from')} <= ${knownAt(knownRevision)} and l.revision_to > ${knownAt(knownRevision)})`;

/** Selects the version rows with their facts, which `toProject` converts. */
export const projectsAt = (reader: Reader, scope: ProjectScope, access: Access = 'in_order') =>
  versionsAt(reader, scope, access)
    .innerJoin('project_facts as f', joinFacts)
    .select([...viewColumns, 'f.facts_json'])
    .select(selectOfHistory('made_by', scope.knownRevision).as('made_by'));

export type ProjectRow = Awaited<
  ReturnType<ReturnType<typeof projectsAt>['executeTakeFirstOrThrow']>
>;

/**
 * Adjusts milestones to a day. Later ones have not happened, and one without an original date gets
 * its first plan date.
 */
export function milestonesAt(
  storedMilestones: readonly Milestone[],
  plan_dates: string | null | readonly PlanDateEntry[],
  day: IsoDate,
): readonly Milestone[] {
  const first =
    typeof plan_dates === 'string' || plan_dates === null
      ? readFirstPlans(plan_dates)
      : findFirstPlans(plan_dates);
  const milestones = withFirstPlans(storedMilestones, first);
  if (!milestones.some(({ actual }) => actual !== undefined && actual > day)) return milestones;
  return milestones.map((milestone) => {
    if (milestone.actual === undefined || milestone.actual <= day) return milestone;
    const { actual: _later, ...rest } = milestone;
    return rest;
  });
}

/** Replaces the stored translations of a row by those of its project. */
export const toNamed = <R extends { readonly names_json: Names | null }>({
  names_json,
  ...row
}: R): Omit<R, 'names_json'> & { readonly names?: Names } => ({
  ...row,
  ...compact({ names: names_json ?? undefined }),
});

/** Converts a row to a project on a day. */
export function toProject(row: ProjectRow, as_of: IsoDate): Project {
  return {
    ...row.facts_json,
    milestones: milestonesAt(row.facts_json.milestones, row.plan_dates, as_of),
    code: row.code,
    origin: row.origin,
    stage: row.stage,
    ...compact({
      stage_since: row.stage_since === null ? undefined : row.stage_since,
      stage_by: row.stage_by === null ? undefined : row.stage_by,
      stage_word: row.stage_word === null ? undefined : row.stage_word,
    }),
    status: row.status,
    ...compact({
      status_date: row.status_date === null ? undefined : row.status_date,
      status_reason: row.status_reason === null ? undefined : row.status_reason,
      status_reason_code: row.status_reason_code === null ? undefined : row.status_reason_code,
    }),
    revision: row.made_by,
  };
}
