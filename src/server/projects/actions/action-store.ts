import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { dayEndIn } from '#domain/time/time-zone.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import type { Reader } from '#server/db/db.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { limitsAt } from '#server/projects/register/stage-sum-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { readZone } from '#server/zone/store.ts';
import { isInScope, knownAt } from '#server/db/versions.ts';

/** Selects the earliest overdue day of each project's open issues. */
function dueIssues(scope: ProjectScope): RawBuilder<unknown> {
  const { as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  return sql`select code, min(due) as due from issue where ${isInScope(scope)} and due < ${as_of} and since <= ${as_of}
    and (closed_on is null or closed_on > ${as_of}) and revision_from <= ${revision} and revision_to > ${revision} group by code`;
}
/** Selects the first day of each project's blocked gates. */
function blockedGates(scope: ProjectScope): RawBuilder<unknown> {
  const { as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  const day = sql`coalesce(judgement_json ->> 'as_of', judgement_json ->> 'on')`;
  return sql`select code, min(${day}) as day from judgement where ${isInScope(scope)} and topic like 'gate.%'
    and ${day} <= ${as_of} and revision_from <= ${revision} and revision_to > ${revision} group by code`;
}
/** A register with the last moment of its day in the zone. */
export interface EndedScope extends ProjectScope {
  readonly day_end: string;
}
/** Adds the last moment of the day in the zone, up to which files count. */
export async function addDayEnd<Scope extends ProjectScope>(
  reader: Reader,
  scope: Scope,
): Promise<Scope & EndedScope> {
  const zone = await readZone(reader, scope.origin, scope.knownRevision);
  return { ...scope, day_end: dayEndIn(scope.as_of, timeZoneOf(zone)).toISOString() };
}

/**
 * Selects the day of each project's last evidence file: the UTC day of its moment, but at most the
 * day of the register.
 */
function lastProofs(scope: EndedScope): RawBuilder<unknown> {
  const { as_of, knownRevision, day_end } = scope;
  const revision = knownAt(knownRevision);
  return sql`select code, case when max(substr(added_at, 1, 10)) > ${as_of} then ${as_of} else max(substr(added_at, 1, 10)) end as day
    from evidence where ${isInScope(scope)} and withdrawn_at is null and added_at <= ${day_end}
    and revision_from <= ${revision} and revision_to > ${revision} group by code`;
}

interface RecordDays {
  readonly code: string;
  readonly due: IsoDate | null;
  readonly proof: IsoDate | null;
  readonly blocked: IsoDate | null;
}
/**
 * Selects the projects with issues, files or blocked gates and the days of these. There are few of
 * them, so a register needs one join for all three.
 */
const recordDays = (scope: EndedScope): RawBuilder<unknown> =>
  sql`select coalesce(i.code, e.code, g.code) as code, i.due, e.day as proof, g.day as blocked
    from (${dueIssues(scope)}) as i full join (${lastProofs(scope)}) as e on e.code = i.code
    full join (${blockedGates(scope)}) as g on g.code = coalesce(i.code, e.code)`;

/** The most projects with records that are read by their codes. */
const mostWithRecords = 1000;

/**
 * Narrows a scope to the projects with issues, files or blocked gates, if these are few.
 * @returns undefined if there are none
 */
export async function withRecords(
  reader: Reader,
  scope: EndedScope,
): Promise<EndedScope | undefined> {
  const { rows } = await sql<Pick<RecordDays, 'code'>>`select code from (${recordDays(scope)}) as d
    limit ${sql.lit(mostWithRecords + 1)}`.execute(reader);
  if (rows.length === 0) return undefined;
  return rows.length > mostWithRecords ? scope : { ...scope, only: rows.map(({ code }) => code) };
}

/** The least amount in one currency, in minor units. */
export interface AmountFloor {
  readonly currency: Currency;
  readonly minor: bigint;
}
const isLarge = (floors: readonly AmountFloor[]): RawBuilder<SqlBool> => {
  const conditions = floors.map(
    ({ currency, minor }) =>
      sql`(v.total_investment_currency = ${currency} and v.total_investment_minor >= ${sql.lit(minor)})`,
  );
  return sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;
};

/**
 * Selects the active projects with the days that may exceed a limit. Under construction only
 * changes of investment are events. `has_records`: the project has issues, files or blocked gates;
 * `is_over_alone`: it is over a limit without them.
 *
 * @param floors - reads only projects with at least one of these amounts, by the index of amounts;
 *   omit it for all
 */
export function candidates(reader: Reader, scope: EndedScope, floors?: readonly AmountFloor[]) {
  const limits = limitsAt(scope.as_of);
  return versionsAt(reader, scope, floors === undefined ? 'all' : 'in_order')
    .$if(floors !== undefined, (query) => query.where(isLarge(floors ?? [])))
    .leftJoin(sql<RecordDays>`(${recordDays(scope)})`.as('d'), (join) =>
      join.onRef('d.code', '=', 'v.code'),
    )
    .where('v.status', '=', 'active')
    .select(['v.origin', 'v.code', 'v.revision_from', 'v.valid_from'])
    .select([
      'v.total_investment_minor as amount_minor',
      'v.total_investment_currency as currency',
      'd.due',
      'd.blocked',
    ])
    .select([
      sql<IsoDate | null>`case when ${limits.isOverdue} then v.overdue_baseline end`.as('overdue'),
      sql<IsoDate | null>`case when ${limits.isStale} then v.last_update end`.as('stale'),
      sql<IsoDate | null>`case when v.stage <> 'construction' and d.proof > v.event_since then d.proof else v.event_since end`.as(
        'event',
      ),
      limits.stalledBefore.as('stalled_before'),
      sql<boolean>`d.code is not null`.as('has_records'),
      limits.isOver.as('is_over_alone'),
    ]);
}

/** The condition that a candidate `c` is stalled or late, which a mere update does not resolve. */
export const needsAttention = sql<boolean>`(c.overdue is not null or c.due is not null or c.event < c.stalled_before)`;
