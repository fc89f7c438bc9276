import { type Decimal, toNumber } from '#domain/values/decimal.ts';
import type { BrierScore } from './brier.ts';
import type { Forecast } from '#domain/targets/target-row.ts';
import type { IsoDate, Month } from '#domain/values/date.ts';

/** The forecast at the end of one month, with its result. */
export interface PastForecast {
  readonly period: Month;
  /** The day of the forecast value. */
  readonly at: IsoDate;
  /** Whether it uses values that were recorded after the month. */
  readonly recomputed: boolean;
  readonly forecast: Forecast;
  /** The value of the month of that day, once it is known. */
  readonly result?: Decimal;
  /** Whether the result is inside the 10–90 % band, ends included. */
  readonly inside?: boolean;
}

/** The number of results, and of those inside the band. */
export interface InsideCount {
  readonly results: number;
  readonly inside: number;
}

export interface ForecastScores {
  /** Up to two years ahead: about 3 in 4 are expected inside. */
  readonly near: InsideCount;
  /** Further ahead: about 2 in 3 are expected inside. */
  readonly far: InsideCount;
  /** Median of result − middle, in the indicator's unit. */
  readonly median_error: number;
  /** Omitted without a target that gives a plan, and for forecasts of one day. */
  readonly brier?: BrierScore;
}

export const leastResults = 8;

const nearMonths = 24;

const median = (numbers: readonly number[]): number => {
  const ascending = numbers.toSorted((a, b) => a - b);
  return (
    ((ascending[Math.floor((ascending.length - 1) / 2)] ?? 0) +
      (ascending[Math.ceil((ascending.length - 1) / 2)] ?? 0)) /
    2
  );
};

/**
 * Scores forecasts: how many results are inside the band, and the distance of the results from the
 * middle.
 * @returns undefined under eight results
 */
export function scoreForecasts(forecasts: readonly PastForecast[]): ForecastScores | undefined {
  const endedForecasts = forecasts.flatMap(({ forecast: past, result, inside }) =>
    past.kind === 'range' && result !== undefined
      ? [{ months: past.months, error: toNumber(result) - past.p50, inside: inside === true }]
      : [],
  );
  if (endedForecasts.length < leastResults) return undefined;
  const count = (some: typeof endedForecasts): InsideCount => ({
    results: some.length,
    inside: some.filter(({ inside }) => inside).length,
  });
  return {
    near: count(endedForecasts.filter(({ months }) => months <= nearMonths)),
    far: count(endedForecasts.filter(({ months }) => months > nearMonths)),
    median_error: median(endedForecasts.map(({ error }) => error)),
  };
}
