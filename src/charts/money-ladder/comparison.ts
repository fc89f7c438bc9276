import type { Comparison } from '#charts/kit/comparison.ts';
import { alignLadders } from '#domain/analysis/money-ladder.ts';
import { largestValue } from '#domain/overview/money-units.ts';
import { type LadderBlock, type LadderSeries, largestRung, type SizedLadder } from './series.ts';

const align = (own: LadderSeries, { blocks: others }: LadderSeries): LadderSeries => ({
  ...own,
  blocks: own.blocks.map((block, at): LadderBlock => {
    const beside = others[at];
    return beside === undefined ? block : { ...block, beside };
  }),
});

/** Gives two ladders the same groups in the same order, on one scale. */
export const ladderComparison: Comparison<LadderSeries> = {
  keys: ['group', 'unit'],
  pair: (first, second) => {
    const [a, b] = [first.money_ladder, second.money_ladder];
    if (a === undefined || b === undefined) return [first, second];
    const both = alignLadders(a, b);
    const like = Object.fromEntries(
      both[0].units.map((unit) => [unit, largestValue(both.map((one) => largestRung(one, unit)))]),
    );
    const [own, other] = both.map((one): SizedLadder => ({ ...one, like }));
    return [
      { ...first, money_ladder: own ?? a },
      { ...second, money_ladder: other ?? b },
    ];
  },
  align: (a, b) => [align(a, b), align(b, a)],
};
