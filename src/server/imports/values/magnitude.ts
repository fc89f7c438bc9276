import type { Currency } from '#domain/values/money.ts';

/**
 * The power of ten of the units of a currency that equal about one US dollar. For other currencies
 * it is 0 to 1.
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

/** The usual range of the median project of a register, as powers of ten in dollars. */
const usual = { least: 5, most: 10.2 };
/** The power of ten in dollars that no median project exceeds. */
const impossible = 11;

const measureDollars = (median: number, currency: Currency): number =>
  Math.log10(median) - (powerByCurrency[currency] ?? 0);

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
