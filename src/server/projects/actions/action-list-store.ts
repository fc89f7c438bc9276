import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import { staleAfterDays, type ActionRow, type ActionRows } from '#domain/projects/actions.ts';
import type { Currency } from '#domain/values/money.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { stalledAfterDays } from '#domain/projects/stage-days.ts';
import type { Reader } from '#server/db/db.ts';
import type { Fraction } from '#domain/changes/exchange-rate.ts';
import { convertAmount, findFactors } from '#server/currencies/converted-amount-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import {
  compareTexts,
  replaceFirst,
  takeFirst,
  type FirstRows,
} from '#domain/values/first-rows.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/kept-sums.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { sqlDayNumber } from '#server/db/sql-day-number.ts';
import { addDayEnd, candidates, type EndedScope } from './action-store.ts';
import {
  projectsAt,
  toProject,
  versionsAt,
  type ProjectRow,
} from '#server/projects/register/project-view-store.ts';

export interface ActionQuery {
  readonly scope: ProjectScope;
  /** The zone's currency. Without it amounts do not count. */
  readonly currency?: Currency;
  /** The currencies of active projects' amounts. */
  readonly currencies: readonly Currency[];
  readonly limit: number;
}

const isOver = sql<boolean>`(c.overdue is not null or c.stale is not null or c.due is not null or c.blocked is not null or c.event < c.stalled_before)`;

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

/** The place of a project in the list, and why it is there. */
interface ActionPlace {
  readonly code: string;
  readonly currency: Currency | null;
  readonly amount_minor: bigint | null;
  readonly days_over: number;
  readonly due: IsoDate | null;
  readonly blocked: IsoDate | null;
  readonly event: IsoDate | null;
  readonly stalled_before: IsoDate | null;
}
interface ActionCounts {
  readonly total: number;
  readonly overdue: number;
  readonly stale: number;
}
interface ActionSum extends ActionCounts {
  readonly first: FirstRows<ActionPlace>;
}
interface ActionScope extends EndedScope {
  /** The exact factors of currencies, as texts: numerator and denominator. */
  readonly factors: readonly (readonly [Currency, string, string])[];
  /** The number of listed projects. */
  readonly limit: number;
}

/** Rows beyond the list are known, too, so that a project that leaves it has a successor. */
const knownFor = (limit: number): number => limit * 4;

/** Computes the exact weight: amount in the zone's currency × days. Undefined without an amount. */
function weigh(
  { currency, amount_minor, days_over }: ActionPlace,
  { factors }: ActionScope,
): Fraction | undefined {
  const [, numerator, denominator] = factors.find(([of]) => of === currency) ?? [];
  return amount_minor === null || numerator === undefined || denominator === undefined
    ? undefined
    : {
        numerator: BigInt(amount_minor) * BigInt(numerator) * BigInt(days_over),
        denominator: BigInt(denominator),
      };
}

/** Orders by exact weight and days over the limit, the largest first; without a weight last. */
const comparePlaces =
  (scope: ActionScope) =>
  (a: ActionPlace, b: ActionPlace): number => {
    const [left, right] = [weigh(a, scope), weigh(b, scope)];
    if (left !== undefined && right !== undefined) {
      const difference = right.numerator * left.denominator - left.numerator * right.denominator;
      if (difference !== 0n) return difference > 0n ? 1 : -1;
    } else if (left !== right) return left === undefined ? 1 : -1;
    return b.days_over - a.days_over || compareTexts(a.code, b.code);
  };

/**
 * Selects the projects over a limit. Doubles choose more of them than the list holds; their order in
 * it is exact.
 */
const selectPlaces = (reader: Reader, scope: ActionScope): RawBuilder<unknown> => {
  const factors = new Map(
    scope.factors.map(([currency, over, under]) => [currency, Number(over) / Number(under)]),
  );
  return sql`with c as ${candidates(reader, scope)},
      o as materialized (select c.*, ${daysOverEach(scope.as_of)} from c where ${isOver}),
      d as materialized (select o.*, ${mostDays} as days_over from o)
      select d.code, d.currency, d.amount_minor, d.days_over, d.due, d.blocked, d.event, d.stalled_before,
        ${convertAmount('d', factors)} * d.days_over as weight, (select count(*) from d) as total,
        (select count(*) from d where overdue is not null) as overdue,
        (select count(*) from d where stale is not null) as stale
      from d order by weight desc nulls last, days_over desc, code limit ${sql.lit(knownFor(scope.limit))}`;
};

/** The number of projects that need action, and the first ones. One query orders and counts them. */
const actions: ProjectSum<ActionScope, ActionSum> = {
  name: 'actions',
  read: async (reader, scope) => {
    const { rows } = await sql<ActionPlace & ActionCounts>`${selectPlaces(reader, scope)}`.execute(
      reader,
    );
    const { total = 0, overdue = 0, stale = 0 } = rows[0] ?? {};
    const places = rows
      .map(({ total: _t, overdue: _o, stale: _s, ...place }): ActionPlace => place)
      .toSorted(comparePlaces(scope));
    return { total, overdue, stale, first: takeFirst(places, knownFor(scope.limit)) };
  },
  replace: (sum, { before, after, codes }, scope) => {
    const first = replaceFirst(sum.first, after.first, {
      codes,
      compare: comparePlaces(scope),
      needed: scope.limit,
    });
    return first === undefined
      ? undefined
      : {
          first,
          total: sum.total - before.total + after.total,
          overdue: sum.overdue - before.overdue + after.overdue,
          stale: sum.stale - before.stale + after.stale,
        };
  },
  sizeOf: ({ first }) => first.rows.length * 300,
};

const writeFactors = (factors: ReadonlyMap<Currency, Fraction>): ActionScope['factors'] =>
  [...factors].map(([of, { numerator, denominator }]) => [
    of,
    String(numerator),
    String(denominator),
  ]);

/** Lists the projects that need action. */
export async function listActions(reader: Reader, query: ActionQuery): Promise<ActionRows> {
  const { scope, currencies, limit } = query;
  const factors =
    query.currency === undefined
      ? new Map<Currency, Fraction>()
      : findFactors(await listExchangeRates(reader, scope.knownRevision), currencies, {
          currency: query.currency,
          as_of: scope.as_of,
        });
  const ended = await addDayEnd(reader, scope);
  const [{ first, ...counts }, not_judged, undated] = await Promise.all([
    readSum(reader, { ...ended, factors: writeFactors(factors), limit }, actions),
    readSum(reader, scope, notJudged),
    readSum(reader, scope, undatedProjects),
  ]);
  return {
    rows: await readActionRows(reader, scope, first.rows.slice(0, limit)),
    ...counts,
    unrated: currencies.filter(
      (currency) => query.currency !== undefined && !factors.has(currency),
    ),
    not_judged,
    undated,
  };
}

/** Reads the projects of places in the list. */
async function readActionRows(
  reader: Reader,
  scope: ProjectScope,
  places: readonly ActionPlace[],
): Promise<ActionRow[]> {
  if (places.length === 0) return [];
  const only = places.map(({ code }) => code);
  const rows = await projectsAt(reader, { ...scope, only }).execute();
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return places.flatMap((place) => {
    const row = byCode.get(place.code);
    return row === undefined ? [] : [toActionRow(row, place, scope.as_of)];
  });
}

function toActionRow(row: ProjectRow, place: ActionPlace, as_of: IsoDate): ActionRow {
  const { event, stalled_before, due, blocked } = place;
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

/** Active projects that have neither a planned date, nor an update, nor an event. */
const undatedProjects = countSum('undated_projects', async (reader, scope: ProjectScope) => {
  const { count } = await versionsAt(reader, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.status', '=', 'active')
    .where('v.overdue_baseline', 'is', null)
    .where('v.last_update', 'is', null)
    .where('v.event_since', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
});

/**
 * Projects that have been under construction for longer than the limit and whose completed
 * investment is known from one edition only.
 */
const notJudged = countSum('not_judged', async (reader, scope: ProjectScope) => {
  const { count } = await versionsAt(reader, scope)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('v.status', '=', 'active')
    .where('v.stage', '=', 'construction')
    .where('v.stage_since', '<', addDays(scope.as_of, -(stalledAfterDays.construction ?? 0)))
    .where('v.event_since', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
});
