import { scaleByTen, type Decimal } from '#domain/values/decimal.ts';
import { type Indicator, isYearToDate, type Observation } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { addMonths, toMonth, type Month } from '#domain/values/date.ts';

/**
 * Finds the unit in which a language writes money: 亿元, 億元, CN¥ bn.
 * @returns its power of ten; 0 for units that are no money
 */
export const typedPower = (unit: string, language: Language): number =>
  isCurrency(unit) ? (language === 'en' ? 9 : 8) : 0;

/** Formats a stored value as it would be typed. */
export const formatTypedValue = (value: Decimal, unit: string, language: Language): string =>
  scaleByTen(value, -typedPower(unit, language));

/** Finds the observation of a month. @returns undefined if the month has none */
export const findObservation = (
  observations: readonly Observation[],
  period: Month,
): Observation | undefined => observations.find((o) => o.period === period);
/**
 * Whether a month of an indicator is not reported apart: January of a year to date that has it in
 * February only.
 */
export const isLeftBlank = (
  indicator: Pick<Indicator, 'kind' | 'cumulation' | 'january_in_february'>,
  period: Month,
): boolean =>
  indicator.january_in_february === true && isYearToDate(indicator) && period.endsWith('-01');

/**
 * Lists the months that can be entered, newest first: from the first month with a value, or from
 * two years ago, to the current month.
 */
export function monthsToEnter(today: string, first: Month | undefined): Month[] {
  const end = toMonth(today);
  const start = [first ?? end, addMonths(end, -24)].toSorted()[0] ?? end;
  const months: Month[] = [];
  for (let month = end; month >= start; month = addMonths(month, -1)) months.push(month);
  return months;
}
/** Proposes the month to enter: the one after the last entered month, if it has ended. */
export function nextMonth(today: string, last: Month | undefined): Month {
  const lastMonth = addMonths(toMonth(today), -1);
  if (last === undefined) return lastMonth;
  const next = addMonths(last, 1);
  return next > lastMonth ? (last > lastMonth ? lastMonth : last) : next;
}
