import {
  type AmountSpread,
  findQuantiles,
  quantileNeighbours,
  type SizeClass,
  sizesBetween,
} from '#domain/projects/amount-spread.ts';
import type { Currency } from '#domain/values/money.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { type RawBuilder, sql, type SqlBool } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { readSum } from '#server/projects/sums/kept-sums.ts';
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

const selectAmounts = (reader: Reader, { currency, investors: _, ...scope }: SpreadScope) =>
  versionsAt(reader, scope)
    .where('v.status', '=', 'active')
    // worded so that the engine uses the index of the day, not that of amounts, which holds the
    // versions of all days
    .where(sql<string>`v.total_investment_currency || ''`, '=', currency);

/**
 * Reads limits of size classes that contain all amounts of the currency on any day. Two reads of an
 * index find them.
 */
async function readEdges(
  reader: Reader,
  { origin, currency }: SpreadScope,
): Promise<readonly bigint[]> {
  const positive = reader
    .selectFrom('project_version')
    .select('total_investment_minor as amount_minor')
    .where('origin', '=', origin)
    .where('total_investment_currency', '=', currency)
    .where('total_investment_minor', '>', 0n)
    .limit(1);
  const [least, most] = await Promise.all([
    positive.orderBy('total_investment_minor').executeTakeFirst(),
    positive.orderBy('total_investment_minor', 'desc').executeTakeFirst(),
  ]);
  return least === undefined || most === undefined
    ? []
    : sizesBetween(BigInt(least.amount_minor ?? 0), BigInt(most.amount_minor ?? 0));
}

/** Selects the number of an amount's size class, by halves, and -1 for an amount of 0 or less. */
function selectSize(edges: readonly bigint[]): RawBuilder<number> {
  const between = (first: number, last: number): RawBuilder<number> => {
    if (first === last) return sql.lit(first) as unknown as RawBuilder<number>;
    const middle = (first + last + 1) >> 1;
    return sql`case when v.total_investment_minor < ${sql.lit(edges[middle])}
      then ${between(first, middle - 1)} else ${between(middle, last)} end`;
  };
  return sql<number>`case when v.total_investment_minor <= 0 then -1 else ${between(0, edges.length - 2)} end`;
}

interface SizeCount {
  readonly size: number;
  readonly count: number;
  readonly investors?: number;
}

/** Counts the amounts of each stage by size class in one scan. */
async function countSizes(
  reader: Reader,
  scope: SpreadScope,
  edges: readonly bigint[],
): Promise<ReadonlyMap<StageOrUnknown, readonly SizeCount[]>> {
  const rows = await selectAmounts(reader, scope)
    .select((eb) => ['v.stage', selectSize(edges).as('size'), eb.fn.countAll<number>().as('count')])
    .$if(scope.investors, (query) =>
      query.select((eb) => eb.fn.count<number>('v.investor').distinct().as('investors')),
    )
    .groupBy(['v.stage', 'size'])
    .orderBy('v.stage')
    .orderBy('size')
    .execute();
  const sizes = rows.map((row) => ({ ...row, size: Number(row.size) }));
  return Map.groupBy(sizes, ({ stage }) => stage);
}

const toClasses = (sizes: readonly SizeCount[], edges: readonly bigint[]): readonly SizeClass[] =>
  sizes
    .filter(({ size }) => size >= 0)
    .map(({ size, ...counts }) => ({
      from: String(edges[size]),
      to: String(edges[size + 1]),
      count: counts.count,
      ...(counts.investors === undefined ? {} : { investors: counts.investors }),
    }));

/** The size classes of a stage that hold the neighbours of its quantiles. */
interface NeededClasses {
  readonly stage: StageOrUnknown;
  readonly classes: readonly SizeClass[];
  /** The ranks of the neighbours among all amounts of the stage, by rank within these classes. */
  readonly ranks: ReadonlyMap<number, number>;
}

const addCounts = (classes: readonly SizeClass[]): number =>
  classes.reduce((sum, { count }) => sum + count, 0);

function findNeeded(stage: StageOrUnknown, all: readonly SizeClass[]): NeededClasses {
  const neighbours = quantileNeighbours(addCounts(all));
  const classes: SizeClass[] = [];
  const ranks = new Map<number, number>();
  let below = 0;
  let skipCount = 0;
  for (const sizeClass of all) {
    const end = below + sizeClass.count;
    const inside = neighbours.filter((rank) => rank > below && rank <= end);
    for (const rank of inside) ranks.set(rank - skipCount, rank);
    if (inside.length === 0) skipCount += sizeClass.count;
    else classes.push(sizeClass);
    below = end;
  }
  return { stage, classes, ranks };
}

/** Makes a condition that compares a row only with what its stage needs. */
const inStage = (
  column: string,
  needed: readonly NeededClasses[],
  makeCondition: (one: NeededClasses) => RawBuilder<unknown>,
): RawBuilder<SqlBool> =>
  sql`case ${sql.ref(column)} ${sql.join(
    needed.map((one) => sql`when ${sql.lit(one.stage)} then ${makeCondition(one)}`),
    sql` `,
  )} end`;

const inClasses = ({ classes }: NeededClasses): RawBuilder<unknown> => {
  const amount = sql.ref('v.total_investment_minor');
  return sql.join(
    classes.map(
      ({ from, to }) =>
        sql`(${amount} >= ${sql.lit(BigInt(from))} and ${amount} < ${sql.lit(BigInt(to))})`,
    ),
    sql` or `,
  );
};

/** Reads the amounts that the quantiles of all stages need, by stage and rank, in one scan. */
async function readNeighbours(
  reader: Reader,
  scope: SpreadScope,
  needed: readonly NeededClasses[],
): Promise<ReadonlyMap<StageOrUnknown, ReadonlyMap<number, bigint>>> {
  const rows = await reader
    .selectFrom(
      selectAmounts(reader, scope)
        .where(inStage('v.stage', needed, inClasses))
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
    .where(
      inStage('r.stage', needed, ({ ranks }) => {
        const list = [...ranks.keys()].map((rank) => sql.lit(rank));
        return sql`r.rank in (${sql.join(list)})`;
      }),
    )
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

/** Reads the distributions of all stages in two scans. */
async function readSpreads(reader: Reader, scope: SpreadScope): Promise<StageSpreads> {
  const edges = await readEdges(reader, scope);
  if (edges.length === 0) return new Map();
  const sizes = await countSizes(reader, scope, edges);
  const classesOf = new Map(
    [...sizes].flatMap(([stage, counts]) => {
      const classes = toClasses(counts, edges);
      return classes.length === 0 ? [] : [[stage, classes] as const];
    }),
  );
  if (classesOf.size === 0) return new Map();
  const needed = [...classesOf].map(([stage, classes]) => findNeeded(stage, classes));
  const neighbours = await readNeighbours(reader, scope, needed);
  return new Map(
    [...classesOf].map(([stage, classes]): readonly [StageOrUnknown, AmountSpread] => {
      const count = addCounts(classes);
      const spread = {
        currency: scope.currency,
        count,
        not_above_zero: sizes.get(stage)?.find(({ size }) => size < 0)?.count ?? 0,
        classes,
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
});
