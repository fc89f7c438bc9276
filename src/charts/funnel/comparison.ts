import type { Comparison } from '#charts/kit/comparison.ts';
import type { FunnelCurve, FunnelSeries } from './series.ts';

/** Gives a curve the axes of the longer and of the higher of two. */
function align({ curve, ...own }: FunnelSeries, curves: readonly FunnelCurve[]): FunnelSeries {
  if (curve === undefined) return own;
  const [longest = curve] = curves.toSorted((a, b) => b.xTicks.length - a.xTicks.length);
  const ends = curves.flatMap(({ points }) => points.slice(-1));
  const most = Math.max(...ends.flatMap(({ moved, left }) => [moved, left]));
  return { ...own, curve: { ...curve, xTicks: longest.xTicks, most } };
}

/** Compares cohorts as shares of their own n, and gives their curves the same axes. */
export const funnelComparison: Comparison<FunnelSeries> = {
  keys: ['cohort'],
  align: (a, b) => {
    const curves = [a.curve, b.curve].flatMap((curve) => curve ?? []);
    return [align(a, curves), align(b, curves)];
  },
};
