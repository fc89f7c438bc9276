import { compact } from '#domain/values/compact.ts';
import { sumMonths } from '#domain/targets/annual-flow.ts';
import { type DataStatus, weakestStatus } from '#domain/values/data-status.ts';
import { addMonths, monthEnd, toMonth, type IsoDate, type Month } from '#domain/values/date.ts';
import { subtractDecimal, type Decimal } from '#domain/values/decimal.ts';
import {
  isBrokenBetween,
  isYearToDate,
  type Indicator,
  type Observation,
  type SeriesBreak,
} from '#domain/zone/indicator.ts';
import { listPeriods, type CalendarPeriod, type PeriodSize } from './calendar-periods.ts';
import { yearBefore, type PeriodState } from './record-periods.ts';

export interface IndicatorPeriod extends CalendarPeriod {
  readonly state: PeriodState;
  /** The addition of the period to a flow; the value at its end for a stock or a ratio. */
  readonly value?: Decimal;
  /** The same period a year before. Omitted where it is not known or not comparable. */
  readonly before?: Decimal;
  /** The breaks of the series in its months. The values before them are not comparable. */
  readonly breaks?: readonly SeriesBreak[];
}
/** An indicator by period. */
export interface IndicatorSeries {
  readonly indicator: Pick<Indicator, 'id' | 'name' | 'unit' | 'kind' | 'power'>;
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
  /**
   * `added`: values may be summed over periods. `level`: values are those at the end of the period.
   */
  readonly means: 'added' | 'level';
  readonly periods: readonly IndicatorPeriod[];
  readonly data_status: DataStatus;
}
export interface IndicatorSeriesInput {
  readonly indicator: Indicator;
  readonly observations: readonly Observation[];
  readonly as_of: IsoDate;
  readonly size: PeriodSize;
}

const mostPeriods = 60;
type Values = ReadonlyMap<Month, Decimal>;

/** The addition of a period to a year to date. The value of February includes January. */
function addedInYear(ytd: Values, { first_month, end }: CalendarPeriod): Decimal | undefined {
  const now = ytd.get(toMonth(end));
  if (now === undefined || first_month.endsWith('-01')) return now;
  const before = ytd.get(addMonths(first_month, -1));
  return before === undefined ? undefined : subtractDecimal(now, before);
}

/** The addition of a period to a running sum. */
function addedToSum(sums: Values, { first_month, end }: CalendarPeriod): Decimal | undefined {
  const [now, before] = [sums.get(toMonth(end)), sums.get(addMonths(first_month, -1))];
  return now === undefined || before === undefined ? undefined : subtractDecimal(now, before);
}

/** Whether the series breaks between the two sums whose difference a period adds. */
const isBrokenWithin = (indicator: Indicator, { first_month, end }: CalendarPeriod): boolean =>
  isBrokenBetween(indicator, addMonths(first_month, -1), toMonth(end));

/** Makes the function that finds the value of a period in the months of an indicator. */
function makeFinder(
  indicator: Indicator,
  values: Values,
): (period: CalendarPeriod) => Decimal | undefined {
  if (indicator.kind === 'cum_flow')
    return (period) => (isBrokenWithin(indicator, period) ? undefined : addedToSum(values, period));
  if (indicator.kind !== 'annual_flow') return ({ end }) => values.get(toMonth(end));
  if (!isYearToDate(indicator))
    return ({ first_month, end }) => sumMonths(values, first_month, toMonth(end), indicator);
  return (period) =>
    isBrokenWithin(indicator, period) && !period.first_month.endsWith('-01')
      ? undefined
      : addedInYear(values, period);
}

const listBreaks = (
  { breaks = [] }: Indicator,
  { first_month, end }: CalendarPeriod,
): readonly SeriesBreak[] | undefined => {
  const own = breaks.filter(({ month }) => month >= first_month && month <= toMonth(end));
  return own.length === 0 ? undefined : own;
};

/**
 * Whether a definition changed after the same period a year before and by the end of the period.
 */
const isBroken = (indicator: Indicator, period: CalendarPeriod): boolean =>
  isBrokenBetween(indicator, yearBefore(period).first_month, toMonth(period.end));

/** The same period, cut at a month where it has not ended. */
const endAt = (period: CalendarPeriod, month: Month | undefined): CalendarPeriod =>
  month === undefined || month >= toMonth(period.end)
    ? period
    : { ...period, end: monthEnd(month) };

/**
 * Makes the series of an indicator by period: what each period added for a flow, the value at its
 * end for a stock, never a sum of levels. A period without a value is unknown, not 0.
 */
export function makeIndicatorSeries(input: IndicatorSeriesInput): IndicatorSeries {
  const { indicator, as_of, size } = input;
  const own = input.observations
    .filter(({ indicator: id, period }) => id === indicator.id && monthEnd(period) <= as_of)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const values = new Map(
    own.flatMap(({ period, value }) => (value === undefined ? [] : [[period, value] as const])),
  );
  const [first, last] = [[...values.keys()][0], [...values.keys()].at(-1)];
  const find = makeFinder(indicator, values);
  const list = first === undefined ? [] : listPeriods(first, toMonth(as_of), size, mostPeriods);
  return {
    indicator: {
      ...compact({ power: indicator.power }),
      id: indicator.id,
      name: indicator.name,
      unit: indicator.unit,
      kind: indicator.kind,
    },
    as_of,
    size,
    means: indicator.kind === 'annual_flow' || indicator.kind === 'cum_flow' ? 'added' : 'level',
    periods: list.map((period): IndicatorPeriod => {
      const isOpen = last !== undefined && last >= period.first_month && last < toMonth(period.end);
      const value = find(isOpen ? endAt(period, last) : period);
      const before = isBroken(indicator, period) ? undefined : find(yearBefore(period));
      const state = value === undefined ? 'unknown' : isOpen ? 'open' : 'closed';
      return {
        ...period,
        state,
        ...compact({ value, before, breaks: listBreaks(indicator, period) }),
      };
    }),
    data_status: weakestStatus(own.map(({ data_status }) => data_status)),
  };
}
