import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import { staleAfterDays, type ActionRow, type ActionRows } from '#domain/projects/actions.ts';
import type { Currency } from '#domain/values/money.ts';
import { dayEndIn } from '#domain/time/time-zone.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { stages } from '#domain/projects/stage.ts';
import { stalledAfterDays } from '#domain/projects/stage-days.ts';
import type { Reader } from '#server/db/db.ts';
import { convertAmount, makeFactors } from '#server/currencies/converted-amount-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import { viewColumns, toProject, type ProjectRow, versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { readZone } from '#server/zone/store.ts';
import { sqlDayNumber } from '#server/db/sql-day-number.ts';
import { knownAt } from '#server/db/versions.ts';

export interface ActionQuery {
  readonly scope: ProjectScope;
  /** The zone's currency. Without it amounts do not count. */
  readonly currency?: Currency;
  /** The currencies of active projects' amounts. */
  readonly currencies: readonly Currency[];
  readonly limit: number;
}

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
function dueIssues({ origin, as_of, knownRevision }: ProjectScope): RawBuilder<unknown> {
  const revision = knownAt(knownRevision);
  return sql`select code, min(due) as due from issue where origin = ${origin} and due < ${as_of} and since <= ${as_of}
    and (closed_on is null or closed_on > ${as_of}) and revision_from <= ${revision} and revision_to > ${revision} group by code`;
}
/** Selects the first day of each project's blocked gates. */
function blockedGates({ origin, as_of, knownRevision }: ProjectScope): RawBuilder<unknown> {
  const revision = knownAt(knownRevision);
  const day = sql`judgement_json ->> 'on'`;
  return sql`select code, min(${day}) as day from judgement where origin = ${origin} and topic like 'gate.%'
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
function lastProofs({ origin, as_of, knownRevision, day_end }: EndedScope): RawBuilder<unknown> {
  const revision = knownAt(knownRevision);
  return sql`select code, case when max(substr(added_at, 1, 10)) > ${as_of} then ${as_of} else max(substr(added_at, 1, 10)) end as day
    from evidence where origin = ${origin} and withdrawn_at is null and added_at <= ${day_end}
    and revision_from <= ${revision} and revision_to > ${revision} group by code`;
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

const isOver = sql<boolean>`(c.overdue is not null or c.stale is not null or c.due is not null or c.blocked is not null or c.event < c.stalled_before)`;

/** The condition that a candidate `c` is stalled or late, which a mere update does not resolve. */
export const needsAttention = sql<boolean>`(c.overdue is not null or c.due is not null or c.event < c.stalled_before)`;

/** Selects the days over each limit of a candidate `c`, 0 within the limit. */
function daysOverEach(as_of: IsoDate): RawBuilder<unknown> {
  const today = sqlDayNumber(sql`${sql.lit(as_of)}`);
  const since = (day: string): RawBuilder<unknown> => sqlDayNumber(sql.ref(day));
  return sql`case when c.overdue is null then 0 else ${today} - ${since('c.overdue')} end as overdue_days,
    case when c.due is null then 0 else ${today} - ${since('c.due')} end as due_days,
    case when c.blocked is null then 0 else ${today} - ${since('c.blocked')} end as blocked_days,
    case when c.stale is null then 0 else ${today} - ${sql.lit(staleAfterDays)} - ${since('c.stale')} end as stale_days,
    case when c.event < c.stalled_before then ${since('c.stalled_before')} - ${since('c.event')} else 0 end as stalled_days`;
}

/**
 * Selects the most days over a limit. The engines have no common function for the largest of
 * several values.
 */
const mostDays = sql<number>`case when overdue_days >= due_days and overdue_days >= stale_days and overdue_days >= stalled_days and overdue_days >= blocked_days then overdue_days
  when blocked_days >= due_days and blocked_days >= stale_days and blocked_days >= stalled_days then blocked_days
  when due_days >= stale_days and due_days >= stalled_days then due_days
  when stale_days >= stalled_days then stale_days else stalled_days end`;

type ListedRow = ProjectRow & {
  readonly due: IsoDate | null;
  readonly blocked: IsoDate | null;
  readonly event: IsoDate | null;
  readonly stalled_before: IsoDate | null;
  readonly total: number;
  readonly overdue_total: number;
  readonly stale_total: number;
};

/** Lists the projects that need action. One query orders, counts and limits them. */
export async function listActions(reader: Reader, query: ActionQuery): Promise<ActionRows> {
  const { scope, currencies, limit } = query;
  const factors =
    query.currency === undefined
      ? new Map<Currency, number>()
      : makeFactors(await listExchangeRates(reader, scope.knownRevision), currencies, {
          currency: query.currency,
          as_of: scope.as_of,
        });
  const columns = sql.join([...viewColumns, 'f.facts_json'].map((column) => sql.ref(column)));
  const endedScope = await addDayEnd(reader, scope);
  const [{ rows }, not_judged, undated] = await Promise.all([
    sql<ListedRow>`with c as ${candidates(reader, endedScope)},
      o as materialized (select c.*, ${daysOverEach(scope.as_of)} from c where ${isOver}),
      d as materialized (select o.*, ${mostDays} as days_over from o),
      w as (select d.*, ${convertAmount('d', factors)} * d.days_over as weight from d order by weight desc nulls last, days_over desc, code limit ${sql.lit(limit)})
      select ${columns}, w.due, w.blocked, w.event, w.stalled_before, (select count(*) from d) as total,
        (select count(*) from d where overdue is not null) as overdue_total, (select count(*) from d where stale is not null) as stale_total
      from w join project_version as v on v.origin = w.origin and v.code = w.code and v.revision_from = w.revision_from and v.valid_from = w.valid_from
      join project_facts as f on f.origin = v.origin and f.code = v.code and f.revision = v.facts_revision and f.facts_from = v.facts_from
      order by w.weight desc nulls last, w.days_over desc, w.code`.execute(reader),
    countNotJudged(reader, scope),
    countUndated(reader, scope),
  ]);
  return {
    rows: rows.map((row) => actionRow(row, scope.as_of)),
    total: rows[0]?.total ?? 0,
    overdue: rows[0]?.overdue_total ?? 0,
    stale: rows[0]?.stale_total ?? 0,
    unrated: currencies.filter(
      (currency) => query.currency !== undefined && !factors.has(currency),
    ),
    not_judged,
    undated,
  };
}

function actionRow(row: ListedRow, as_of: IsoDate): ActionRow {
  const { event, stalled_before, due, blocked } = row;
  return {
    project: toProject(row, as_of),
    ...compact({
      stalled_since:
        event !== null && stalled_before !== null && event < stalled_before ? event : undefined,
      issue_due: due === null ? undefined : due,
      blocked_since: blocked === null ? undefined : blocked,
    }),
  };
}

/** Counts active projects that have neither a planned date, nor an update, nor an event. */
async function countUndated(reader: Reader, scope: ProjectScope): Promise<number> {
  const { count } = await versionsAt(reader, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.status', '=', 'active')
    .where('v.overdue_baseline', 'is', null)
    .where('v.last_update', 'is', null)
    .where('v.event_since', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Counts projects that have been under construction for longer than the limit and whose completed
 * investment is known from one edition only.
 */
async function countNotJudged(reader: Reader, scope: ProjectScope): Promise<number> {
  const { count } = await versionsAt(reader, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.status', '=', 'active')
    .where('v.stage', '=', 'construction')
    .where('v.stage_since', '<', addDays(scope.as_of, -(stalledAfterDays.construction ?? 0)))
    .where('v.event_since', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
