import { currencySize } from '#domain/values/currency/currency-size.ts';
import type { Currency } from '#domain/values/money.ts';

/** The usual range of the median project of a register, as powers of ten in dollars. */
const usual = { least: 5, most: 10.2 };
/** The power of ten in dollars that no median project exceeds. */
const impossible = 11;

const measureDollars = (median: number, currency: Currency): number =>
  Math.log10(median) - currencySize(currency);

/** The powers of ten in dollars above which a thousand times a median is out of the question. */
const largest = { withCents: 9, otherwise: impossible } as const;
/**
 * Whether amounts without a unit are certainly in units of their currency: the median project is
 * usual, and a thousand times as much is impossible. Nobody writes cents of thousands.
 * @param median - the number as written
 */
export function isInMajorUnits(median: number, currency: Currency, hasCents: boolean): boolean {
  if (classifyMagnitude(median, currency) !== 'usual' || median <= 0) return false;
  const most = hasCents ? largest.withCents : largest.otherwise;
  return measureDollars(median, currency) + 3 > most;
}

/**
 * Classifies the size of the median project by its order of magnitude.
 * @param median - in major units of `currency`
 */
export function classifyMagnitude(
  median: number,
  currency: Currency,
): 'usual' | 'unusual' | 'impossible' {
  if (median <= 0) return 'usual';
  const dollars = measureDollars(median, currency);
  if (dollars > impossible) return 'impossible';
  return dollars < usual.least || dollars > usual.most ? 'unusual' : 'usual';
}
