import { isInScope } from '#server/db/versions.ts';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Origin } from '#domain/values/data-status.ts';
import { isMember, type Within } from '#server/db/register-filter.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { getEngine, type Reader } from '#server/db/db.ts';
import { followMoreThan, listVersionStarts } from '#server/projects/sums/version-start-store.ts';
import { countProjects } from '#server/projects/register/list-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** A day, and the revision at which it is read. */
export interface KnownDay {
  readonly day: IsoDate;
  readonly knownRevision: number;
}
/** A register on two days, each as known at a revision. */
export interface TwoDays {
  readonly origin: Origin;
  readonly from: KnownDay;
  readonly to: KnownDay;
  readonly measure: Measure;
  /** Codes of excluded projects. `only` has the codes of the projects to read. */
  readonly without?: readonly string[];
  readonly only?: readonly string[];
  /** Only projects that match on the second day. */
  readonly within?: Within;
  /**
   * Whether the versions are read in the order of codes, without the index of the day. It costs
   * less when most projects differ, and needs no memory to group them.
   */
  readonly inOrder?: boolean;
}

/** Columns of a project on one of the days. `minor` and `currency` are those of the measure. */
const columns = {
  name: () => sql`name`,
  names: () => sql`cast(names_json as text)`,
  stage: () => sql`stage`,
  status: () => sql`status`,
  minor: ({ measure }: TwoDays) => sql.ref(`${measure}_minor`),
  currency: ({ measure }: TwoDays) => sql.ref(`${measure}_currency`),
  since: () => sql`coalesce(stage_since, stage_by)`,
  changed: () => sql`status_date`,
  plans: () => sql`plan_dates`,
  investor: () => sql`investor`,
} as const;
export type SideColumn = keyof typeof columns;

/** Makes the condition that a version belongs to a project of the scope and matches the filter. */
function matchScope(query: TwoDays): RawBuilder<SqlBool> {
  const { within, origin, to } = query;
  return within === undefined
    ? isInScope(query)
    : sql`${isInScope(query)}
        and ${isMember('project_version.code', within, { origin, revision: to.knownRevision })}`;
}
/** Selects the versions of the register as known at a revision. */
const knownRows = (query: TwoDays, knownRevision: number): RawBuilder<unknown> =>
  sql`from project_version where ${matchScope(query)} and revision_from <= ${knownRevision} and revision_to > ${knownRevision}`;

/**
 * Whether both days are read at the same revision. Then a version that holds on both days is the
 * same row.
 * @returns false if the days are read at different revisions
 */
export const isOneView = ({ from, to }: TwoDays): boolean =>
  from.knownRevision === to.knownRevision;

/** Two days that are read at one revision, as the scope of a sum over projects. */
export interface TwoDayScope extends ProjectScope {
  readonly knownRevision: number;
  /** The first of the two days. */
  readonly since: IsoDate;
  readonly measure: Measure;
}
/** Makes the scope of two days that are read at one revision. */
export const toTwoDayScope = ({ origin, from, to, ...query }: TwoDays): TwoDayScope => {
  const { measure, without = [], only, within } = query;
  return {
    origin,
    as_of: to.day,
    since: from.day,
    measure,
    without,
    ...compact({ only, within }),
    knownRevision: to.knownRevision,
  };
};
/** Makes the two days of a scope. */
export const toTwoDays = ({ as_of, since, knownRevision, ...scope }: TwoDayScope): TwoDays => ({
  ...scope,
  from: { day: since, knownRevision },
  to: { day: as_of, knownRevision },
});

/**
 * Selects the versions that may differ between the days. `is_from` and `is_to`: it holds on that
 * day. `is_between`: it began after the first day.
 */
function versions(query: TwoDays, names: readonly SideColumn[]): RawBuilder<unknown> {
  const { from, to, only, inOrder = false } = query;
  // the versions of some projects are found by their codes
  const [starts, ends] = ['valid_from', 'valid_to'].map((name) =>
    only === undefined && !inOrder ? sql.ref(name) : sql`${sql.ref(name)} || ''`,
  );
  const selection = sql.join(names.map((name) => sql`${columns[name](query)} as ${sql.ref(name)}`));
  const flags = sql`case when valid_to > ${to.day} then 1 else 0 end as is_to, case when valid_from > ${from.day} then 1 else 0 end as is_between`;
  const more = sql`stage_rank, stage_from, changes`;
  if (isOneView(query))
    return sql`select code, case when valid_from <= ${from.day} then 1 else 0 end as is_from, ${flags}, ${more}, ${selection}
      ${knownRows(query, to.knownRevision)} and ${ends} > ${from.day} and ${starts} <= ${to.day} and not (valid_from <= ${from.day} and valid_to > ${to.day})`;
  return sql`select code, 0 as is_from, ${flags}, ${more}, ${selection} ${knownRows(query, to.knownRevision)}
      and ${starts} <= ${to.day} and (valid_to > ${to.day} or valid_from > ${from.day})
    union all select code, 1 as is_from, 0 as is_to, 0 as is_between, ${more}, ${selection} ${knownRows(query, from.knownRevision)}
      and ${starts} <= ${from.day} and ${ends} > ${from.day}`;
}

/** From this many projects on, reading all versions costs less than reading theirs. */
const mostStarts = 5000;
/** From this share of the register on, SQLite reads its versions in the order of codes. */
const largeShare = 6;

/** Whether so many versions begin between the two days that their index is a detour. */
async function areMostChanged(reader: Reader, scope: TwoDayScope): Promise<boolean> {
  const { origin, as_of, knownRevision, since } = scope;
  const projects = await countProjects(reader, { origin, as_of, knownRevision });
  return followMoreThan(reader, scope, since, Math.ceil(projects / largeShare));
}

/**
 * Narrows two days of one view to the projects with a version that begins between them, if these
 * are few. All other projects are equal on both days.
 * @param few - the most projects that are few
 */
export async function narrowToStarts(
  reader: Reader,
  query: TwoDays,
  few = mostStarts,
): Promise<TwoDays> {
  if (query.only !== undefined || !isOneView(query)) return query;
  const scope = toTwoDayScope(query);
  const only = await listVersionStarts(reader, scope, query.from.day, few);
  if (only !== undefined) return { ...query, only };
  const inOrder = getEngine(reader) === 'sqlite' && (await areMostChanged(reader, scope));
  return { ...query, inOrder };
}

/**
 * Selects the projects that may differ between the two days, each with its `from_` and `to_`
 * columns, which are null on a day without the project. All other projects are equal on both days.
 * It groups the versions in one pass, whereas a join would look up each project.
 *
 * @param more - further columns over the versions `v` of a project
 */
export function selectPairs(
  query: TwoDays,
  names: readonly SideColumn[],
  more: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const sides = (['from', 'to'] as const).flatMap((side) =>
    names.map(
      (name) =>
        sql`max(case when v.${sql.ref(`is_${side}`)} = 1 then v.${sql.ref(name)} end) as ${sql.ref(`${side}_${name}`)}`,
    ),
  );
  return sql`select v.code, ${sql.join([...sides, ...more])} from (${versions(query, names)}) as v group by v.code`;
}

/**
 * Selects the versions that hold on both days. Selects none if the days have different revisions.
 */
export const sameOnBothDays = (
  query: TwoDays,
  selection: RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`select ${selection} ${knownRows(query, query.to.knownRevision)} and valid_from <= ${query.from.day} and valid_to > ${query.to.day}
    ${isOneView(query) ? sql`` : sql`and 1 = 0`}`;
/** Makes the SQL of a column on one of the two compared days. */
export const sideColumn = (query: TwoDays, name: SideColumn): RawBuilder<unknown> =>
  columns[name](query);
