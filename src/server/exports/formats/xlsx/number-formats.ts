import type { Language } from '#domain/values/language.ts';
import { currencyTerms } from '#domain/values/currency-units.ts';
import { term } from '#domain/labels/index.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;
const writeName = (currency: string, language: Language): string =>
  Object.hasOwn(currencyTerms, currency)
    ? term(currencyTerms, currency, language)
    : ` ${currency} `;

/**
 * Makes the number format of an exact amount: the cell holds yuan, the reader sees 万元 (亿元 when
 * `large`) or CN¥ mn (bn). Formats divide by thousands only. So 万 uses a literal point before the
 * last digit of the thousands, and 亿 before the last two digits of the millions; these formats have
 * no grouping. Yen are shown in millions, as in Japanese tables.
 */
export function moneyFormat(currency: string, language: Language, large: boolean): string {
  const name = writeName(currency, language);
  if (language === 'en')
    return large
      ? `${quoted(name)}#,##0.00,,,${quoted(' bn')}`
      : `${quoted(name)}#,##0.0#,,${quoted(' mn')}`;
  if (currency === 'JPY') return `#,##0,,${quoted(`百万${name}`)}`;
  return large
    ? `0\\.00,,${quoted(`${language === 'ja' ? '億' : '亿'}${name}`)}`
    : `0\\.0,${quoted(`万${name}`)}`;
}

/** Makes the number format of an exact amount that is read in trillions: 万亿, 兆 or tn. */
export function trillionFormat(currency: string, language: Language): string {
  const name = writeName(currency, language);
  return language === 'en'
    ? `${quoted(name)}#,##0.00,,,,${quoted(' tn')}`
    : `#,##0.00,,,,${quoted(`${language === 'ja' ? '兆' : '万亿'}${name}`)}`;
}

/** Makes a format with grouping and the decimals of the value, `most` at most. */
export function numberFormat(value: string, most = 4): string {
  const decimals = Math.min(most, /\.(\d+)$/.exec(value)?.[1]?.length ?? 0);
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

export const ratioFormat = '0.0%';
