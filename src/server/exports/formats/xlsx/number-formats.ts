import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { currencyTerms } from '#domain/values/currency-units.ts';
import { term } from '#domain/labels/index.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '')}"`;
const nameOf = (currency: string, language: Language): string =>
  Object.hasOwn(currencyTerms, currency)
    ? term(currencyTerms, currency, language)
    : ` ${currency} `;

/**
 * How a workbook shows an exact amount of a currency: the cell holds yuan, the reader sees 万元 (亿元
 * where `large`), CN¥ mn (bn).
 * A format divides by thousands only, so 万 is made by a point that stands before the last digit of
 * the thousands, and 亿 by one
 * before the last two of the millions; such numbers bear no grouping. Yen are shown in millions, as
 * Japanese tables do.
 */
export function moneyFormat(currency: string, language: Language, large: boolean): string {
  const name = nameOf(currency, language);
  if (language === 'en')
    return large
      ? `${quoted(name)}#,##0.00,,,${quoted(' bn')}`
      : `${quoted(name)}#,##0.0#,,${quoted(' mn')}`;
  if (currency === 'JPY') return `#,##0,,${quoted(`百万${name}`)}`;
  return large
    ? `0\\.00,,${quoted(`${language === 'ja' ? '億' : '亿'}${name}`)}`
    : `0\\.0,${quoted(`万${name}`)}`;
}

/** A number with grouping and the decimals that it has, at most so many. */
export function numberFormat(value: string, most = 4): string {
  const decimals = Math.min(most, /\.(\d+)$/.exec(value)?.[1]?.length ?? 0);
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** The format of an exact value by its unit: a currency code or the id of another unit. */
export const formatOf = (
  value: string,
  unit: string | null,
  language: Language,
  large = false,
  digits?: number,
): string =>
  unit !== null && isCurrency(unit)
    ? moneyFormat(unit, language, large)
    : numberFormat(value, digits);

export const ratioFormat = '0.0%';
