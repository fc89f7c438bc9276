import { addMonths, type Month } from './days.ts';
import { add, type Fraction, subtract } from './fraction.ts';
import type { Indicator, Value } from './indicators.ts';

/** Values of months by their month. */
export type Values = ReadonlyMap<Month, Fraction>;
export const valuesByMonth = (values: readonly Value[]): Values =>
  new Map(
    values.flatMap(({ month, value }) => (value === undefined ? [] : [[month, value] as const])),
  );

const year = (month: Month): string => month.slice(0, 4);
const isJanuary = (month: Month): boolean => month.endsWith('-01');

/**
 * The flow from January to the end of `month`: the reported value, where February's includes
 * January (ruling 7), or the sum of the months, of which none may be missing.
 */
export function yearToDate(
  { covers }: Indicator,
  values: Values,
  month: Month,
): Fraction | undefined {
  let sum = values.get(month);
  if (covers === 'year_to_date') return sum;
  for (let at = month; sum !== undefined && !isJanuary(at); ) {
    at = addMonths(at, -1);
    const value = values.get(at);
    sum = value === undefined ? undefined : add(sum, value);
  }
  return sum;
}
export const closedYear = (
  indicator: Indicator,
  values: Values,
  ofYear: string,
): Fraction | undefined => yearToDate(indicator, values, `${ofYear}-12`);

/**
 * Year to date + last full year − year to date a year before (ruling 7); a December is its year.
 */
export function lastTwelveMonths(
  indicator: Indicator,
  values: Values,
  month: Month,
): Fraction | undefined {
  const now = yearToDate(indicator, values, month);
  if (month.endsWith('-12') || now === undefined) return now;
  const before = addMonths(month, -12);
  const [full, then] = [
    closedYear(indicator, values, year(before)),
    yearToDate(indicator, values, before),
  ];
  return full === undefined || then === undefined ? undefined : subtract(add(now, full), then);
}
