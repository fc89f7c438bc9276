import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Transition } from '#domain/changes/bridge.ts';
import type { InvestorTransition } from '#domain/redaction/bridge-amounts.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Reader } from '#server/db/db.ts';
import { exactHalf } from '#server/projects/register/amount-sums.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import { sumsByKey, type KeySum } from '#server/projects/register/summary-store.ts';
import {
  isOneView,
  narrowToStarts,
  selectPairs,
  sameOnBothDays,
  sideColumn,
  toTwoDays,
  toTwoDayScope,
  type SideColumn,
  type TwoDays,
  type TwoDayScope,
} from './two-day-store.ts';

interface TransitionRow {
  readonly from_stage: StageOrUnknown | null;
  readonly from_status: Status | null;
  readonly from_currency: string | null;
  readonly to_stage: StageOrUnknown | null;
  readonly to_status: Status | null;
  readonly to_currency: string | null;
  readonly count: number;
  readonly revised: number;
  readonly other: number;
  readonly from_high_minor: bigint | null;
  readonly from_low_minor: bigint | null;
  readonly to_high_minor: bigint | null;
  readonly to_low_minor: bigint | null;
}
interface HeldRow extends TransitionRow {
  readonly investor: string | null;
  readonly alone: string | null;
}
const readAmounts = (
  stage: StageOrUnknown | null,
  status: Status | null,
  currency: string | null,
) =>
  stage === null || status === null
    ? undefined
    : { stage, status, ...compact({ currency: currency === null ? undefined : currency }) };

/** Codes for the kind of revision of an amount; 1 is any other change, 0 is none. */
const otherAmounts = { revised_up: 2, revised_down: 3 } as const;
/**
 * Selects the projects that may differ between the days, each with its code, its columns on both
 * days and the kind of revision of its amount.
 */
function movedPairs(query: TwoDays, names: readonly SideColumn[]): RawBuilder<unknown> {
  const refs = (side: 'from' | 'to') => names.map((name) => sql.ref(`p.${side}_${name}`));
  const other = sql`case when p.from_currency = p.to_currency and p.to_minor > p.from_minor then ${sql.lit(otherAmounts.revised_up)}
    when p.from_currency = p.to_currency and p.to_minor < p.from_minor then ${sql.lit(otherAmounts.revised_down)}
    when p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency then 1 else 0 end`;
  return sql`select p.code, ${sql.join([...refs('from'), ...refs('to')])}, ${other} as other from (${selectPairs(query, names)}) as p`;
}
/** Selects all projects in this way. */
function allPairs(query: TwoDays, names: readonly SideColumn[]): RawBuilder<unknown> {
  const same = (side: 'from' | 'to') =>
    names.map((name) => sql`${sideColumn(query, name)} as ${sql.ref(`${side}_${name}`)}`);
  return sql`${movedPairs(query, names)}
    union all ${sameOnBothDays(query, sql`code, ${sql.join([...same('from'), ...same('to')])}, 0 as other`)}`;
}

const names = ['stage', 'status', 'minor', 'currency'] as const;
/** Groups projects and sums their amounts. `by` adds columns of `more` to the grouping. */
function selectGroups<Row extends TransitionRow>(
  from: RawBuilder<unknown>,
  more = sql``,
  by = sql``,
) {
  const half = sql.lit(Number(exactHalf));
  const sums = (side: 'from' | 'to') => sql`
    cast(sum(${sql.ref(`${side}_minor`)} / ${half}) as bigint) as ${sql.ref(`${side}_high_minor`)},
    cast(sum(${sql.ref(`${side}_minor`)} % ${half}) as bigint) as ${sql.ref(`${side}_low_minor`)}`;
  return sql<Row>`select ${more} from_stage, from_status, from_currency, to_stage, to_status, to_currency,
      count(*) as count, other, cast(sum(case when other > 0 then 1 else 0 end) as bigint) as revised, ${sums('from')}, ${sums('to')}
    from (${from}) as q
    group by ${by} from_stage, from_status, from_currency, to_stage, to_status, to_currency, other`;
}
function readRevision(other: number): Pick<Transition, 'revision'> {
  if (other === otherAmounts.revised_up) return { revision: 'revised_up' };
  return other === otherAmounts.revised_down ? { revision: 'revised_down' } : {};
}
function toTransition(row: TransitionRow): Transition {
  const from = readAmounts(row.from_stage, row.from_status, row.from_currency);
  const to = readAmounts(row.to_stage, row.to_status, row.to_currency);
  return {
    ...compact({ from, to }),
    count: row.count,
    revised: row.revised,
    ...readRevision(row.other),
    from_minor: (row.from_high_minor ?? 0n) * exactHalf + (row.from_low_minor ?? 0n),
    to_minor: (row.to_high_minor ?? 0n) * exactHalf + (row.to_low_minor ?? 0n),
  };
}

const readMoved = async (reader: Reader, query: TwoDays): Promise<readonly TransitionRow[]> =>
  (await selectGroups<TransitionRow>(movedPairs(query, names)).execute(reader)).rows;

const amountSums = [
  ...(['from_high_minor', 'from_low_minor', 'to_high_minor', 'to_low_minor'] as const),
];
/** The projects that may differ between the days. */
const movedGroups = groupSum({
  name: 'transitions',
  added: ['count', 'revised', ...amountSums],
  read: async (reader, scope: TwoDayScope) =>
    readMoved(reader, await narrowToStarts(reader, toTwoDays(scope))),
});

/** Makes the group of projects that are in one state on both days. */
function toUnmoved({ key, status, currency, count, high_minor, low_minor }: KeySum): TransitionRow {
  const stage = (key ?? 'unknown') as StageOrUnknown;
  return {
    from_stage: stage,
    from_status: status,
    from_currency: currency,
    to_stage: stage,
    to_status: status,
    to_currency: currency,
    count,
    revised: 0,
    other: 0,
    from_high_minor: high_minor,
    from_low_minor: low_minor,
    to_high_minor: high_minor,
    to_low_minor: low_minor,
  };
}
/** Makes the groups that take the projects of a moved group from all projects of the second day. */
const takeFromAll = (row: TransitionRow): readonly TransitionRow[] =>
  row.to_stage === null || row.to_status === null
    ? []
    : [
        toUnmoved({
          key: row.to_stage,
          status: row.to_status,
          currency: row.to_currency,
          count: -row.count,
          high_minor: -(row.to_high_minor ?? 0n),
          low_minor: -(row.to_low_minor ?? 0n),
        }),
      ];

/** Adds up the rows of each group. Drops the groups that have no project. */
function mergeGroups(rows: readonly TransitionRow[]): readonly TransitionRow[] {
  const groups = Map.groupBy(rows, (row) =>
    JSON.stringify([
      row.from_stage,
      row.from_status,
      row.from_currency,
      row.to_stage,
      row.to_status,
      row.to_currency,
      row.other,
    ]),
  );
  return [...groups.values()].flatMap((ofGroup): TransitionRow[] => {
    const [first] = ofGroup;
    const add = (name: 'count' | 'revised') => ofGroup.reduce((sum, row) => sum + row[name], 0);
    const addAmount = (name: (typeof amountSums)[number]) =>
      ofGroup.reduce((sum, row) => sum + BigInt(row[name] ?? 0n), 0n);
    const count = add('count');
    if (first === undefined || count === 0) return [];
    const amounts = Object.fromEntries(amountSums.map((name) => [name, addAmount(name)]));
    return [{ ...first, count, revised: add('revised'), ...amounts }];
  });
}

/**
 * Counts and sums all projects by state on both days and by kind of revision. At one revision it
 * reads those that may differ, and takes them from the sums of the second day to get the others.
 * @returns one row for each group; amounts in minor units of their currency
 */
export async function listTransitions(reader: Reader, query: TwoDays): Promise<Transition[]> {
  if (!isOneView(query)) return (await readMoved(reader, query)).map(toTransition);
  const scope = toTwoDayScope(query);
  const { since: _, ...day } = scope;
  const [moved, all] = await Promise.all([
    readSum(reader, scope, movedGroups),
    sumsByKey(reader, { ...day, by: 'stage' }),
  ]);
  const unmoved = [...all.map(toUnmoved), ...moved.flatMap(takeFromAll)];
  return mergeGroups([...moved, ...unmoved]).map(toTransition);
}

/**
 * Counts and sums them by investor as well: the investor on the second day, else on the first, else
 * the project itself.
 * @returns one row for each group and investor; amounts in minor units of their currency
 */
export async function listHeldTransitions(
  reader: Reader,
  query: TwoDays,
): Promise<InvestorTransition[]> {
  const investor = sql`nullif(trim(coalesce(to_investor, from_investor)), '')`;
  const alone = sql`case when ${investor} is null and coalesce(to_currency, from_currency) is not null then code end`;
  const { rows } = await selectGroups<HeldRow>(
    allPairs(query, [...names, 'investor']),
    sql`${investor} as investor, ${alone} as alone,`,
    sql`${investor}, ${alone},`,
  ).execute(reader);
  return rows.map((row) => ({
    ...toTransition(row),
    holder: investorKey(row.investor, row.alone ?? ''),
  }));
}
