import type { Month } from './indicator.ts';
import { monthsApart } from './period.ts';

/** A known value of a month. */
export interface MonthValue {
  readonly period: Month;
  readonly value: number;
}

/** Percentile of type 7 (linear between order statistics), `share` from 0 to 1. Nothing for no values. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)], sorted[Math.ceil(position)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (position - Math.floor(position));
}

/** Change per month between every two known values; missing months stand between, never as 0. */
function pairwiseSlopes(values: readonly MonthValue[]): number[] {
  return values.flatMap((later, j) =>
    values.slice(0, j).map((earlier) => (later.value - earlier.value) / monthsApart(earlier.period, later.period)),
  );
}

/** Change per month: the Theil–Sen slope (median of pairwise slopes) with its percentiles. */
export interface Pace {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}
export type PaceRefusal = 'too_few_observations' | 'too_short_a_span';

/** The pace over the last twelve months up to the last value, months ascending. Refused under 4 values or 6 months of span. */
export function pace(values: readonly MonthValue[]): Pace | PaceRefusal {
  const last = values.at(-1);
  if (last === undefined) return 'too_few_observations';
  const window = values.filter((value) => monthsApart(value.period, last.period) < 12);
  const first = window[0];
  if (first === undefined || window.length < 4) return 'too_few_observations';
  if (monthsApart(first.period, last.period) < 6) return 'too_short_a_span';
  const slopes = pairwiseSlopes(window);
  const at = (share: number): number => percentile(slopes, share) ?? 0;
  return { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
}
