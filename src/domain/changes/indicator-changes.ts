import { compact } from '#domain/values/compact.ts';
import { addDecimal, type Decimal, subtractDecimal } from '#domain/values/decimal.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { type Indicator, isBrokenBetween, type Observation } from '#domain/zone/indicator.ts';
import type { Text } from '#domain/values/language.ts';
import type { ValueBasis } from '#domain/targets/target-row.ts';
import { monthEnd, toMonth, type IsoDate } from '#domain/values/date.ts';
import { makeHistory, type Level } from '#domain/targets/series.ts';
import { addRatios } from '#domain/targets/derived/ratio.ts';
import type { LaterChange } from '#domain/targets/period-close.ts';

/** What a value of a yearly flow covers. `month` is a single month without a known year to date. */
export type Covers = Exclude<ValueBasis, 'level'> | 'month';

/**
 * One value of an indicator on a day. `revised` lists earlier values of its month, newest first.
 */
export interface ValueOn {
  readonly date: IsoDate;
  readonly value: Decimal;
  /** Only for yearly flows. */
  readonly covers?: Covers;
  readonly data_status: DataStatus;
  readonly revised?: readonly { readonly value?: string; readonly recorded_at: string }[];
  /** The present value of the same month, where it was corrected later. */
  readonly now?: string;
}
/** A change of a month after its closing. Shared links leave the reason out. */
export type MonthRevision = Pick<LaterChange, 'period' | 'recorded_at' | 'reason'>;
export interface IndicatorChange {
  readonly indicator: string;
  /** `false`: shared links leave it out. */
  readonly is_shared?: false;
  readonly name: Text;
  readonly unit: string;
  /**
   * What both values of a yearly flow cover. Omitted for levels, and when each value has its own.
   */
  readonly covers?: Covers;
  /** The last value by the day. Omitted when there is none. */
  readonly from?: ValueOn;
  readonly to?: ValueOn;
  /**
   * The value is that of the first day carried forward: no newer one is known, and this is no
   * change.
   */
  readonly carried?: true;
  /** The series has a break between both values, so that they have no difference. */
  readonly has_break?: true;
  /**
   * Exact, in the unit. Omitted when a value is missing or carried forward, or when the two cover
   * different spans.
   */
  readonly difference?: Decimal;
  /** Changes of the months of both values after these were closed, oldest month first. */
  readonly after_closing?: readonly MonthRevision[];
}

type LevelValue = Pick<Level, 'date' | 'value' | 'data_status'> & {
  readonly covers?: Covers;
  readonly observation: Observation;
};

/**
 * The last value of an indicator: a level, or the yearly amount of a flow in its last month.
 * `toDate` takes the year to date instead.
 */
function lastValue(
  indicator: Indicator,
  observations: readonly Observation[],
  toDate: boolean,
): LevelValue | undefined {
  const observation = observations.findLast(
    (o) => o.indicator === indicator.id && o.value !== undefined,
  );
  if (observation?.value === undefined) return undefined;
  const date = monthEnd(observation.period);
  const { value, data_status } = observation;
  if (indicator.kind !== 'annual_flow') return { date, value, data_status, observation };
  const level = makeHistory(indicator, observations, date, date).levels.at(-1);
  if (level?.date !== date || level.basis === 'level')
    return { date, value, data_status, covers: 'month', observation };
  return toDate && level.to_date !== undefined
    ? { date, ...level.to_date, covers: 'year_to_date', observation }
    : {
        date,
        value: level.value,
        data_status: level.data_status,
        covers: level.basis,
        observation,
      };
}

const isWholeYear = ({ covers }: LevelValue): boolean =>
  covers === 'last_12_months' || covers === 'closed_year';

/** Whether two years to date can be compared: in one year, or from January to the same month. */
const areAlike = (from: LevelValue, to: LevelValue): boolean =>
  from.covers === 'year_to_date' &&
  to.covers === 'year_to_date' &&
  from.date.slice(5, 7) === to.date.slice(5, 7);

/**
 * Both values by one measure: twelve months on both days, else the years to date of two months of
 * one year, or of the same month of two years.
 */
function makePair(
  indicator: Indicator,
  before: readonly Observation[],
  after: readonly Observation[],
) {
  const [from, to] = [lastValue(indicator, before, false), lastValue(indicator, after, false)];
  if (
    from === undefined ||
    to === undefined ||
    indicator.kind !== 'annual_flow' ||
    (isWholeYear(from) && isWholeYear(to))
  )
    return { from, to, comparable: from !== undefined && to !== undefined };
  const [fromDate, toDate] = [
    lastValue(indicator, before, true) ?? from,
    lastValue(indicator, after, true) ?? to,
  ];
  const isOneYear =
    from.date.slice(0, 4) === to.date.slice(0, 4) &&
    from.covers !== 'month' &&
    to.covers !== 'month';
  return isOneYear || areAlike(fromDate, toDate)
    ? { from: fromDate, to: toDate, comparable: true }
    : { from, to, comparable: false };
}

/**
 * Lists earlier values of a month by the displayed measure, which changes by the same amount as its
 * last month.
 */
function valueOn({ observation, ...measured }: LevelValue, withName: boolean): ValueOn {
  const inMeasure = (value: Decimal): Decimal =>
    addDecimal(measured.value, subtractDecimal(value, observation.value ?? '0'));
  const revisions = observation.earlier?.map(({ value, recorded_at }) => ({
    ...compact({ value: value === undefined ? undefined : inMeasure(value) }),
    recorded_at,
  }));
  const { covers, ...rest } = measured;
  return {
    ...rest,
    ...compact({
      covers: covers === undefined || withName ? undefined : covers,
      revised: revisions,
    }),
  };
}

/** The common period of both values, if one name fits: a closed year also covers twelve months. */
function sharedCovers(
  from: LevelValue | undefined,
  to: LevelValue | undefined,
): Covers | undefined {
  const [a, b] = [(from ?? to)?.covers, (to ?? from)?.covers];
  if (a === b) return a;
  return from !== undefined && to !== undefined && isWholeYear(from) && isWholeYear(to)
    ? 'last_12_months'
    : undefined;
}

function makeChange(
  indicator: Indicator,
  before: readonly Observation[],
  after: readonly Observation[],
): IndicatorChange {
  const { id, name, unit, is_shared } = indicator;
  const { from, to, comparable } = makePair(indicator, before, after);
  const covers = sharedCovers(from, to);
  const isCarriedOn = from !== undefined && from.date === to?.date && from.value === to.value;
  const isBroken =
    from !== undefined &&
    to !== undefined &&
    isBrokenBetween(indicator, toMonth(from.date), toMonth(to.date));
  const month = from && after.filter(({ period }) => monthEnd(period) <= from.date);
  const now = from && month && lastValue(indicator, month, from.covers === 'year_to_date');
  const revisedTo = now?.date === from?.date && now?.value !== from?.value ? now?.value : undefined;
  return {
    indicator: id,
    name,
    unit,
    ...compact({
      is_shared,
      covers,
      from:
        from === undefined
          ? undefined
          : {
              ...valueOn(from, covers !== undefined),
              ...compact({ now: revisedTo }),
            },
      to: to === undefined ? undefined : valueOn(to, covers !== undefined),
      carried: isCarriedOn ? isCarriedOn : undefined,
      has_break: isBroken ? isBroken : undefined,
      difference:
        from === undefined || to === undefined || isCarriedOn || !comparable || isBroken
          ? undefined
          : subtractDecimal(to.value, from.value),
    }),
  };
}

/**
 * Compares indicators on two days, each as known then, with the current value of a month that has
 * since been corrected. Yearly flows are compared by twelve months, as in the targets table, or by
 * the years to date of two months of one year, or of the same month of two years, where twelve
 * months are not known. Ratios are computed on each day. An indicator without a value on both days is omitted.
 */
export function indicatorChanges(
  indicators: readonly Indicator[],
  before: readonly Observation[],
  after: readonly Observation[],
): IndicatorChange[] {
  const [first, second] = [before, after].map((observations) =>
    addRatios(indicators, observations),
  ) as [readonly Observation[], readonly Observation[]];
  return indicators
    .filter(({ kind }) => kind !== 'qualitative')
    .map((indicator) => makeChange(indicator, first, second))
    .filter(({ from, to }) => from !== undefined || to !== undefined);
}

/** Why an indicator has no difference between two days. */
export type ChangeAbsence =
  | 'no_earlier_value'
  | 'no_value'
  | 'no_newer_value'
  | 'break'
  | 'not_comparable';

/**
 * Finds why an indicator has no difference between two days.
 * @returns undefined if it has one
 */
export function findChangeAbsence({
  from,
  to,
  carried,
  has_break,
  difference,
}: IndicatorChange): ChangeAbsence | undefined {
  if (difference !== undefined) return undefined;
  if (from === undefined) return 'no_earlier_value';
  if (to === undefined) return 'no_value';
  if (carried === true) return 'no_newer_value';
  return has_break === true ? 'break' : 'not_comparable';
}
