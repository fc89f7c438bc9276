import { type Comparison, divideBlocks } from '#charts/kit/comparison.ts';
import { compareStages } from '#domain/analysis/headings.ts';
import type { Distribution } from '#domain/analysis/distribution.ts';
import {
  listKnownStages,
  type PairedDistribution,
  type SizeBlock,
  type SizeSeries,
} from './series.ts';

/** Gives a distribution the units and stages of both sides. */
function fill(own: Distribution, other: Distribution): Distribution {
  const missing = other.rows.filter(({ stage }) => own.rows.every((row) => row.stage !== stage));
  const rows = [
    ...own.rows,
    ...missing.map(({ stage }) => ({ stage, count: 0, undisclosed: 0, lines: [] })),
  ].toSorted((a, b) => compareStages(a.stage, b.stage));
  return { ...own, rows };
}

const align = (own: SizeSeries, { blocks: others }: SizeSeries): SizeSeries => ({
  ...own,
  blocks: own.blocks.map((block): SizeBlock => {
    const beside = others.find(({ axis }) => axis.unit === block.axis.unit);
    if (beside === undefined) return block;
    const [from, to] = [Math.min(block.from, beside.from), Math.max(block.to, beside.to)];
    const ticks = [...block.ticks, ...beside.ticks].filter(
      ({ at }, place, all) => all.findIndex((tick) => tick.at === at) === place,
    );
    return {
      ...block,
      from,
      to,
      ticks: ticks.toSorted((a, b) => a.at - b.at),
      top: Math.max(block.top, beside.top),
      beside: beside.rows,
    };
  }),
});

/** Gives two distributions the same stages and the same axes. */
export const sizeComparison: Comparison<SizeSeries> = {
  keys: ['stage', 'unit'],
  pair: (first, second) => {
    const [a, b] = [first.distribution, second.distribution];
    if (a === undefined || b === undefined) return [first, second];
    const units = [...new Set([...a.units, ...b.units])];
    const knownStages = Object.fromEntries(
      units.map((unit) => [unit, [a, b].flatMap((one) => listKnownStages(one, unit))]),
    );
    const [own, other] = [fill(a, b), fill(b, a)].map(
      (one): PairedDistribution => ({ ...one, units, knownStages }),
    );
    return [
      { ...first, distribution: own ?? a },
      { ...second, distribution: other ?? b },
    ];
  },
  align: (a, b) => [align(a, b), align(b, a)],
  divide: (series) => divideBlocks(series, ({ axis }: SizeBlock) => axis.unit),
};
