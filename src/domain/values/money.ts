import type { Currency } from './currency/currency-code.ts';
import { minorDigits } from './currency/minor-digits.ts';
import { type Decimal, isWhole, roundHalfEven, scaleByTen, subtractDecimal } from './decimal.ts';

export { type Currency, isCurrency } from './currency/currency-code.ts';
export { minorDigits } from './currency/minor-digits.ts';

/** Words before a number: about, over, nearly, at least, or none. */
export const qualifiers = ['about', 'over', 'nearly', 'at_least'] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * An exact amount: integer minor units (fen, yen, cent) in its original currency. On the wire
 * `minor` is an integer in a string; in the code it is a bigint.
 */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}
/** Money in JSON. */
export interface WireMoney {
  readonly minor: string;
  readonly currency: Currency;
}

/** Converts an amount to JSON. */
export const toWire = (money: Money): WireMoney => ({
  minor: money.minor.toString(),
  currency: money.currency,
});

/**
 * Converts an amount from JSON.
 * @throws where `minor` is no integer
 */
export function fromWire(wire: WireMoney): Money {
  if (!/^-?\d+$/.test(wire.minor))
    throw new RangeError(`not an integer: ${wire.minor.slice(0, 40)}`);
  return { minor: BigInt(wire.minor), currency: wire.currency };
}

/**
 * Adds two amounts of one currency.
 * @throws for two currencies
 */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency)
    throw new RangeError(`two currencies: ${a.currency} and ${b.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/**
 * Sums amounts exactly by currency, in the order in which the currencies first occur.
 * @throws RangeError for two currencies
 */
export function sumMoney(amounts: readonly Money[]): Money[] {
  const totals = new Map<Currency, Money>();
  for (const amount of amounts) {
    const before = totals.get(amount.currency);
    totals.set(amount.currency, before === undefined ? amount : addMoney(before, amount));
  }
  return [...totals.values()];
}

/**
 * Orders amounts by currency, as every list of amounts is read: the main one, which is that of the
 * zone, comes first, then the others by code.
 */
export const orderByCurrency = <T extends { readonly currency: Currency }>(
  amounts: readonly T[],
  main: Currency | undefined,
): T[] =>
  amounts.toSorted(
    (a, b) =>
      Number(b.currency === main) - Number(a.currency === main) ||
      (a.currency < b.currency ? -1 : 1),
  );

/** Sums lists of totals exactly by currency: the main one first, then the others by code. */
export const sumWire = (lists: readonly (readonly WireMoney[])[], main?: Currency): WireMoney[] =>
  orderByCurrency(sumMoney(lists.flat().map(fromWire)).map(toWire), main);

/** Converts an amount to major units (yuan, dollars), exactly. */
export const toMajor = (money: Money): Decimal =>
  scaleByTen(money.minor.toString(), -minorDigits(money.currency));

/** Converts major units to an amount. @returns undefined if they are finer than the minor unit */
export function fromMajor(major: Decimal, currency: Currency): Money | undefined {
  const minor = scaleByTen(major, minorDigits(currency));
  return isWhole(minor) ? { minor: BigInt(minor), currency } : undefined;
}

const largest = 9_223_372_036_854_775_807n;
/** Whether the store can hold an amount: its minor units fit 64 bits. */
export const isStorable = ({ minor }: Money): boolean => minor <= largest && minor >= -largest;

/** An amount that was finer than its minor unit, rounded half to even. */
export interface RoundedMoney {
  readonly money: Money;
  /** Rounded amount − written amount, in major units; '0' where nothing was rounded. */
  readonly difference: Decimal;
}
/**
 * Converts major units to an amount, rounded half to even where they are finer than the minor unit.
 */
export function roundToMinor(major: Decimal, currency: Currency): RoundedMoney {
  const money = {
    minor: BigInt(roundHalfEven(scaleByTen(major, minorDigits(currency)))),
    currency,
  };
  return { money, difference: subtractDecimal(toMajor(money), major) };
}

/** Whether any of these amounts is in a currency. */
export const hasCurrency = (
  amounts: readonly { readonly currency: Currency }[],
  currency: Currency,
): boolean => amounts.some((money) => money.currency === currency);
