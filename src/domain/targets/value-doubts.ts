import {
  compareDecimal,
  isWhole,
  scaleByTen,
  storableDecimal,
  type Decimal,
} from '#domain/values/decimal.ts';
import {
  type Indicator,
  isBrokenBetween,
  isYearToDate,
  type Observation,
} from '#domain/zone/indicator.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { addMonths, type Month } from '#domain/values/date.ts';
import { isCurrency, minorDigits } from '#domain/values/money.ts';

/**
 * The fault of a value in its unit: a count with decimals, a count below 0, money finer than its
 * smallest coin, or more digits than the store has.
 */
export type UnitFault = 'not_whole' | 'negative' | 'too_fine' | 'too_long';
/** Finds the fault of a value in its unit. @returns undefined if it is valid */
export function findUnitFault(
  { unit }: Pick<Indicator, 'unit'>,
  value: Decimal,
): UnitFault | undefined {
  if (isCounted(unit) && value.startsWith('-')) return 'negative';
  if (isCounted(unit) && !isWhole(value)) return 'not_whole';
  if (isCurrency(unit) && !isWhole(scaleByTen(value, minorDigits(unit)))) return 'too_fine';
  return storableDecimal.test(value) ? undefined : 'too_long';
}

/**
 * Describes the fault of a value of an indicator. A qualitative indicator takes no number.
 * @returns the end of an English sentence about the field; undefined if the value is valid
 */
export function findValueFault(indicator: Indicator, value: Decimal): string | undefined {
  if (indicator.kind === 'qualitative') return 'this indicator has no number';
  const fault = findUnitFault(indicator, value);
  if (fault === 'too_fine')
    return `must have at most ${minorDigits(indicator.unit)} digits after the point, as ${indicator.unit} has no smaller coin: round it and send it again`;
  if (fault === 'too_long') return 'must have at most 18 digits before the point and 10 after it';
  return fault === undefined ? undefined : 'must be a whole number of 0 or more';
}

/**
 * The ratio of two numbers where it is about ten or more, or a tenth or less. Most such values are
 * in a wrong unit (domain reference 6, row 13). A fall to 0 counts; a rise from 0 does not.
 * @returns `after` ÷ `before`; undefined if it is no jump, or if `before` is 0
 */
export function jumpTimes(before: number, after: number): number | undefined {
  if (before === 0) return undefined;
  const times = after / before;
  return times >= 9.5 || times <= 1 / 9.5 ? times : undefined;
}

const roundToTwoDigits = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: 2 });

/** Writes a ratio with two digits: `10`, and `1/10` for one between 0 and 1. */
export const writeTimes = (times: number): string =>
  times > 0 && times < 1 ? `1/${roundToTwoDigits(1 / times)}` : roundToTwoDigits(times);

/** Divides a year to date by its months, so that it is compared by its pace. */
const toMonthlyPace = ({ period, value }: MonthValue): number =>
  Number(value) / Number(period.slice(5, 7));

/**
 * The ratio of the values of two months where it is a jump. A year to date jumps by its pace, or from
 * the value of the month before: ten times September is only nine times its pace in October.
 * @returns undefined if it is no jump
 */
export function monthJump(
  indicator: Pick<Indicator, 'kind' | 'cumulation'>,
  from: MonthValue,
  to: MonthValue,
): number | undefined {
  const times = jumpTimes(Number(from.value), Number(to.value));
  if (!isYearToDate(indicator)) return times;
  const isNextMonth =
    addMonths(from.period, 1) === to.period && from.period.slice(0, 4) === to.period.slice(0, 4);
  return jumpTimes(toMonthlyPace(from), toMonthlyPace(to)) ?? (isNextMonth ? times : undefined);
}

/**
 * Finds the observation from which a value jumps: the last value before its month, or the value to
 * correct.
 * @param observations the observations of the indicator, oldest first
 * @returns undefined if the value is no jump
 */
export const findJumpOrigin = (
  indicator: Indicator,
  period: Month,
  value: Decimal,
  observations: readonly Observation[],
): Observation | undefined => findJump(indicator, period, value, observations)?.from;

function findJump(
  indicator: Indicator,
  period: Month,
  value: Decimal,
  observations: readonly Observation[],
) {
  const before = observations.findLast((o) => o.period < period && o.value !== undefined);
  const same = observations.find((o) => o.period === period && o.value !== undefined);
  for (const from of [before, same]) {
    if (from?.value === undefined) continue;
    const origin = { period: from.period, value: from.value };
    const times = monthJump(indicator, origin, { period, value });
    if (times !== undefined) return { from, times };
  }
  return undefined;
}

/**
 * A doubt to confirm before saving: a jump from another value, or a year to date that falls within
 * its year.
 */
export type Doubt =
  | { readonly kind: 'jump'; readonly from: Observation; readonly times: number }
  | { readonly kind: 'year_to_date_fell'; readonly from: Observation };
interface MonthValue {
  readonly period: Month;
  readonly value: Decimal;
}
/**
 * Finds the month of the same year with which a year to date would fall: the last one before it if
 * that is higher, else the next one after it if that is lower. Values on two sides of a break of the
 * series are not compared.
 * @returns undefined also for a value that is no year to date
 */
function findFall(
  indicator: Indicator,
  period: Month,
  value: Decimal,
  observations: readonly Observation[],
): Observation | undefined {
  if (!isYearToDate(indicator)) return undefined;
  const inYear = observations.filter(
    (o): o is MonthValue & Observation =>
      o.value !== undefined && o.period.slice(0, 4) === period.slice(0, 4),
  );
  const before = inYear.findLast((o) => o.period < period);
  const after = inYear.find((o) => o.period > period);
  const isFall = (from: MonthValue, to: MonthValue): boolean =>
    compareDecimal(to.value, from.value) < 0 && !isBrokenBetween(indicator, from.period, to.period);
  const own = { period, value };
  if (before !== undefined && isFall(before, own)) return before;
  return after !== undefined && isFall(own, after) ? after : undefined;
}

/**
 * Finds the doubt about a value of a month, by the values of other months.
 * @param observations the observations of the indicator, oldest first
 * @returns undefined without a doubt
 */
export function findDoubt(
  indicator: Indicator,
  period: Month,
  value: Decimal,
  observations: readonly Observation[],
): Doubt | undefined {
  const other = findFall(indicator, period, value, observations);
  if (other !== undefined) return { kind: 'year_to_date_fell', from: other };
  const jump = findJump(indicator, period, value, observations);
  return jump && { kind: 'jump', ...jump };
}
