import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import { staleAfterDays, type ActionRow, type ActionRows } from '#domain/projects/actions.ts';
import type { Currency } from '#domain/values/money.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import type { Fraction } from '#domain/changes/exchange-rate.ts';
import { convertAmount, findFactors } from '#server/currencies/converted-amount-store.ts';
import { listExchangeRates } from '#server/currencies/store.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import {
  compareTexts,
  replaceFirst,
  takeFirst,
  type FirstRows,
} from '#domain/values/first-rows.ts';
import { countSum } from '#server/projects/sums/count-sum.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { sqlDaysBetween } from '#server/db/sql-day-number.ts';
import {
  addDayEnd,
  type AmountFloor,
  candidates,
  type EndedScope,
  withRecords,
} from './action-store.ts';
import { readAmongLargest } from './largest-candidates-store.ts';
import {
  projectsAt,
  toProject,
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

/** Selects the most days over a limit of a candidate `c`. */
function mostDays(engine: Engine, as_of: IsoDate): RawBuilder<number> {
  const since = (day: string, end: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`coalesce(${sqlDaysBetween(engine, sql.ref(day), end)}, 0)`;
  const today = sql.lit(as_of);
  const stalledBefore = sql.ref('c.stalled_before');
  const days = [
    since('c.overdue', today),
    since('c.due', today),
    since('c.blocked', today),
    since('c.stale', sql.lit(addDays(as_of, -staleAfterDays))),
    sql`case when c.event < ${stalledBefore} then ${since('c.event', stalledBefore)} else 0 end`,
  ];
  return engine === 'sqlite' ? sql`max(${sql.join(days)})` : sql`greatest(${sql.join(days)})`;
}

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
/** A place with its weight as a double. */
interface WeighedPlace extends ActionPlace {
  readonly weight: number | null;
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

/** Keeps PostgreSQL from copying the expressions of a subquery to each of their uses. */
const once = (reader: Reader): RawBuilder<unknown> =>
  getEngine(reader) === 'postgres' ? sql`offset 0` : sql``;

const toDoubles = ({ factors }: ActionScope): ReadonlyMap<Currency, number> =>
  new Map(factors.map(([currency, over, under]) => [currency, Number(over) / Number(under)]));

/**
 * Reads the first projects over a limit. Doubles choose more of them than the list holds; their
 * order in it is exact.
 *
 * @param floors - see `candidates`
 */
async function readPlaces(
  reader: Reader,
  scope: ActionScope,
  floors?: readonly AmountFloor[],
): Promise<readonly WeighedPlace[]> {
  const all = candidates(reader, scope, floors);
  const { rows } =
    await sql<WeighedPlace>`select d.*, ${convertAmount('d', toDoubles(scope))} * d.days_over as weight
    from (select c.code, c.currency, c.amount_minor, c.due, c.blocked, c.event, c.stalled_before,
      ${mostDays(getEngine(reader), scope.as_of)} as days_over
      from (select c.* from ${all} as c ${once(reader)}) as c where ${isOver} ${once(reader)}) as d
    order by weight desc nulls last, days_over desc, code limit ${sql.lit(knownFor(scope.limit))}`.execute(
      reader,
    );
  return rows;
}

/**
 * Reads the first projects over a limit among those with the largest amounts and those with issues,
 * files or blocked gates, if these are few.
 */
async function readFewPlaces(
  reader: Reader,
  scope: ActionScope,
): Promise<readonly ActionPlace[] | undefined> {
  const ofRecords = await withRecords(reader, scope);
  if (ofRecords !== undefined && ofRecords.only === undefined) return undefined;
  const largest = await readAmongLargest(reader, scope, {
    factors: toDoubles(scope),
    needed: knownFor(scope.limit),
    read: (floors) => readPlaces(reader, scope, floors),
    weigh: ({ weight }) => weight,
  });
  if (largest === undefined) return undefined;
  const others =
    ofRecords === undefined ? [] : await readPlaces(reader, { ...scope, ...ofRecords });
  return [...new Map([...largest, ...others].map((place) => [place.code, place])).values()];
}

/** The first projects that need action. */
const actions: ProjectSum<ActionScope, FirstRows<ActionPlace>> = {
  name: 'actions',
  read: async (reader, scope) => {
    const places = (await readFewPlaces(reader, scope)) ?? (await readPlaces(reader, scope));
    const most = knownFor(scope.limit);
    return takeFirst(places.toSorted(comparePlaces(scope)).slice(0, most), most);
  },
  replace: (first, { after, codes }, scope) =>
    replaceFirst(first, after, { codes, compare: comparePlaces(scope), needed: scope.limit }),
  sizeOf: ({ rows }) => rows.length * 300,
};

/**
 * How many more projects need action because of their issues, files and blocked gates than without
 * these. A file may also be a later event, so it may be negative.
 */
const actionsOfRecords = countSum('actions_of_records', async (reader, scope: EndedScope) => {
  const ofRecords = await withRecords(reader, scope);
  if (ofRecords === undefined) return 0;
  const { rows } = await sql<{ more: number }>`select
      count(*) filter (where ${isOver}) - count(*) filter (where c.is_over_alone) as more
    from ${candidates(reader, ofRecords)} as c where c.has_records`.execute(reader);
  return Number(rows[0]?.more ?? 0);
});

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
  const [first, sums, ofRecords] = await Promise.all([
    readSum(reader, { ...ended, factors: writeFactors(factors), limit }, actions),
    sumsByStage(reader, scope),
    readSum(reader, ended, actionsOfRecords),
  ]);
  const active = sums.filter(({ status }) => status === 'active');
  const countActive = (count: (row: (typeof active)[number]) => unknown): number =>
    active.reduce((sum, row) => sum + Number(count(row)), 0);
  const total = countActive((row) => row.over) + ofRecords;
  // a list of all active projects is complete: each of them was judged by another rule
  const isWhole = total >= countActive((row) => row.count);
  return {
    rows: await readActionRows(reader, scope, first.rows.slice(0, limit)),
    total,
    overdue: countActive((row) => row.overdue),
    stale: countActive((row) => row.stale),
    unrated: currencies.filter(
      (currency) => query.currency !== undefined && !factors.has(currency),
    ),
    not_judged: isWhole ? 0 : countActive((row) => row.not_judged),
    undated: isWhole ? 0 : countActive((row) => row.undated),
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
