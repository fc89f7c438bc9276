import { sql, type RawBuilder } from 'kysely';
import { conversionOn, type ExchangeRate, type Fraction } from '#domain/changes/exchange-rate.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Currency } from '#domain/values/money.ts';

/**
 * Factors from minor units of a currency to those of the zone's currency, as doubles: they choose
 * which projects of the list of actions are compared exactly.
 */
type CurrencyFactors = ReadonlyMap<Currency, number>;
interface FactorOptions {
  readonly currency: Currency;
  readonly as_of: IsoDate;
}

/**
 * Finds the exact factors of currencies to the zone's currency on a day.
 * @returns the factor by currency; a currency without a rate has none
 */
export const findFactors = (
  rates: readonly ExchangeRate[],
  currencies: Iterable<Currency>,
  { currency, as_of }: FactorOptions,
): ReadonlyMap<Currency, Fraction> =>
  new Map(
    [...currencies].flatMap((from): [Currency, Fraction][] => {
      const factor = conversionOn(rates, from, currency, as_of)?.factor;
      return factor === undefined ? [] : [[from, factor]];
    }),
  );

const toDouble = (factor: number) => sql`cast(${String(factor)} as double precision)`;

/**
 * Selects an amount in the zone's currency.
 * @param of - the alias of a table with `amount_minor` and `currency`
 * @returns an amount in minor units as a double, or null without an amount or a rate
 */
export function convertAmount(of: string, factors: CurrencyFactors): RawBuilder<number | null> {
  if (factors.size === 0) return sql<null>`cast(null as double precision)`;
  const cases = [...factors].map(
    ([currency, factor]) => sql`when ${currency} then ${toDouble(factor)}`,
  );
  const [minor, currency] = [sql.ref(`${of}.amount_minor`), sql.ref(`${of}.currency`)];
  return sql<number>`cast(${minor} as double precision) * case ${currency} ${sql.join(cases, sql` `)} end`;
}
