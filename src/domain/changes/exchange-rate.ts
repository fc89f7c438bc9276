import { minorDigits, type Currency, type Money } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';

/**
 * `rate` units of `quote` for `per_units` units of `base` on a day, as published: 100 JPY = 5.9
 * CNY.
 */
export interface ExchangeRate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly day: IsoDate;
  /** 1, or 100 where the rate is quoted for a hundred units, as for the yen. */
  readonly per_units: number;
  /** An exact positive number. */
  readonly rate: string;
  readonly source: string;
}
/** A rate without the fields that the store adds. */
export const plainRate = ({
  base,
  quote,
  day,
  per_units,
  rate,
  source,
}: ExchangeRate): ExchangeRate => ({
  base,
  quote,
  day,
  per_units,
  rate,
  source,
});
/**
 * An exact conversion of one currency to another, with the rates that it uses; none within one
 * currency.
 */
export interface Conversion {
  readonly from: Currency;
  readonly to: Currency;
  readonly factor: Fraction;
  readonly used: readonly ExchangeRate[];
}
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const zeroFraction: Fraction = { numerator: 0n, denominator: 1n };

/** A rate as quoted, the same in every language. */
export const rateWords = ({ base, quote, per_units, rate }: ExchangeRate): string =>
  `${per_units} ${base} = ${rate} ${quote}`;

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
function fraction(numerator: bigint, denominator: bigint): Fraction {
  const by = gcd(numerator < 0n ? -numerator : numerator, denominator) || 1n;
  return { numerator: numerator / by, denominator: denominator / by };
}
const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);
/** The exact sum of two fractions. */
export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );

/** Rounds to a whole number, half away from zero. */
export function roundFraction({ numerator, denominator }: Fraction): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -whole : whole;
}

/** Minor units of `quote` for one minor unit of `base`. @throws for a rate that is not positive. */
function makeFactor({ base, quote, per_units, rate }: ExchangeRate): Fraction {
  const [whole = '', digits = ''] = rate.split('.');
  if (!/^\d+(\.\d+)?$/.test(rate) || /^[0.]+$/.test(rate))
    throw new RangeError(`not a positive rate: ${rate.slice(0, 40)}`);
  const shift = BigInt(minorDigits(quote) - minorDigits(base) - digits.length);
  const [up, down] = shift < 0n ? [1n, 10n ** -shift] : [10n ** shift, 1n];
  return fraction(BigInt(whole + digits) * up, BigInt(per_units) * down);
}
const invert = ({ numerator, denominator }: Fraction): Fraction => fraction(denominator, numerator);

/** The last rate of a pair on or before a day, in either direction. */
function lastRate(
  rates: readonly ExchangeRate[],
  a: Currency,
  b: Currency,
  day: IsoDate,
): ExchangeRate | undefined {
  let last: ExchangeRate | undefined;
  for (const rate of rates) {
    const ofPair = (rate.base === a && rate.quote === b) || (rate.base === b && rate.quote === a);
    if (ofPair && rate.day <= day && (last === undefined || rate.day > last.day)) last = rate;
  }
  return last;
}
function step(
  rates: readonly ExchangeRate[],
  from: Currency,
  to: Currency,
  day: IsoDate,
): Conversion | undefined {
  const rate = lastRate(rates, from, to, day);
  return (
    rate && {
      from,
      to,
      factor: rate.base === from ? makeFactor(rate) : invert(makeFactor(rate)),
      used: [rate],
    }
  );
}

/**
 * Finds the conversion on a day: the last rate of the pair on or before it, else two rates through
 * a third currency, the first by alphabet.
 * @returns undefined where the rates give none.
 */
export function conversionOn(
  rates: readonly ExchangeRate[],
  from: Currency,
  to: Currency,
  day: IsoDate,
): Conversion | undefined {
  if (from === to) return { from, to, factor: { numerator: 1n, denominator: 1n }, used: [] };
  const direct = step(rates, from, to, day);
  if (direct !== undefined) return direct;
  for (const via of [...new Set(rates.flatMap(({ base, quote }) => [base, quote]))].sort()) {
    const first = via === from || via === to ? undefined : step(rates, from, via, day);
    const second = first && step(rates, via, to, day);
    if (first && second)
      return {
        from,
        to,
        factor: times(first.factor, second.factor),
        used: [...first.used, ...second.used],
      };
  }
  return undefined;
}

/**
 * The exact sum of amounts in minor units of another currency. Every currency of the amounts needs
 * a conversion.
 *
 * @throws RangeError for a currency without a conversion
 */
export const exactSum = (
  amounts: readonly Money[],
  to: Currency,
  conversions: ReadonlyMap<Currency, Conversion>,
): Fraction =>
  amounts.reduce<Fraction>((total, { minor, currency }) => {
    const conversion = conversions.get(currency);
    if (conversion === undefined || conversion.to !== to)
      throw new RangeError(`no conversion from ${currency} to ${to}`);
    return addFractions(total, times({ numerator: minor, denominator: 1n }, conversion.factor));
  }, zeroFraction);
