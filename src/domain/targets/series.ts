import { compact } from '#domain/values/compact.ts';
import {
  annualValue,
  cumulate,
  findMonthAmount,
  listSourceMonths,
  type YearToDate,
  listMonthsToDate,
} from './annual-flow.ts';
import { type AbsenceReason, type DataStatus, weakestStatus } from '#domain/values/data-status.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { toNumber } from '#domain/values/decimal.ts';
import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import {
  type Indicator,
  isYearToDate,
  type MeasuredObservation,
  type SeriesBreak,
} from '#domain/zone/indicator.ts';
import type { SeriesPoint, ValueBasis } from './target-row.ts';
import type { MonthValue } from './pace.ts';
import { addMonths, monthEnd, type IsoDate, type Month } from '#domain/values/date.ts';

/** The value of one month by which a target is judged. */
export interface Level {
  readonly period: Month;
  readonly date: IsoDate;
  readonly value: Decimal;
  readonly basis: ValueBasis;
  readonly parts?: readonly [Decimal, Decimal, Decimal];
  readonly data_status: DataStatus;
  /** For a yearly flow: the year to date with its own status. */
  readonly to_date?: { readonly value: Decimal; readonly data_status: DataStatus };
  /** It is older than the last break of the series: pace and forecast leave it out. */
  readonly before_break?: true;
}
/** The history of one indicator up to a day. */
export interface History {
  /** Months with a level, ascending. */
  readonly levels: readonly Level[];
  /** The drawn months from the first on or after the baseline date, with gaps. */
  readonly points: readonly SeriesPoint[];
  /** The latest observation, with or without a value. */
  readonly latest?: MeasuredObservation;
  /** The newest reported month with a due value; without a level its value is missing. */
  readonly latest_due?: Month;
  /** Year-to-date values of a yearly flow. */
  readonly ytd?: YearToDate;
  /** The reported amounts of a yearly flow by month, where its years to date are their sums. */
  readonly amounts?: ReadonlyMap<Month, Decimal>;
}

/**
 * Makes the levels and drawn points of an indicator from its observations, of months that end by
 * `as_of`.
 */
export function makeHistory(
  indicator: Indicator,
  observations: readonly MeasuredObservation[],
  as_of: IsoDate,
  baseline_date: IsoDate,
): History {
  const own = observations
    .filter((o) => o.indicator === indicator.id && monthEnd(o.period) <= as_of)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const byMonth = new Map(own.map((o) => [o.period, o]));
  const values = new Map(
    own.flatMap((o) => (o.value === undefined ? [] : [[o.period, o.value] as const])),
  );
  const breaks = (indicator.breaks ?? []).filter(({ month }) => monthEnd(month) <= as_of);
  const isCumulative = indicator.kind === 'annual_flow' && !isYearToDate(indicator);
  const ytd =
    indicator.kind !== 'annual_flow'
      ? undefined
      : isCumulative
        ? cumulate(values, { breaks })
        : values;
  const findStatus = (months: readonly Month[]): DataStatus =>
    weakestStatus(
      (isCumulative ? months.flatMap(listMonthsToDate) : months).flatMap(
        (month) => byMonth.get(month)?.data_status ?? [],
      ),
    );
  const latest = own.at(-1);
  const input: PointsInput = {
    indicator,
    byMonth,
    values: ytd ?? values,
    ytd,
    statusOf: findStatus,
  };
  const due = own.findLast(
    ({ period, value }) =>
      value !== undefined || findMissingReason(period, input) !== 'not_applicable',
  );
  return {
    levels: [...values].flatMap(([period, value]) =>
      makeLevels(period, value, unbrokenYears(ytd, breaks, period), findStatus).map((level) =>
        breaks.some(({ month }) => period < month) ? { ...level, before_break: true } : level,
      ),
    ),
    points: markBreaks(makePoints(input, baseline_date, latest?.period), breaks),
    ...compact({
      latest,
      latest_due: due?.period,
      ytd,
      amounts: isCumulative ? values : undefined,
    }),
  };
}

/** The years to date that can be compared with that of a month: those since the last break. */
function unbrokenYears(
  ytd: YearToDate | undefined,
  breaks: readonly SeriesBreak[],
  period: Month,
): YearToDate | undefined {
  const since = breaks.findLast(({ month }) => month <= period)?.month;
  return ytd === undefined || since === undefined
    ? ytd
    : new Map([...ytd].filter(([month]) => month >= since));
}

/** Marks the first drawn month of each part of a broken series with the reason of the break. */
function markBreaks(points: readonly SeriesPoint[], breaks: readonly SeriesBreak[]): SeriesPoint[] {
  return points.map((point, at) => {
    const start = breaks.findLast(
      ({ month }) => month <= point.period && (points[at - 1]?.period ?? month) < month,
    );
    return start === undefined ? point : { ...point, break_reason: start.reason };
  });
}

/** The weakest status of the parts of a value. */
type StatusOf = (months: readonly Month[]) => DataStatus;

function makeLevels(
  period: Month,
  value: Decimal,
  ytd: YearToDate | undefined,
  statusOf: StatusOf,
): Level[] {
  const annual = ytd === undefined ? undefined : annualValue(ytd, period);
  const level = ytd === undefined ? { value, basis: 'level' as const } : annual;
  if (level === undefined) return [];
  const months = annual === undefined ? [period] : listSourceMonths(annual, period);
  const year = ytd?.get(period);
  const to_date =
    year === undefined ? {} : { to_date: { value: year, data_status: statusOf([period]) } };
  return [{ period, date: monthEnd(period), ...level, data_status: statusOf(months), ...to_date }];
}

interface PointsInput {
  readonly indicator: Indicator;
  readonly byMonth: ReadonlyMap<Month, MeasuredObservation>;
  /** The values to draw: of a yearly flow the years to date. */
  readonly values: ReadonlyMap<Month, Decimal>;
  readonly ytd: YearToDate | undefined;
  readonly statusOf: StatusOf;
}

function makePoints(
  input: PointsInput,
  baseline_date: IsoDate,
  last: Month | undefined,
): SeriesPoint[] {
  const first = [...input.byMonth.keys()].find((period) => monthEnd(period) >= baseline_date);
  const points: SeriesPoint[] = [];
  for (
    let period = first;
    period !== undefined && last !== undefined && period <= last;
    period = addMonths(period, 1)
  )
    points.push(makePoint(period, input));
  return points;
}

/**
 * Finds why a month has no value: its amount is reported but makes no sum, or nothing is. A January of a year to date is not due where no January has a
 * value, because the value of February includes it.
 */
function findMissingReason(
  period: Month,
  { indicator, byMonth, values }: PointsInput,
): AbsenceReason {
  const observation = byMonth.get(period);
  if (observation?.value !== undefined) return 'no_sum';
  const reason = observation?.missing ?? 'not_reported';
  const byRule =
    isLeftBlank(indicator, period) && ![...values.keys()].some((month) => month.endsWith('-01'));
  return byRule && reason === 'not_reported' ? 'not_applicable' : reason;
}

function makePoint(period: Month, input: PointsInput): SeriesPoint {
  const { indicator, byMonth, values, ytd, statusOf } = input;
  const observation = byMonth.get(period);
  const value = values.get(period);
  const in_month =
    ytd === undefined
      ? undefined
      : isYearToDate(indicator)
        ? findMonthAmount(ytd, period, indicator)
        : observation?.value;
  return {
    period,
    date: monthEnd(period),
    ...compact({
      missing: value === undefined ? findMissingReason(period, input) : undefined,
      value,
      in_month,
    }),
    data_status:
      value === undefined ? (observation?.data_status ?? 'reported') : statusOf([period]),
    ...compact({
      source: observation?.source,
      revised_from: observation?.earlier?.[0]?.value,
    }),
  };
}

/**
 * Converts levels to doubles, for slopes. Twelve-month totals and closed years form one series;
 * years to date are left out.
 */
export const monthValues = (levels: readonly Level[]): MonthValue[] =>
  levels
    .filter((level) => level.basis !== 'year_to_date' && level.before_break !== true)
    .map((level) => ({ period: level.period, value: toNumber(level.value) }));
