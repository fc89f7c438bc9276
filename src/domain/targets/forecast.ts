import { compact } from '#domain/values/compact.ts';
import { forecastBand, hasEqualChanges } from './forecasting/forecast-band.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import { areCounted } from './counted-row.ts';
import type { Forecast } from './target-row.ts';
import { toMonth, monthsApart, type IsoDate, type Month } from '#domain/values/date.ts';
import { type History, type Level, monthValues } from './series.ts';
import { toNumber } from '#domain/values/decimal.ts';

/** The input of a forecast. */
export interface ForecastInput {
  readonly indicator: Pick<Indicator, 'kind' | 'unit'>;
  readonly history: Pick<History, 'levels' | 'latest_due'>;
  /** The last month with a used value. */
  readonly period: Month;
  /** The day of the forecast. */
  readonly at: IsoDate;
  readonly as_of: IsoDate;
  /** The target is met, so there is no forecast. */
  readonly met: boolean;
  /** The value is so old that later ones count as missing. */
  readonly stale: boolean;
}

/**
 * Whether a month after the used one has no value, or no yearly amount because an earlier month is
 * missing. A month without a due value, as January of a year to date, does not count.
 */
const isLatestMissing = ({ latest_due }: Pick<History, 'latest_due'>, period: Month): boolean =>
  latest_due !== undefined && latest_due > period;

/**
 * For a day in the December of the level's year: the year to date, the same months a year before,
 * and that whole year.
 */
function pickYear(
  level: Level | undefined,
  at: IsoDate,
): readonly [number, number, number] | undefined {
  if (level?.parts === undefined || toMonth(at) !== `${level.period.slice(0, 4)}-12`)
    return undefined;
  const [toDate, lastYear, sameMonths] = level.parts;
  return [toNumber(toDate), toNumber(sameMonths), toNumber(lastYear)];
}

/**
 * Forecasts a value on a day from the variation of its months (forecast-band.ts); yearly flows by
 * their totals of twelve months. The horizon is the whole months from the month of the value to
 * that of the day.
 * @returns percentiles in the unit of the indicator, or why there is no forecast
 */
export function forecast({
  indicator,
  history,
  period,
  at,
  as_of,
  met,
  stale,
}: ForecastInput): Forecast {
  const makeRefusal = (reason: Extract<Forecast, { kind: 'refused' }>['reason']): Forecast => ({
    kind: 'refused',
    reason,
  });
  if (as_of > at || period >= toMonth(at)) return makeRefusal('deadline_passed');
  if (met) return makeRefusal('met');
  const levels = history.levels.filter((level) => level.period <= period);
  const values = monthValues(levels);
  const last = values.at(-1)?.period ?? period;
  const months = monthsApart(last, toMonth(at));
  const year =
    indicator.kind === 'annual_flow'
      ? pickYear(
          levels.findLast((level) => level.period === last),
          at,
        )
      : undefined;
  const band = forecastBand({
    values,
    latestMissing: stale || last < period || isLatestMissing(history, period),
    horizon: months,
    kind: indicator.kind,
    counted: areCounted(
      indicator.unit,
      levels.map(({ value }) => value),
    ),
    ...compact({ year }),
  });
  if (typeof band === 'string') return makeRefusal(band);
  // The band of counts always has a spread, so equal changes are refused here.
  if (hasEqualChanges(values)) return makeRefusal('no_variation');
  return { kind: 'range', at, months, ...band };
}
