import { sql, type RawBuilder } from 'kysely';
import { staleAfterDays } from '#domain/projects/actions.ts';
import { dayEndIn } from '#domain/time/time-zone.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { stages } from '#domain/projects/stage.ts';
import { stalledAfterDays } from '#domain/projects/stage-days.ts';
import type { Reader } from '#server/db/db.ts';
import { andInScope, versionsAt } from '#server/projects/register/project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { readZone } from '#server/zone/store.ts';
import { knownAt } from '#server/db/versions.ts';

const withLimit = stages.flatMap((stage) => {
  const days = stalledAfterDays[stage];
  return days === undefined ? [] : [{ stage, days }];
});
/**
 * Selects the day before which the last substantive event of a stalled project is, by stage. Null
 * for a stage without a limit.
 */
const stalledBefore = (as_of: IsoDate): RawBuilder<IsoDate | null> =>
  sql`case v.stage ${sql.join(
    withLimit.map(
      ({ stage, days }) => sql`when ${sql.lit(stage)} then ${sql.lit(addDays(as_of, -days))}`,
    ),
    sql` `,
  )} end`;

/** Selects the earliest overdue day of each project's open issues. */
function dueIssues(scope: ProjectScope): RawBuilder<unknown> {
  const { origin, as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  return sql`select code, min(due) as due from issue where origin = ${origin} and due < ${as_of} and since <= ${as_of}
    and (closed_on is null or closed_on > ${as_of}) and revision_from <= ${revision} and revision_to > ${revision} ${andInScope('code', scope)} group by code`;
}
/** Selects the first day of each project's blocked gates. */
function blockedGates(scope: ProjectScope): RawBuilder<unknown> {
  const { origin, as_of, knownRevision } = scope;
  const revision = knownAt(knownRevision);
  const day = sql`judgement_json ->> 'on'`;
  return sql`select code, min(${day}) as day from judgement where origin = ${origin} and topic like 'gate.%'
    and ${day} <= ${as_of} and revision_from <= ${revision} and revision_to > ${revision} ${andInScope('code', scope)} group by code`;
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
  const { origin, as_of, knownRevision, day_end } = scope;
  const revision = knownAt(knownRevision);
  return sql`select code, case when max(substr(added_at, 1, 10)) > ${as_of} then ${as_of} else max(substr(added_at, 1, 10)) end as day
    from evidence where origin = ${origin} and withdrawn_at is null and added_at <= ${day_end}
    and revision_from <= ${revision} and revision_to > ${revision} ${andInScope('code', scope)} group by code`;
}

/**
 * Selects the active projects with the days that may exceed a limit. Under construction only
 * changes of investment are events.
 */
export function candidates(reader: Reader, scope: EndedScope) {
  const { as_of } = scope;
  return versionsAt(reader, scope)
    .leftJoin(sql<{ code: string; due: IsoDate }>`(${dueIssues(scope)})`.as('i'), (join) =>
      join.onRef('i.code', '=', 'v.code'),
    )
    .leftJoin(sql<{ code: string; day: IsoDate }>`(${lastProofs(scope)})`.as('e'), (join) =>
      join.onRef('e.code', '=', 'v.code'),
    )
    .leftJoin(sql<{ code: string; day: IsoDate }>`(${blockedGates(scope)})`.as('g'), (join) =>
      join.onRef('g.code', '=', 'v.code'),
    )
    .where('v.status', '=', 'active')
    .select(['v.origin', 'v.code', 'v.revision_from', 'v.valid_from'])
    .select([
      'v.total_investment_minor as amount_minor',
      'v.total_investment_currency as currency',
      'i.due',
      'g.day as blocked',
    ])
    .select([
      sql<IsoDate | null>`case when v.overdue_baseline < ${as_of} then v.overdue_baseline end`.as(
        'overdue',
      ),
      sql<IsoDate | null>`case when v.last_update < ${addDays(as_of, -staleAfterDays)} then v.last_update end`.as(
        'stale',
      ),
      sql<IsoDate | null>`case when v.stage <> 'construction' and e.day > v.event_since then e.day else v.event_since end`.as(
        'event',
      ),
      stalledBefore(as_of).as('stalled_before'),
    ]);
}

/** The condition that a candidate `c` is stalled or late, which a mere update does not resolve. */
export const needsAttention = sql<boolean>`(c.overdue is not null or c.due is not null or c.event < c.stalled_before)`;
