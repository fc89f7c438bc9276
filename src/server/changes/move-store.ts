import type { Names } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { sql, type RawBuilder } from 'kysely';
import { dataStatuses, type DataStatus } from '#domain/values/data-status.ts';
import {
  moveKinds,
  listMoveKinds,
  type Move,
  type MoveKind,
  type MoveSide,
} from '#domain/changes/moves.ts';
import { replansBetween } from '#domain/projects/milestones.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  compareTexts,
  replaceFirst,
  takeFirst,
  type FirstRows,
} from '#domain/values/first-rows.ts';
import { stages, type StageOrUnknown, type Status } from '#domain/projects/stage.ts';
import { getEngine, type Engine, type Reader } from '#server/db/db.ts';
import { type IsEditionDay, readDaysBy } from '#server/projects/register/edition-day-store.ts';
import { plannedDates, readPlanDates } from '#server/projects/register/plan-date-store.ts';
import { countsByStage } from '#server/projects/register/stage-sum-store.ts';
import { readSum, type ProjectSum } from '#server/projects/sums/sum-cache.ts';
import {
  isOneView,
  narrowToStarts,
  selectPairs,
  toTwoDays,
  toTwoDayScope,
  type KnownDay,
  type TwoDays,
  type TwoDayScope,
} from './two-day-store.ts';
import { batches } from '#server/db/versions.ts';

const ranks = sql.join(
  stages.map((stage, rank) => sql`when ${sql.lit(stage)} then ${sql.lit(rank)}`),
  sql` `,
);
const selectRank = (column: string): RawBuilder<number> =>
  sql`case ${sql.ref(column)} ${ranks} end`;
/**
 * Columns over the states of each project after the first day and up to the second: whether it
 * moved back, and the least and greatest name of its states. The names are equal if it had one
 * state.
 */
const between = [
  sql`max(case when v.is_between = 1 and v.changes > 0 and v.stage_rank < case v.stage_from ${ranks} else 0 end then 1 else 0 end) as went_back`,
  sql`min(case when v.is_between = 1 then v.stage || ' ' || v.status end) as first_state`,
  sql`max(case when v.is_between = 1 then v.stage || ' ' || v.status end) as last_state`,
];
const toState = sql`p.to_stage || ' ' || p.to_status`;
const changedBetween = sql`(p.first_state <> ${toState} or p.last_state <> ${toState})`;

/** Whether a planned date changed or was removed. */
function isReplanned(engine: Engine): RawBuilder<unknown> {
  const [from, to] = [plannedDates(engine, 'p.from_plans'), plannedDates(engine, 'p.to_plans')];
  return sql.join(
    from.map((date, at) => sql`(${date} is not null and ${date} is distinct from ${to[at]})`),
    sql` or `,
  );
}

/**
 * Selects the first kind of change of a project `p`, as `listMoveKinds` orders them; null if
 * nothing changed.
 */
const firstKind = (engine: Engine): RawBuilder<MoveKind | null> => sql`case
  when p.to_stage is null then 'gone' when p.from_stage is null then 'new'
  when p.from_status <> 'unlisted' and p.to_status = 'unlisted' then 'gone'
  when p.from_status <> p.to_status then 'status'
  when ${selectRank('p.to_stage')} > ${selectRank('p.from_stage')} then 'advanced'
  when ${selectRank('p.to_stage')} < ${selectRank('p.from_stage')} then 'moved_back'
  when p.from_stage <> p.to_stage then 'stage'
  when ${changedBetween} then 'returned'
  when p.from_plans is not null and p.from_plans is distinct from p.to_plans and (${isReplanned(engine)}) then 'replanned'
  when p.from_minor is distinct from p.to_minor or p.from_currency is distinct from p.to_currency then 'revised' end`;

/**
 * Selects the first day of the present state of a project `p`: that of its stage if the stage
 * changed, else that of its status.
 */
const moveDate = sql`case
  when p.from_stage is null then p.to_since
  when p.from_stage = p.to_stage and p.from_status = p.to_status and ${changedBetween} then
    case when p.to_since is null or p.to_changed > p.to_since then p.to_changed else p.to_since end
  when p.from_stage <> p.to_stage or p.went_back = 1 then p.to_since
  when p.from_status <> p.to_status then p.to_changed end`;

interface MoveRow {
  readonly code: string;
  readonly name: string;
  readonly names_json: Names | null;
  readonly from_stage: StageOrUnknown | null;
  readonly from_status: Status | null;
  readonly from_minor: bigint | null;
  readonly from_currency: string | null;
  readonly to_stage: StageOrUnknown | null;
  readonly to_status: Status | null;
  readonly to_minor: bigint | null;
  readonly to_currency: string | null;
  readonly from_plans: string | null;
  readonly to_plans: string | null;
  readonly date: IsoDate | null;
  readonly went_back: number;
  readonly changed_between: number;
}
const makeSide = (
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

function toMove(row: MoveRow, isBy: IsEditionDay): Move {
  const from = makeSide(row.from_stage, row.from_status, row.from_minor, row.from_currency);
  const to = makeSide(row.to_stage, row.to_status, row.to_minor, row.to_currency);
  const replans =
    to === undefined
      ? []
      : replansBetween(readPlanDates(row.from_plans), readPlanDates(row.to_plans));
  const kinds = listMoveKinds(from, to, row.changed_between === 1, replans.length > 0);
  return {
    code: row.code,
    name: row.name,
    ...compact({ names: row.names_json ?? undefined }),
    kinds,
    ...compact({
      from,
      to,
      date: row.date === null ? undefined : row.date,
      by: row.date !== null && isBy(row.code, row.date) ? true : undefined,
    }),
    regression: row.went_back === 1 || kinds.includes('moved_back'),
    ...compact({ replans: replans.length === 0 ? undefined : replans }),
  };
}

const codesAtOnce = 500;
type Counts = Readonly<Record<MoveKind, number>>;
const columns = ['stage', 'status', 'minor', 'currency', 'since', 'changed', 'plans'] as const;

/** A changed project with the first day of its present state, '' if it is unknown. */
interface ChangedCode {
  readonly code: string;
  readonly date: IsoDate | '';
}
/** The changed projects with the newest changes, and the number of all by first kind. */
interface ChangedCodes {
  readonly first: FirstRows<ChangedCode>;
  readonly counts: Counts;
}
interface MoveScope extends TwoDayScope {
  /** The number of listed projects. */
  readonly limit: number;
}

/** Rows beyond the list are known, too, so that a project that leaves it has a successor. */
const knownFor = (limit: number): number => limit * 2;

async function readChangedCodes(reader: Reader, query: TwoDays, limit: number) {
  const totals = moveKinds.map(
    (kind) => sql`(select count(*) from k where kind = ${sql.lit(kind)}) as ${sql.ref(kind)}`,
  );
  const { rows } = await sql<
    ChangedCode & Counts
  >`with p as (${selectPairs(query, columns, between)}),
    k as materialized (select code, kind, date from (select p.code, ${firstKind(getEngine(reader))} as kind, ${moveDate} as date from p) as d where kind is not null)
    select code, coalesce(date, '') as date, ${sql.join(totals)} from k
    order by coalesce(date, '') desc, code limit ${sql.lit(knownFor(limit))}`.execute(reader);
  const [row] = rows;
  return {
    first: takeFirst(
      rows.map(({ code, date }) => ({ code, date })),
      knownFor(limit),
    ),
    counts: countKinds((kind) => row?.[kind] ?? 0),
  };
}
const countKinds = (count: (kind: MoveKind) => number): Counts =>
  Object.fromEntries(moveKinds.map((kind) => [kind, Number(count(kind))])) as Counts;

const compareNewest = (a: ChangedCode, b: ChangedCode): number =>
  compareTexts(b.date, a.date) || compareTexts(a.code, b.code);

const changedCodes: ProjectSum<MoveScope, ChangedCodes> = {
  name: 'changed_codes',
  read: async (reader, { limit, ...scope }) =>
    readChangedCodes(reader, await narrowToStarts(reader, toTwoDays(scope)), limit),
  replace: (sum, { before, after, codes }, { limit }) => {
    const first = replaceFirst(sum.first, after.first, {
      codes,
      compare: compareNewest,
      needed: limit,
    });
    return (
      first && {
        first,
        counts: countKinds((kind) => sum.counts[kind] - before.counts[kind] + after.counts[kind]),
      }
    );
  },
  sizeOf: ({ first }) => first.rows.length * 100,
};

async function changedRows(reader: Reader, query: TwoDays): Promise<MoveRow[]> {
  const { rows } = await sql<MoveRow>`select p.*, coalesce(p.to_name, p.from_name) as name,
      case when p.to_name is null then p.from_names else p.to_names end as names_json, ${moveDate} as date,
      case when ${changedBetween} then 1 else 0 end as changed_between
    from (${selectPairs(query, ['name', 'names', ...columns], between)}) as p`.execute(reader);
  return rows;
}

/**
 * Lists projects whose state differs between the two days, or that changed and changed back. SQL
 * counts and orders them, and only the listed ones are read in full.
 *
 * @returns at most `limit` moves, newest first; `total` and `counts` include all moves
 */
export async function listMoves(
  reader: Reader,
  query: TwoDays,
  limit: number,
): Promise<{
  readonly moves: readonly Move[];
  readonly total: number;
  readonly counts: Readonly<Record<MoveKind, number>>;
}> {
  const { first, counts } = isOneView(query)
    ? await readSum(reader, { ...toTwoDayScope(query), limit }, changedCodes)
    : await readChangedCodes(reader, query, limit);
  const codes = first.rows.slice(0, limit).map(({ code }) => code);
  const moves = new Map<string, Move>();
  const isBy = await readDaysBy(reader, query.origin, query.to.knownRevision, codes);
  for (const some of batches(codes, codesAtOnce))
    for (const row of await changedRows(reader, { ...query, only: some }))
      moves.set(row.code, toMove(row, isBy));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { moves: codes.flatMap((code) => moves.get(code) ?? []), total, counts };
}

/**
 * Reads the weakest data status of the register on either day; `reported` for an empty register.
 */
export async function weakestOfTwoDays(reader: Reader, query: TwoDays): Promise<DataStatus> {
  const read = ({ day, knownRevision }: KnownDay) =>
    countsByStage(reader, {
      origin: query.origin,
      as_of: day,
      knownRevision,
      without: query.without ?? [],
      ...compact({ within: query.within }),
    });
  const counts = await Promise.all([read(query.from), read(query.to)]);
  return dataStatuses[Math.max(0, ...counts.flat().map(({ weakest }) => weakest))] ?? 'reported';
}
