import { compareDecimal, isWhole, scaleByTen, type Decimal } from './decimal.ts';
import { type Indicator, isYearToDate, type Month, type Observation } from './indicator.ts';
import { isCurrency, minorDigits } from './money.ts';

const counts: ReadonlySet<string> = new Set(['companies', 'jobs', 'items']);

/** What an indicator can't be: counts in parts, money finer than its smallest coin, a number where there is none. Nothing when it can. */
export function valueFault({ kind, unit }: Indicator, value: Decimal): string | undefined {
  if (kind === 'qualitative') return 'this indicator has no number';
  if (counts.has(unit) && (value.startsWith('-') || !isWhole(value))) return 'must be a whole number of 0 or more';
  if (isCurrency(unit) && !isWhole(scaleByTen(value, minorDigits(unit))))
    return `must have at most ${minorDigits(unit)} digits after the point: ${unit} has no smaller coin`;
  return undefined;
}

/** Months that a value covers, so that a year to date is compared by its monthly pace. */
const monthsIn = (indicator: Indicator, period: Month): number => (isYearToDate(indicator) ? Number(period.slice(5, 7)) : 1);

/**
 * The last value before the month, or the value that would be corrected, that this one is about ten times or a tenth of:
 * most such values are slips of a unit. `known` is of this indicator, oldest first.
 */
export function jumpFrom(indicator: Indicator, period: Month, value: Decimal, known: readonly Observation[]): Observation | undefined {
  const before = known.findLast((o) => o.period < period && o.value !== undefined);
  const same = known.find((o) => o.period === period && o.value !== undefined);
  const pace = Number(value) / monthsIn(indicator, period);
  return [before, same].find((o) => {
    if (o?.value === undefined || compareDecimal(o.value, '0') === 0) return false;
    const ratio = pace / (Number(o.value) / monthsIn(indicator, o.period));
    return ratio >= 9.5 || ratio <= 1 / 9.5;
  });
}
