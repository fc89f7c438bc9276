import { compact } from '#domain/values/compact.ts';
import { type BlockSeries, type Comparison, divideBlocks } from '#charts/kit/comparison.ts';
import { alignBreakdowns, type Breakdown, ratioOrSum } from '#domain/analysis/breakdown.ts';
import { findSum } from '#domain/analysis/cell.ts';
import type { BreakdownSeries, DrawnBlock } from './data/series.ts';
import { listSums, type SizedBreakdown } from './data/units.ts';

const withBeside = (
  blocks: readonly DrawnBlock[],
  others: readonly DrawnBlock[],
): readonly DrawnBlock[] =>
  blocks.map((block, at): DrawnBlock => {
    const beside = others[at];
    return beside === undefined ? block : { ...block, beside };
  });

const align = (own: BreakdownSeries, other: BreakdownSeries): BreakdownSeries => ({
  ...own,
  blocks: withBeside(own.blocks, other.blocks),
  ...compact({
    narrow:
      own.narrow === undefined
        ? undefined
        : {
            ...own.narrow,
            blocks: withBeside(own.narrow.blocks, other.narrow?.blocks ?? []),
          },
  }),
});

/** Divides a breakdown into its units, with the form for a phone of each. */
const divide = (series: BreakdownSeries): readonly BlockSeries<BreakdownSeries>[] =>
  divideBlocks(series, ({ unit }) => unit).map(({ key, series: one }, at) => ({
    key,
    series:
      series.narrow === undefined
        ? one
        : { ...one, narrow: { ...series.narrow, blocks: series.narrow.blocks.slice(at, at + 1) } },
  }));

/** Lists the groups that have a value of a unit on one of the sides, the largest first. */
function orderGroups(both: readonly Breakdown[], unit: string): readonly string[] {
  const sizes = new Map<string, number>();
  for (const { groups, measure } of both)
    for (const { key, total } of groups) {
      const sum = findSum(total, unit);
      const value = sum === undefined ? undefined : ratioOrSum(sum, measure);
      if (key === undefined || value === undefined) continue;
      sizes.set(key, Math.max(sizes.get(key) ?? Number.NEGATIVE_INFINITY, Number(value)));
    }
  return [...sizes].toSorted(([, a], [, b]) => b - a).map(([key]) => key);
}

/** Gives two breakdowns the same groups in the same order, on one scale. */
export const breakdownComparison: Comparison<BreakdownSeries> = {
  keys: ['group', 'unit'],
  size: (first, second) => {
    const [a, b] = [first.breakdown, second.breakdown];
    if (a === undefined || b === undefined) return [first, second];
    const sums = Object.fromEntries(
      [...a.units, ...b.units].map((unit) => [unit, listSums([a, b], unit)]),
    );
    const [own, other] = [a, b].map((one): SizedBreakdown => ({ ...one, sums }));
    return [
      { ...first, breakdown: own ?? a },
      { ...second, breakdown: other ?? b },
    ];
  },
  pair: (first, second) => {
    const [a, b] = [first.breakdown, second.breakdown];
    if (a === undefined || b === undefined) return [first, second];
    const both = alignBreakdowns(a, b);
    const order = Object.fromEntries(both[0].units.map((unit) => [unit, orderGroups(both, unit)]));
    const [own, other] = both.map((one): SizedBreakdown => ({ ...one, order }));
    return [
      { ...first, breakdown: own ?? a },
      { ...second, breakdown: other ?? b },
    ];
  },
  align: (a, b) => [align(a, b), align(b, a)],
  divide,
};
