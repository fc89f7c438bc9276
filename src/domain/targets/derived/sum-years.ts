import { addDecimal, type Decimal } from '#domain/values/decimal.ts';
import { addMonths, toMonth, type Month } from '#domain/values/date.ts';
import {
  isBrokenBetween,
  isYearToDate,
  type Indicator,
  type MeasuredObservation,
  type Observation,
  type Target,
} from '#domain/zone/indicator.ts';
import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import { cumulate } from '#domain/targets/annual-flow.ts';

/** An indicator with its values. */
export interface MeasuredIndicator {
  readonly indicator: Indicator;
  readonly observations: readonly MeasuredObservation[];
}

/**
 * Makes the indicator and values of a target for the sum of several years: the yearly flow added up
 * since the baseline date, 0 on that day where anything is reported since. A month has a sum only
 * where each December before it has a value and the series does not break. Any other target keeps
 * its indicator as it is.
 */
export function sumYears(
  { covers, baseline_date }: Pick<Target, 'covers' | 'baseline_date'>,
  indicator: Indicator,
  observations: readonly Observation[],
): MeasuredIndicator {
  if (covers !== 'sum_of_years' || indicator.kind !== 'annual_flow')
    return { indicator, observations };
  const own = observations.filter((one) => one.indicator === indicator.id);
  const ytd = yearToDate(indicator, own);
  const start = toMonth(baseline_date);
  const firstYear: Observation = {
    indicator: indicator.id,
    period: start,
    value: '0',
    data_status: 'reported',
    origin: own[0]?.origin ?? 'own',
    revision: 0,
  };
  const sums = own
    .filter(({ period }) => period > start)
    .map(({ value, earlier: _, ...one }): MeasuredObservation => {
      const isBroken = isBrokenBetween(indicator, addMonths(start, 1), one.period);
      const sum = isBroken ? undefined : sumSince(start, one.period, ytd);
      if (sum !== undefined) return { ...one, value: sum };
      return value === undefined ? one : { ...one, missing: 'no_sum' };
    });
  // without any value since then nothing is reported: the 0 of the first day is no report
  const isReported = sums.some(({ value }) => value !== undefined);
  return {
    indicator: { ...indicator, kind: 'cum_flow', cumulation: 'since_start' },
    observations: isReported
      ? [firstYear, ...januariesByRule(indicator, own, start), ...sums]
      : sums,
  };
}

/**
 * The Januaries that a year to date leaves out: February's value includes them, so they are no
 * gaps.
 */
function januariesByRule(
  indicator: Indicator,
  own: readonly Observation[],
  start: Month,
): Observation[] {
  const last = own.at(-1);
  if (last === undefined || !isLeftBlank(indicator, `${start.slice(0, 4)}-01`)) return [];
  const reportedPeriods = new Set(own.map(({ period }) => period));
  const first = Number(start.slice(0, 4));
  return Array.from(
    { length: Math.max(0, Number(last.period.slice(0, 4)) - first + 1) },
    (_, at) => `${first + at}-01`,
  ).flatMap((period) =>
    period > start && period < last.period && !reportedPeriods.has(period)
      ? [
          {
            indicator: indicator.id,
            period,
            missing: 'not_applicable' as const,
            data_status: 'reported' as const,
            origin: last.origin,
            revision: 0,
          },
        ]
      : [],
  );
}

function yearToDate(
  indicator: Indicator,
  observations: readonly Observation[],
): ReadonlyMap<Month, Decimal> {
  const values = new Map(
    observations.flatMap(({ period, value }) => (value === undefined ? [] : [[period, value]])),
  );
  return isYearToDate(indicator) ? values : cumulate(values, indicator);
}

/** Whole years after the start and the year to date; undefined where one of them is not known. */
function sumSince(
  start: Month,
  month: Month,
  ytd: ReadonlyMap<Month, Decimal>,
): Decimal | undefined {
  let sum = ytd.get(month);
  const first = Number(start.slice(0, 4)) + (start.endsWith('-12') ? 1 : 0);
  for (let year = first; sum !== undefined && year < Number(month.slice(0, 4)); year += 1) {
    const whole = ytd.get(`${year}-12`);
    sum = whole === undefined ? undefined : addDecimal(sum, whole);
  }
  return sum;
}
