import { sql, type RawBuilder } from 'kysely';
import { conversionOn, type ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';

/** Factors from minor units of a currency to those of the zone's currency. */
export type CurrencyFactors = ReadonlyMap<Currency, number>;

/**
 * Computes the factors of currencies on a day; a currency without a rate has none. They only order
 * lists, so doubles suffice.
 */
export function makeFactors(
  rates: readonly ExchangeRate[],
  currencies: Iterable<Currency>,
  { currency, as_of }: { readonly currency: Currency; readonly as_of: IsoDate },
): CurrencyFactors {
  const factors = new Map<Currency, number>();
  for (const from of currencies) {
    const factor = conversionOn(rates, from, currency, as_of)?.factor;
    if (factor !== undefined)
      factors.set(from, Number(factor.numerator) / Number(factor.denominator));
  }
  return factors;
}

/** Multiplies an amount by a factor, as every converted amount of a list. */
export const scaleAmount = (
  minor: RawBuilder<unknown>,
  factor: number | RawBuilder<unknown>,
): RawBuilder<number> =>
  sql<number>`cast(${minor} as double precision) * ${typeof factor === 'number' ? toDouble(factor) : factor}`;

const toDouble = (factor: number) => sql`cast(${String(factor)} as double precision)`;

/**
 * Selects an amount in the zone's currency, or null without an amount or a rate.
 * @param of - the alias of a table with `amount_minor` and `currency`
 * @param prefix - what these columns begin with instead, as `total_investment_`
 */
export function convertAmount(
  of: string,
  factors: CurrencyFactors,
  prefix?: string,
): RawBuilder<number | null> {
  if (factors.size === 0) return sql<null>`cast(null as double precision)`;
  const cases = [...factors].map(
    ([currency, factor]) => sql`when ${currency} then ${toDouble(factor)}`,
  );
  const [minor, currency] = [
    sql.ref(`${of}.${prefix ?? 'amount_'}minor`),
    sql.ref(`${of}.${prefix ?? ''}currency`),
  ];
  return scaleAmount(minor, sql`case ${currency} ${sql.join(cases, sql` `)} end`);
}
