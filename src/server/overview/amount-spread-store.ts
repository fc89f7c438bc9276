import {
  type AmountSpread,
  findQuantiles,
  quantileNeighbours,
  type SizeClass,
  sizesBetween,
} from '#domain/projects/amount-spread.ts';
import type { Currency } from '#domain/values/money.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import { sql } from 'kysely';
import type { Reader } from '#server/db/db.ts';
import { versionsAt } from '#server/projects/register/project-view-store.ts';
import { readSum } from '#server/projects/sums/kept-sums.ts';
import { wholeFigure } from '#server/projects/sums/whole-figure.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';

/** The active projects of one stage whose total investment is in one currency. */
interface SpreadScope extends ProjectScope {
  readonly stage: StageOrUnknown;
  readonly currency: Currency;
}
const selectAmounts = (reader: Reader, { stage, currency, ...scope }: SpreadScope) =>
  versionsAt(reader, scope)
    // worded so that the engine uses the index of the day, not those of stage or currency, which
    // hold the versions of all days
    .where(sql<string>`v.stage || ''`, '=', stage)
    .where('v.status', '=', 'active')
    .where(sql<string>`v.total_investment_currency || ''`, '=', currency);

/** Reads the amounts with these ranks among those above 0. Ranks start at 1. */
async function readAmountsAtRanks(
  reader: Reader,
  scope: SpreadScope,
  ranks: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const rows = await reader
    .selectFrom(
      selectAmounts(reader, scope)
        .where('v.total_investment_minor', '>', 0n)
        .select([
          'v.total_investment_minor as rank_minor',
          sql<number>`row_number() over (order by v.total_investment_minor)`.as('rank'),
        ])
        .as('r'),
    )
    .select(['r.rank', 'r.rank_minor'])
    .where('r.rank', 'in', [...ranks])
    .execute();
  return new Map(rows.map(({ rank, rank_minor }) => [Number(rank), BigInt(rank_minor ?? 0)]));
}

/** Counts the amounts in each size class, and their investors. */
async function countClasses(
  reader: Reader,
  scope: SpreadScope,
  edges: readonly bigint[],
): Promise<SizeClass[]> {
  const rows = await selectAmounts(reader, scope)
    .where('v.total_investment_minor', '>', 0n)
    .select((eb) => {
      const [first = 0n, ...later] = edges.slice(1);
      const cases = eb.case().when('v.total_investment_minor', '<', first).then(0);
      return [
        later
          .reduce(
            (chain, edge, at) => chain.when('v.total_investment_minor', '<', edge).then(at + 1),
            cases,
          )
          .end()
          .as('size'),
        eb.fn.countAll<number>().as('count'),
        eb.fn.count<number>('v.investor').distinct().as('investors'),
      ];
    })
    .groupBy('size')
    .orderBy('size')
    .execute();
  return rows.map(({ size, count, investors }) => ({
    from: String(edges[Number(size)]),
    to: String(edges[Number(size) + 1]),
    count,
    investors,
  }));
}

/**
 * Reads the distribution of the amounts of a stage.
 * @returns undefined if no amount is above 0
 */
export const amountSpread = async (
  reader: Reader,
  scope: SpreadScope,
): Promise<AmountSpread | undefined> => (await readSum(reader, scope, spread)).figure;

const spread = wholeFigure({
  name: 'amount_spread',
  readParts: (reader, scope: SpreadScope) =>
    selectAmounts(reader, scope)
      .select(['v.code', 'v.investor', 'v.total_investment_minor as amount_minor'])
      .orderBy('v.code')
      .execute(),
  readWhole: readSpread,
  sizeOf: () => 2000,
});

/** Reads the distribution, counted by SQL. */
async function readSpread(reader: Reader, scope: SpreadScope): Promise<AmountSpread | undefined> {
  const all = await selectAmounts(reader, scope)
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('v.total_investment_minor', '>', 0n).as('count'),
      eb.fn
        .countAll<number>()
        .filterWhere('v.total_investment_minor', '<=', 0n)
        .as('not_above_zero'),
      eb.fn
        .min('v.total_investment_minor')
        .filterWhere('v.total_investment_minor', '>', 0n)
        .as('least'),
      eb.fn.max('v.total_investment_minor').as('most'),
    ])
    .executeTakeFirstOrThrow();
  const { count, not_above_zero, least, most } = all;
  if (count === 0 || least === null || most === null) return undefined;
  const amounts = await readAmountsAtRanks(reader, scope, quantileNeighbours(count));
  const classes = await countClasses(reader, scope, sizesBetween(BigInt(least), BigInt(most)));
  return {
    currency: scope.currency,
    count,
    not_above_zero,
    classes,
    quantiles: findQuantiles(amounts, count),
  };
}
