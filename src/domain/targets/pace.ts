import { monthsApart, type Month } from '#domain/values/date.ts';

/** A known value of a month. */
export interface MonthValue {
  readonly period: Month;
  readonly value: number;
}

/**
 * Percentile of type 7, linear between order statistics.
 * @param share from 0 to 1
 * @returns undefined without values
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  const ascending = [...values].sort((a, b) => a - b);
  const position = (ascending.length - 1) * share;
  const [low, high] = [ascending[Math.floor(position)], ascending[Math.ceil(position)]];
  return low === undefined || high === undefined
    ? undefined
    : low + (high - low) * (position - Math.floor(position));
}

/** Changes per month between all pairs of known values. A missing month is a gap, not 0. */
function pairwiseSlopes(values: readonly MonthValue[]): number[] {
  return values.flatMap((later, j) =>
    values
      .slice(0, j)
      .map((earlier) => (later.value - earlier.value) / monthsApart(earlier.period, later.period)),
  );
}

const lastTwelveMonths = (values: readonly MonthValue[]): readonly MonthValue[] => {
  const last = values.at(-1);
  return last === undefined
    ? []
    : values.filter((value) => monthsApart(value.period, last.period) < 12);
};

/**
 * Change per month over the twelve months up to the last value: the Theil–Sen median of pairwise
 * slopes.
 * @returns undefined under four values
 */
export function medianPace(values: readonly MonthValue[]): number | undefined {
  const window = lastTwelveMonths(values);
  return window.length < 4 ? undefined : percentile(pairwiseSlopes(window), 0.5);
}

export type PaceRefusal = 'too_few_observations' | 'too_short_a_span';

/**
 * The pace: change per month over the last twelve months (domain reference 5.4).
 * @param values in ascending months
 * @returns a refusal under four values or six months of span
 */
export function pace(values: readonly MonthValue[]): number | PaceRefusal {
  const window = lastTwelveMonths(values);
  const [first, last] = [window[0], window.at(-1)];
  const slope = medianPace(values);
  if (first === undefined || last === undefined || slope === undefined)
    return 'too_few_observations';
  return monthsApart(first.period, last.period) < 6 ? 'too_short_a_span' : slope;
}
