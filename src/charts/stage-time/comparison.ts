import type { Comparison } from '#charts/kit/comparison.ts';
import type { StageTimeSeries } from './series.ts';

/** Gives days in stage beside each other the longer of the two axes. */
export const stageTimeComparison: Comparison<StageTimeSeries> = {
  keys: ['stage'],
  align: (a, b) => {
    const { end, ticks } = a.end >= b.end ? a : b;
    return [
      { ...a, end, ticks, beside: b.rows },
      { ...b, end, ticks, beside: a.rows },
    ];
  },
};
