import { type Comparison, divideBlocks } from '#charts/kit/comparison.ts';
import { alignLadders, foldLadder, type MoneyLadder } from '#domain/analysis/money-ladder.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import {
  findPlan,
  isKnownIn,
  type LadderBlock,
  type LadderSeries,
  listSums,
  mostRows,
  type SizedLadder,
} from './series.ts';

const align = (own: LadderSeries, { blocks: others }: LadderSeries): LadderSeries => ({
  ...own,
  blocks: own.blocks.map((block, at): LadderBlock => {
    const beside = others[at];
    return beside === undefined ? block : { ...block, beside };
  }),
});

/** Finds the drawn groups that have an amount in a unit on one of the sides, with the larger plan. */
function findSizes(
  both: readonly MoneyLadder[],
  unit: string,
): ReadonlyMap<string | undefined, Decimal | undefined> {
  const groups = both
    .flatMap((one) => foldLadder(one, mostRows))
    .filter((group) => isKnownIn(group, unit));
  return new Map(
    [...Map.groupBy(groups, ({ key }) => key)].map(([key, sides]) => {
      const plans = sides.flatMap((group) => findPlan(group, unit) ?? []);
      return [key, plans.toSorted(compareDecimal).at(-1)] as const;
    }),
  );
}

/** Gives two ladders the same groups in the same order, on one scale. */
export const ladderComparison: Comparison<LadderSeries> = {
  keys: ['group', 'unit'],
  size: (first, second) => {
    const [a, b] = [first.money_ladder, second.money_ladder];
    if (a === undefined || b === undefined) return [first, second];
    const sums = Object.fromEntries(
      [...a.units, ...b.units].map((unit) => [unit, listSums([a, b], unit)]),
    );
    const [own, other] = [a, b].map((one): SizedLadder => ({ ...one, sums }));
    return [
      { ...first, money_ladder: own ?? a },
      { ...second, money_ladder: other ?? b },
    ];
  },
  pair: (first, second) => {
    const [a, b] = [first.money_ladder, second.money_ladder];
    if (a === undefined || b === undefined) return [first, second];
    const both = alignLadders(a, b);
    const sizes = Object.fromEntries(
      both[0].units.map((unit) => [unit, findSizes(both, unit)] as const),
    );
    const groupNames =
      joinItems(foldLadder(both[0], mostRows).flatMap(({ key }) => key ?? [])) ?? '';
    const [own, other] = both.map((one): SizedLadder => ({ ...one, sizes, named: groupNames }));
    return [
      { ...first, money_ladder: own ?? a },
      { ...second, money_ladder: other ?? b },
    ];
  },
  align: (a, b) => [align(a, b), align(b, a)],
  divide: (series) => divideBlocks(series, ({ axis }: LadderBlock) => axis.unit),
};
