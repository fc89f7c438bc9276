import { compact } from '#domain/values/compact.ts';
import {
  type AmountSpread,
  findPart,
  findQuantiles,
  findSize,
  partsOfSize,
  quantileNeighbours,
  type SizeClass,
  sizeOfPart,
} from '#domain/projects/amount-spread.ts';
import type { Currency } from '#domain/values/money.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { getEngine, type Reader } from '#server/db/db.ts';
import { sqlSizePart } from '#server/db/sql-size-part.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { sumsByStage } from '#server/projects/register/stage-sum-store.ts';
import { byVersion, readSum } from '#server/projects/sums/sum-cache.ts';
import { wholeFigure } from '#server/projects/sums/whole-figure.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The active projects whose total investment is in one currency. */
interface SpreadScope extends ProjectScope {
  readonly currency: Currency;
  /** Whether to count the investors of each size class. */
  readonly investors: boolean;
}
/** The distributions of the stages that have an amount above 0. */
type StageSpreads = ReadonlyMap<StageOrUnknown, AmountSpread>;

/**
 * The condition that a project is active and its amount has this currency. It is worded so that the
 * engine uses the index of the day, not that of amounts, which holds the versions of all days.
 */
const isActiveIn = (currency: Currency): RawBuilder<SqlBool> =>
  sql<SqlBool>`v.status = 'active' and v.total_investment_currency || '' = ${currency}`;

const selectAmounts = (reader: Reader, { currency, investors: _, ...scope }: SpreadScope) =>
  versionsAt(reader, scope).where(isActiveIn(currency));

/** The number of amounts of each part of a size class, by stage. The part 0 has those up to 0. */
type PartCounts = ReadonlyMap<StageOrUnknown, ReadonlyMap<number, number>>;

async function countParts(
  reader: Reader,
  { currency, investors: _, ...scope }: SpreadScope,
): Promise<PartCounts> {
  const stages = new Map<StageOrUnknown, Map<number, number>>();
  for (const row of await sumsByStage(reader, scope)) {
    if (row.status !== 'active' || row.currency !== currency || row.part === null) continue;
    const parts = stages.get(row.stage) ?? new Map<number, number>();
    const part = Number(row.part);
    parts.set(part, (parts.get(part) ?? 0) + row.count);
    stages.set(row.stage, parts);
  }
  return stages;
}

/** Counts the investors of each size class, by stage and number of the class. */
async function countSizeInvestors(
  reader: Reader,
  scope: SpreadScope,
): Promise<ReadonlyMap<StageOrUnknown, ReadonlyMap<number, number>>> {
  const size = sql<number>`(${sqlSizePart(getEngine(reader))} + ${sql.lit(partsOfSize - 2)}) / ${sql.lit(partsOfSize)}`;
  const rows = await selectAmounts(reader, scope)
    .where('v.total_investment_minor', '>', 0n)
    .select((eb) => [
      'v.stage',
      size.as('size'),
      eb.fn.count<number>('v.investor').distinct().as('investors'),
    ])
    .groupBy(['v.stage', 'size'])
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ stage }) => stage)].map(([stage, ofStage]) => [
      stage,
      new Map(ofStage.map((row) => [Number(row.size), row.investors])),
    ]),
  );
}

type Part = Pick<SizeClass, 'from' | 'to' | 'count'>;

/** Lists the parts of size classes that have an amount above 0, from the smallest. */
const listParts = (counts: ReadonlyMap<number, number>): readonly (Part & { part: number })[] =>
  [...counts]
    .filter(([part]) => part > 0)
    .toSorted(([a], [b]) => a - b)
    .map(([part, count]) => ({ part, ...findPart(part), count }));

/** Adds up the parts of each size class. */
function addParts(
  parts: readonly (Part & { part: number })[],
  investors: ReadonlyMap<number, number> | undefined,
): readonly SizeClass[] {
  const sizes = Map.groupBy(parts, ({ part }) => sizeOfPart(part));
  return [...sizes].map(([size, ofSize]) => ({
    ...findSize(size),
    count: addCounts(ofSize),
    ...compact({ investors: investors === undefined ? undefined : (investors.get(size) ?? 0) }),
  }));
}

/** The parts of a stage that hold the neighbours of its quantiles. */
interface NeededParts {
  readonly stage: StageOrUnknown;
  readonly parts: readonly Part[];
  /** The ranks of the neighbours among all amounts of the stage, by rank within these parts. */
  readonly ranks: ReadonlyMap<number, number>;
}

const addCounts = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0);

function findNeeded(stage: StageOrUnknown, all: readonly Part[]): NeededParts {
  const neighbours = quantileNeighbours(addCounts(all));
  const parts: Part[] = [];
  const ranks = new Map<number, number>();
  let below = 0;
  let skipCount = 0;
  for (const part of all) {
    const end = below + part.count;
    const inside = neighbours.filter((rank) => rank > below && rank <= end);
    for (const rank of inside) ranks.set(rank - skipCount, rank);
    if (inside.length === 0) skipCount += part.count;
    else parts.push(part);
    below = end;
  }
  return { stage, parts, ranks };
}

/** Selects the limits of the needed parts, each with its stage. */
const selectRanges = (needed: readonly NeededParts[]): RawBuilder<Range> =>
  sql`(${sql.join(
    needed.flatMap(({ stage, parts }) =>
      parts.map(
        ({ from, to }) =>
          sql`select ${sql.lit(stage)} as stage, ${sql.lit(BigInt(from))} as low, ${sql.lit(BigInt(to))} as high`,
      ),
    ),
    sql` union all `,
  )})`;
interface Range {
  readonly stage: StageOrUnknown;
  readonly low: bigint;
  readonly high: bigint;
}

/** Makes the condition that a row `r` has one of the needed ranks of its stage. */
const isNeeded = (needed: readonly NeededParts[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`case r.stage ${sql.join(
    needed.map(
      ({ stage, ranks }) =>
        sql`when ${sql.lit(stage)} then r.rank in (${sql.join([...ranks.keys()].map((rank) => sql.lit(rank)))})`,
    ),
    sql` `,
  )} end`;

/**
 * Reads the amounts that the quantiles of all stages need, by stage and rank. The index of a stage
 * has them in order, so only the needed parts of it are read.
 */
async function readNeighbours(
  reader: Reader,
  { currency, investors: _, ...scope }: SpreadScope,
  needed: readonly NeededParts[],
): Promise<ReadonlyMap<StageOrUnknown, ReadonlyMap<number, bigint>>> {
  const rows = await reader
    .selectFrom(
      versionsAt(reader, scope, 'in_order')
        .innerJoin(selectRanges(needed).as('n'), (join) =>
          join
            .onRef('n.stage', '=', 'v.stage')
            .onRef('v.total_investment_minor', '>=', 'n.low')
            .onRef('v.total_investment_minor', '<', 'n.high'),
        )
        .where(isActiveIn(currency))
        .select([
          'v.stage',
          'v.total_investment_minor as amount_minor',
          sql<number>`row_number() over (partition by v.stage order by v.total_investment_minor)`.as(
            'rank',
          ),
        ])
        .as('r'),
    )
    .select(['r.stage', 'r.rank', 'r.amount_minor'])
    .where(isNeeded(needed))
    .execute();
  const ofStage = Map.groupBy(rows, ({ stage }) => stage);
  return new Map(
    needed.map(({ stage, ranks }) => [
      stage,
      new Map(
        ofStage
          .get(stage)
          ?.map(({ rank, amount_minor }) => [
            ranks.get(Number(rank)) ?? 0,
            BigInt(amount_minor ?? 0),
          ]),
      ),
    ]),
  );
}

/** Reads the distributions of all stages: their counts from the sums by stage, and one scan. */
async function readSpreads(reader: Reader, scope: SpreadScope): Promise<StageSpreads> {
  const counts = await countParts(reader, scope);
  const partsOf = new Map(
    [...counts].flatMap(([stage, ofStage]) => {
      const parts = listParts(ofStage);
      return parts.length === 0 ? [] : [[stage, parts] as const];
    }),
  );
  if (partsOf.size === 0) return new Map();
  const needed = [...partsOf].map(([stage, parts]) => findNeeded(stage, parts));
  const investors = scope.investors ? await countSizeInvestors(reader, scope) : undefined;
  const neighbours = await readNeighbours(reader, scope, needed);
  return new Map(
    [...partsOf].map(([stage, parts]): readonly [StageOrUnknown, AmountSpread] => {
      const count = addCounts(parts);
      const spread = {
        currency: scope.currency,
        count,
        not_above_zero: counts.get(stage)?.get(0) ?? 0,
        classes: addParts(parts, investors && (investors.get(stage) ?? new Map())),
        quantiles: findQuantiles(neighbours.get(stage) ?? new Map(), count),
      };
      return [stage, spread];
    }),
  );
}

/**
 * Reads the distributions of the amounts of all stages.
 * @returns no entry for a stage without an amount above 0
 */
export const amountSpreads = async (reader: Reader, scope: SpreadScope): Promise<StageSpreads> =>
  (await readSum(reader, scope, spreads)).figure ?? new Map();

const spreads = wholeFigure({
  name: 'amount_spreads',
  readParts: (reader, scope: SpreadScope) =>
    selectAmounts(reader, scope)
      .select(['v.code', 'v.stage', 'v.investor', 'v.total_investment_minor as amount_minor'])
      .orderBy('v.code')
      .execute(),
  readWhole: readSpreads,
  sizeOf: (stages) => 500 + stages.size * 2000,
  changedByDay: byVersion,
});
