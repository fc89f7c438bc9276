import { minorDigits } from './minor-digits.ts';
import { type Decimal, isWhole, roundHalfEven, scaleByTen, subtractDecimal } from './decimal.ts';

export { minorDigits } from './minor-digits.ts';

/** An ISO 4217 code, as CNY. */
export type Currency = string;

/** Words before a number: about, over, nearly, at least, or none. */
export const qualifiers = ['about', 'over', 'nearly', 'at_least'] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * An exact amount: integer minor units (fen, yen, cent) in its original currency.
 * On the wire `minor` is an integer in a string; in the code it is a bigint.
 */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}
/** Money as it crosses the wire and as JSON holds it. */
export interface WireMoney {
  readonly minor: string;
  readonly currency: Currency;
}

/** True for three capital letters: a unit that is money. Units such as `companies` are none. */
export const isCurrency = (unit: string): boolean => /^[A-Z]{3}$/.test(unit);

/** The amount as it crosses the wire. */
export const toWire = (money: Money): WireMoney => ({
  minor: money.minor.toString(),
  currency: money.currency,
});

/** Throws for anything but an integer in a string. */
export function fromWire(wire: WireMoney): Money {
  if (!/^-?\d+$/.test(wire.minor))
    throw new RangeError(`not an integer: ${wire.minor.slice(0, 40)}`);
  return { minor: BigInt(wire.minor), currency: wire.currency };
}

/** The sum of two amounts of one currency. Throws for two currencies: they are never added. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency)
    throw new RangeError(`two currencies: ${a.currency} and ${b.currency}`);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/**
 * One exact total per currency, in the order in which the currencies first occur; empty for none.
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
 * Exact totals of many lists of totals, by currency in the order of their codes: the one sum of
 * what stands in groups.
 */
export const sumWire = (lists: readonly (readonly WireMoney[])[]): WireMoney[] =>
  sumMoney(lists.flat().map(fromWire))
    .map(toWire)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));

/** The amount in major units (yuan, dollars), exact. */
export const toMajor = (money: Money): Decimal =>
  scaleByTen(money.minor.toString(), -minorDigits(money.currency));

/** The amount for a number of major units; nothing when it is finer than the minor unit. */
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
  /** Amount kept − amount written, in major units; '0' where nothing was rounded. */
  readonly difference: Decimal;
}
/**
 * The amount for a number of major units, rounded half to even where it is finer than the minor
 * unit.
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
