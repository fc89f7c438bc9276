import type { Currency } from '#domain/values/money.ts';

const powerByCurrency: Readonly<Record<Currency, number>> = Object.fromEntries(
  (
    [
      [
        1,
        'CNY HKD TWD SEK NOK DKK CZK MXN ZAR THB PHP INR RUB TRY UYU DOP EGP UAH MDL MKD NIO HNL GTQ BOB MAD BWP NAD SZL LSL MOP',
      ],
      [
        2,
        'JPY HUF ISK KZT CLP CRC RSD PKR LKR NPR BDT KES ETB DZD AMD ALL AOA JMD RWF XOF XAF XPF KMF DJF VUV GYD MZN MRU AFN HTG YER',
      ],
      [3, 'KRW ARS COP TZS UGX MMK KHR MNT NGN IQD CDF MWK BIF PYG MGA SDG SYP'],
      [4, 'IDR VND LAK UZS GNF SLL LBP IRR STN'],
    ] as const
  ).flatMap(([power, codes]) => codes.split(' ').map((code) => [code, power])),
);

/**
 * Finds the power of ten of the units of a currency that equal about one US dollar.
 * @returns 0 to 4; 0 for a currency that is not listed, which has 0 or 1
 */
export const currencySize = (currency: Currency): number => powerByCurrency[currency] ?? 0;
