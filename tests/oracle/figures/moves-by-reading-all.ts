/**
 * How moves and transitions were found before 27 November 2026: every changed project is read and
 * compared here.
 */
import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import type { Transition } from '#domain/changes/bridge.ts';
import { countMoves } from '#domain/changes/moves.fixture.ts';
import { listMoveKinds, type Move, type MoveKind, type MoveSide } from '#domain/changes/moves.ts';
import { replansBetween } from '#domain/projects/milestones.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { stages, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import type { Reader } from '#server/db/db.ts';
import { readPlanDates } from '#server/projects/register/plan-date-store.ts';
import { exactHalf } from '#server/projects/register/amount-sums.ts';
import type { KnownDay, TwoDays } from '#server/changes/two-day-store.ts';

/** A project on a day, with the amounts of the requested measure. */
const pairColumns = [
  'name',
  'stage',
  'status',
  'minor',
  'currency',
  'since',
  'changed',
  'plans',
] as const;
type Side = 'from' | 'to';

/** The condition that excludes projects, or all others. */
function makeCondition({ without = [], only }: TwoDays): RawBuilder<unknown> {
  if (only !== undefined)
    return only.length === 0 ? sql`and 1 = 0` : sql`and code in (${sql.join(only)})`;
  return without.length === 0 ? sql`` : sql`and code not in (${sql.join(without)})`;
}
/** The projects that hold on a day, their columns on one side of the pair, nothing on the other. */
function selectSide(
  query: TwoDays,
  { day, knownRevision }: KnownDay,
  side: Side,
): RawBuilder<unknown> {
  const { origin, measure } = query;
  const source = {
    minor: `${measure}_minor`,
    currency: `${measure}_currency`,
    changed: 'status_date',
    plans: 'plan_dates',
  };
  const column = (name: (typeof pairColumns)[number], at: Side): RawBuilder<unknown> =>
    at === side
      ? name === 'since'
        ? sql`coalesce(stage_since, stage_by)`
        : sql.ref(name in source ? source[name as keyof typeof source] : name)
      : name === 'minor'
        ? sql`cast(null as bigint)`
        : sql`cast(null as text)`;
  const columns = (['from', 'to'] as const).flatMap((at) =>
    pairColumns.map((name) => sql`${column(name, at)} as ${sql.ref(`${at}_${name}`)}`),
  );
  return sql`select code, ${sql.join(columns)} from project_version where origin = ${origin} and valid_from <= ${day} and valid_to > ${day}
      and revision_from <= ${knownRevision} and revision_to > ${knownRevision} ${makeCondition(query)}`;
}
/**
 * Each project with both its sides; put together by grouping, since a full join of two derived
 * tables walks one for each row of the other.
 */
function pairs(query: TwoDays): RawBuilder<unknown> {
  const columns = (['from', 'to'] as const).flatMap((at) =>
    pairColumns.map((name) => sql`max(${sql.ref(`${at}_${name}`)}) as ${sql.ref(`${at}_${name}`)}`),
  );
  return sql`(select code, ${sql.join(columns)} from (${selectSide(query, query.from, 'from')} union all ${selectSide(query, query.to, 'to')}) as sides
    group by code) as p`;
}
const otherAmount = sql`(p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency)`;

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
const heldOf = (stage: StageOrUnknown | null, status: Status | null, currency: string | null) =>
  stage === null || status === null
    ? undefined
    : { stage, status, ...compact({ currency: currency === null ? undefined : currency }) };

/**
 * All projects by what they were, what they became and whether their amount is another one; counted
 * and summed by the engine.
 */
export async function transitionsByReadingAll(
  reader: Reader,
  query: TwoDays,
): Promise<Transition[]> {
  const half = sql.lit(Number(exactHalf));
  const sums = (side: Side) => sql`
    cast(sum(${sql.ref(`${side}_minor`)} / ${half}) as bigint) as ${sql.ref(`${side}_high_minor`)},
    cast(sum(${sql.ref(`${side}_minor`)} % ${half}) as bigint) as ${sql.ref(`${side}_low_minor`)}`;
  const { rows } =
    await sql<TransitionRow>`select from_stage, from_status, from_currency, to_stage, to_status, to_currency,
      count(*) as count, other, cast(sum(case when other > 0 then 1 else 0 end) as bigint) as revised, ${sums('from')}, ${sums('to')}
    from (select p.*, case when p.from_currency = p.to_currency and p.to_minor > p.from_minor then 2
        when p.from_currency = p.to_currency and p.to_minor < p.from_minor then 3 when ${otherAmount} then 1 else 0 end as other from ${pairs(query)}) as q
    group by from_stage, from_status, from_currency, to_stage, to_status, to_currency, other`.execute(
      reader,
    );
  return rows.map((row) => {
    const from = heldOf(row.from_stage, row.from_status, row.from_currency);
    const to = heldOf(row.to_stage, row.to_status, row.to_currency);
    return {
      ...compact({ from, to }),
      count: row.count,
      revised: row.revised,
      ...(row.other === 2
        ? { revision: 'revised_up' as const }
        : row.other === 3
          ? { revision: 'revised_down' as const }
          : {}),
      from_minor: (row.from_high_minor ?? 0n) * exactHalf + (row.from_low_minor ?? 0n),
      to_minor: (row.to_high_minor ?? 0n) * exactHalf + (row.to_low_minor ?? 0n),
    };
  });
}

const ranks = sql.join(
  stages.map((stage, rank) => sql`when ${sql.lit(stage)} then ${sql.lit(rank)}`),
  sql` `,
);
interface PairRow {
  readonly code: string;
  readonly name: string;
  readonly from_stage: StageOrUnknown | null;
  readonly from_status: Status | null;
  readonly from_minor: bigint | null;
  readonly from_currency: string | null;
  readonly to_stage: StageOrUnknown | null;
  readonly to_status: Status | null;
  readonly to_minor: bigint | null;
  readonly to_currency: string | null;
  readonly stage_since: IsoDate | null;
  readonly status_date: IsoDate | null;
  readonly from_plans: string | null;
  readonly to_plans: string | null;
  readonly went_back: number;
  readonly changed_between: number;
}
const sideOf = (
  stage: StageOrUnknown | null,
  status: Status | null,
  minor: bigint | null,
  currency: string | null,
): MoveSide | undefined =>
  stage === null || status === null
    ? undefined
    : {
        stage,
        status,
        ...compact({
          money:
            minor === null || currency === null ? undefined : { minor: String(minor), currency },
        }),
      };

/**
 * When the present state began: the stage's day where the stage changed, else that of the status.
 */
function dateOf(
  kinds: readonly MoveKind[],
  { stage_since, status_date }: PairRow,
  regression: boolean,
): IsoDate | undefined {
  if (kinds.includes('returned'))
    return [stage_since, status_date]
      .filter((day) => day !== null)
      .sort()
      .at(-1);
  if (
    kinds.some(
      (kind) => kind === 'new' || kind === 'advanced' || kind === 'moved_back' || kind === 'stage',
    ) ||
    regression
  )
    return stage_since ?? undefined;
  return kinds.includes('status') || kinds.includes('gone')
    ? (status_date ?? undefined)
    : undefined;
}

/**
 * The history of each project after the first day and up to the second: whether it went back to an
 * earlier stage, and whether its stage and status were always those of the second day (then
 * `first_state` and `last_state` are both that state).
 */
const between = ({ origin, from, to }: TwoDays): RawBuilder<unknown> => sql`(
  select v.code, max(case when v.changes > 0 and v.stage_rank < case v.stage_from ${ranks} else 0 end then 1 else 0 end) as went_back,
    min(v.stage || ' ' || v.status) as first_state, max(v.stage || ' ' || v.status) as last_state
  from project_version as v where v.origin = ${origin} and v.valid_from > ${from.day} and v.valid_from <= ${to.day}
    and v.revision_from <= ${to.knownRevision} and v.revision_to > ${to.knownRevision}
  group by v.code)`;

/**
 * Projects whose state differs between the two days, or that changed and came back in between; the
 * newest first.
 */
export async function movesByReadingAll(
  reader: Reader,
  query: TwoDays,
  limit: number,
): Promise<{
  readonly moves: readonly Move[];
  readonly total: number;
  readonly counts: Readonly<Record<MoveKind, number>>;
}> {
  const { rows } = await sql<PairRow>`select * from (
    select p.code, coalesce(p.to_name, p.from_name) as name, p.from_stage, p.from_status, p.from_minor, p.from_currency,
      p.to_stage, p.to_status, p.to_minor, p.to_currency, p.to_since as stage_since, p.to_changed as status_date,
      p.from_plans, p.to_plans,
      coalesce(b.went_back, 0) as went_back,
      case when b.first_state <> p.to_stage || ' ' || p.to_status or b.last_state <> p.to_stage || ' ' || p.to_status
        then 1 else 0 end as changed_between
    from ${pairs(query)} left join ${between(query)} as b on b.code = p.code) as p
    where p.from_stage is distinct from p.to_stage or p.from_status is distinct from p.to_status or ${otherAmount}
      or p.changed_between = 1 or (p.from_plans is not null and p.from_plans is distinct from p.to_plans)`.execute(
    reader,
  );
  const moves = rows.flatMap((row): Move[] => {
    const before = sideOf(row.from_stage, row.from_status, row.from_minor, row.from_currency);
    const now = sideOf(row.to_stage, row.to_status, row.to_minor, row.to_currency);
    const replans =
      now === undefined
        ? []
        : replansBetween(readPlanDates(row.from_plans), readPlanDates(row.to_plans));
    const kinds = listMoveKinds(before, now, row.changed_between === 1, replans.length > 0);
    if (kinds.length === 0) return [];
    const regression = row.went_back === 1 || kinds.includes('moved_back');
    const date = dateOf(kinds, row, regression);
    const move = {
      code: row.code,
      name: row.name,
      kinds,
      ...compact({ from: before, to: now, date }),
      regression,
    };
    return [replans.length === 0 ? move : { ...move, replans }];
  });
  const byDate = (a: Move, b: Move): number => {
    const [left, right] = [a.date ?? '', b.date ?? ''];
    return left === right ? (a.code < b.code ? -1 : 1) : left < right ? 1 : -1;
  };
  return {
    moves: moves.sort(byDate).slice(0, limit),
    total: moves.length,
    counts: countMoves(moves),
  };
}
