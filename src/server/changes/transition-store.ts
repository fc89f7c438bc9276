import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Transition } from '#domain/changes/bridge.ts';
import type { InvestorTransition } from '#domain/redaction/bridge-amounts.ts';
import { investorKey } from '#domain/redaction/disclosure/holdings.ts';
import type { StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Reader } from '#server/db/db.ts';
import { exactHalf } from '#server/projects/register/amount-sums.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { groupSum } from '#server/projects/sums/group-sum.ts';
import { readSum } from '#server/projects/sums/sum-cache.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import {
  isOneView,
  selectPairs,
  sameOnBothDays,
  sideColumn,
  type SideColumn,
  type TwoDays,
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
 * Selects each project with its code, its columns on both days and the kind of revision of its
 * amount.
 */
function pairs(query: TwoDays, names: readonly SideColumn[]): RawBuilder<unknown> {
  const refs = (side: 'from' | 'to') => names.map((name) => sql.ref(`p.${side}_${name}`));
  const same = (side: 'from' | 'to') =>
    names.map((name) => sql`${sideColumn(query, name)} as ${sql.ref(`${side}_${name}`)}`);
  const other = sql`case when p.from_currency = p.to_currency and p.to_minor > p.from_minor then ${sql.lit(otherAmounts.revised_up)}
    when p.from_currency = p.to_currency and p.to_minor < p.from_minor then ${sql.lit(otherAmounts.revised_down)}
    when p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency then 1 else 0 end`;
  return sql`select p.code, ${sql.join([...refs('from'), ...refs('to')])}, ${other} as other from (${selectPairs(query, names)}) as p
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

/**
 * Counts and sums all projects by state on both days and by kind of revision, in SQL.
 * @returns one row for each group; amounts in minor units of their currency
 */
export async function listTransitions(reader: Reader, query: TwoDays): Promise<Transition[]> {
  const { origin, from, to, measure, without = [], only, within } = query;
  const scope = {
    origin,
    as_of: to.day,
    since: from.day,
    measure,
    without,
    ...compact({ only, within }),
    knownRevision: to.knownRevision,
  };
  const rows = isOneView(query)
    ? await readSum(reader, scope, transitions)
    : await readGroups(reader, query);
  return rows.map(toTransition);
}

interface TransitionScope extends ProjectScope {
  readonly knownRevision: number;
  /** The first of the two days. */
  readonly since: IsoDate;
  readonly measure: Measure;
}
async function readGroups(reader: Reader, query: TwoDays): Promise<readonly TransitionRow[]> {
  const { rows } = await selectGroups<TransitionRow>(pairs(query, names)).execute(reader);
  return rows;
}
const transitions = groupSum({
  name: 'transitions',
  added: [
    ...(['count', 'revised'] as const),
    ...(['from_high_minor', 'from_low_minor', 'to_high_minor', 'to_low_minor'] as const),
  ],
  read: (reader, { as_of, since, knownRevision, ...scope }: TransitionScope) =>
    readGroups(reader, {
      ...scope,
      from: { day: since, knownRevision },
      to: { day: as_of, knownRevision },
    }),
});

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
    pairs(query, [...names, 'investor']),
    sql`${investor} as investor, ${alone} as alone,`,
    sql`${investor}, ${alone},`,
  ).execute(reader);
  return rows.map((row) => ({
    ...toTransition(row),
    holder: investorKey(row.investor, row.alone ?? ''),
  }));
}
