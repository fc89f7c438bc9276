import {
  type Conversion,
  conversionOn,
  exactSum,
  type ExchangeRate,
  roundFraction,
} from './exchange-rate.ts';
import type { Currency, Money } from '#domain/values/money.ts';

/**
 * The sum of amounts in another currency: exact, then rounded once to its minor unit, half away
 * from zero.
 */
export const convertSum = (
  amounts: readonly Money[],
  to: Currency,
  conversions: ReadonlyMap<Currency, Conversion>,
): Money => ({
  minor: roundFraction(exactSum(amounts, to, conversions)),
  currency: to,
});

/** An amount at a rate, in either direction. @throws for a third currency. */
export function convert(money: Money, rate: ExchangeRate): Money {
  const to = money.currency === rate.base ? rate.quote : rate.base;
  const conversion = conversionOn([rate], money.currency, to, rate.day);
  return convertSum(
    [money],
    to,
    new Map(conversion === undefined ? [] : [[money.currency, conversion]]),
  );
}
