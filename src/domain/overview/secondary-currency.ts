import { formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { roundHalfUp, toDecimal } from '#domain/values/decimal.ts';
import {
  conversionOn,
  type ExchangeRate,
  plainRate,
  roundFraction,
} from '#domain/changes/exchange-rate.ts';
import { type Currency, fromMajor, minorDigits, toMajor } from '#domain/values/money.ts';
import type { Overview, SecondaryCurrency } from './overview.ts';

/**
 * Makes the second currency of an overview.
 * @returns `without`: the currencies that have no rate on or before its day.
 */
export function makeSecondaryCurrency(
  { zone, as_of, strip }: Pick<Overview, 'zone' | 'as_of' | 'strip'>,
  currency: Currency,
  rates: readonly ExchangeRate[],
): SecondaryCurrency | { readonly without: readonly Currency[] } {
  const amounts = strip.groups.flatMap((group) => group.amounts.map((amount) => amount.currency));
  const all = [...new Set([zone.base_currency, ...amounts])].filter((one) => one !== currency);
  const byCurrency = new Map(all.map((from) => [from, conversionOn(rates, from, currency, as_of)]));
  const without = all.filter((from) => byCurrency.get(from) === undefined);
  if (without.length > 0) return { without };
  const conversions = [...byCurrency.values()].filter((one) => one !== undefined);
  const currencies = new Map(
    conversions
      .flatMap((one) => one.used.map(plainRate))
      .map((rate) => [JSON.stringify(rate), rate]),
  );
  const factors = conversions.map(
    ({ from, factor }): [Currency, SecondaryCurrency['factors'][string]] => [
      from,
      { numerator: `${factor.numerator}`, denominator: `${factor.denominator}` },
    ],
  );
  return { currency, used: [...currencies.values()], factors: Object.fromEntries(factors) };
}

/**
 * Converts an amount in major units to the second currency, exact and rounded once to its minor
 * unit. A computed value that is finer than its own minor unit is rounded to that first.
 * @returns undefined for a unit that is no currency, and for a currency without a rate.
 */
export function convertToSecondary(
  { currency, factors }: SecondaryCurrency,
  value: string | number,
  unit: string,
): string | undefined {
  if (unit === currency) return toDecimal(value);
  const factor = Object.hasOwn(factors, unit) ? factors[unit] : undefined;
  const money = fromMajor(roundHalfUp(toDecimal(value), minorDigits(unit)), unit);
  if (factor === undefined || money === undefined) return undefined;
  const minor = roundFraction({
    numerator: BigInt(factor.numerator) * money.minor,
    denominator: BigInt(factor.denominator),
  });
  return toMajor({ minor, currency });
}

/** An amount in the secondary currency, as 134亿日元; empty without one. */
export function secondaryText(
  value: string | number,
  unit: string,
  { beside }: Pick<Partial<Overview>, 'beside'>,
  language: Language,
): string {
  const conversion =
    beside === undefined || unit === beside.currency
      ? undefined
      : convertToSecondary(beside, value, unit);
  return beside === undefined || conversion === undefined
    ? ''
    : formatValue(conversion, beside.currency, language).text;
}
