import type { Currency } from '#domain/values/money.ts';

/**
 * How many units of a currency equal about one US dollar, as a power of ten; 0 to 1 for a currency
 * not listed.
 */
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

/** Dollars, as a power of ten, between which the median project of any register lies. */
const usual = { least: 5, most: 10.2 };
/** Dollars, as a power of ten, that no median project exceeds. */
const impossible = 11;

/**
 * Whether the median project has a plausible size, by orders of magnitude.
 * @param median in major units of `currency`
 */
export function classifyMagnitude(
  median: number,
  currency: Currency,
): 'usual' | 'unusual' | 'impossible' {
  if (median <= 0) return 'usual';
  const dollars = Math.log10(median) - (powerByCurrency[currency] ?? 0);
  if (dollars > impossible) return 'impossible';
  return dollars < usual.least || dollars > usual.most ? 'unusual' : 'usual';
}
