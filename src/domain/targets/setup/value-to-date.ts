import { cumulate } from '#domain/targets/annual-flow.ts';
import { findUnknownSum, type UnknownSum } from '#domain/targets/derived/unknown-sum.ts';
import { compact } from '#domain/values/compact.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { type Indicator, isYearToDate, type Observation } from '#domain/zone/indicator.ts';

/** The value of an indicator by which a target is measured in a month, or why it is not known. */
export interface ValueToDate extends UnknownSum {
  /** In the unit of the indicator: a level, or the year to date of a yearly flow. */
  readonly value?: Decimal;
}

/**
 * Finds the value to date in a month with a typed value. For a yearly flow that is reported month by
 * month it is the sum of the months of the year, as on the overview.
 *
 * @param observations - the stored values of the indicator
 * @param typed - the value of the month alone, in the unit of the indicator
 */
export function findValueToDate(
  indicator: Pick<Indicator, 'kind' | 'cumulation' | 'breaks'>,
  observations: readonly Observation[],
  month: Month,
  typed: Decimal,
): ValueToDate {
  if (indicator.kind !== 'annual_flow' || isYearToDate(indicator)) return { value: typed };
  const before = observations
    .flatMap(({ period, value }) =>
      value === undefined || period >= month ? [] : [[period, value] as const],
    )
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const amounts = new Map<Month, Decimal>([...before, [month, typed]]);
  const ytd = cumulate(amounts, indicator);
  return {
    ...compact({ value: ytd.get(month) }),
    ...findUnknownSum({ amounts, ytd }, indicator, monthEnd(month)),
  };
}
