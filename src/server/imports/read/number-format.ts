import { compact } from '#domain/values/compact.ts';
import type { Currency } from '#domain/values/money.ts';
import { sharedWords, type SharedWord } from '#domain/values/reading/shared-currency-words.ts';
import { parseUnit } from '#domain/values/reading/unit.ts';

/** A code with a fixed number of digits, leading zeros and a prefix. */
interface PaddedCode {
  readonly prefix: string;
  readonly digits: number;
}
/** A number that a cell displays divided by ten to the power of `shift`, with currency words. */
interface ScaledNumber {
  readonly shift: number;
  readonly words?: string;
}
/** The way in which a cell displays its number. */
export type CellStyle = 'number' | 'date' | 'percent' | PaddedCode | ScaledNumber;

/**
 * Number formats 14–22, 27–36, 45–47 and 50–58 are dates in every locale; 9 and 10 are percents.
 */
export const readBuiltInStyle = (id: number): CellStyle => {
  if (id === 9 || id === 10) return 'percent';
  return (id >= 14 && id <= 17) ||
    id === 22 ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 58)
    ? 'date'
    : 'number';
};

/** The currencies of locales that share a money sign, by Windows locale number. */
const byLocale: Readonly<Record<number, Currency>> = {
  1033: 'USD',
  4105: 'CAD',
  3084: 'CAD',
  3081: 'AUD',
  5129: 'NZD',
  1028: 'TWD',
  3076: 'HKD',
  4100: 'SGD',
  18436: 'SGD',
  2058: 'MXN',
  11274: 'ARS',
  13322: 'CLP',
  9226: 'COP',
  1046: 'BRL',
  1041: 'JPY',
  2052: 'CNY',
  1044: 'NOK',
  2068: 'NOK',
  1053: 'SEK',
  1030: 'DKK',
  1039: 'ISK',
  2057: 'GBP',
  16393: 'INR',
  2055: 'CHF',
};
/** The same currencies by the region of a locale's name. */
const byRegion: Readonly<Record<string, Currency>> = Object.fromEntries(
  'US:USD CA:CAD AU:AUD NZ:NZD TW:TWD HK:HKD SG:SGD MX:MXN AR:ARS CL:CLP CO:COP BR:BRL JP:JPY CN:CNY NO:NOK SE:SEK DK:DKK IS:ISK GB:GBP IN:INR CH:CHF'
    .split(' ')
    .map((pair) => pair.split(':') as [string, Currency]),
);
const findLocaleCurrency = (locale: string): Currency | undefined =>
  /^[\da-f]+$/i.test(locale)
    ? byLocale[Number.parseInt(locale, 16) & 0xffff]
    : byRegion[/-([A-Z]{2})$/i.exec(locale)?.[1]?.toUpperCase() ?? ''];

/**
 * Reads the words of a sign such as `[$¥-411]`: the currency of its locale if several currencies
 * share the sign.
 */
function readSignWords(sign: string, locale: string | undefined): string {
  const unit = parseUnit(sign);
  if (
    locale === undefined ||
    unit === undefined ||
    unit === 'ambiguous' ||
    unit.shared === undefined
  )
    return sign;
  const word: SharedWord = sharedWords[unit.shared];
  const currency = findLocaleCurrency(locale);
  return currency !== undefined && word.among.includes(currency) ? currency : sign;
}

/**
 * The parts of a format: quoted text, single characters, money signs, blanks as wide as a
 * character, places of digits.
 */
const parts = /"([^"]*)"|[\\!](.)|\[\$([^\]-]*)(?:-([^\]]*))?\]|\[[^\]]*\]|[_*].|([#0?.,]+)|(.)/gs;

/**
 * Reads the text that the format of positive numbers adds to the digits, and how far it shifts
 * them.
 */
function readParts(code: string): { readonly words: string; readonly shift: number } {
  let [words, digits, behindPoint] = ['', '', 0];
  let hasPoint = false;
  for (const [, quoted, escaped, sign, locale, places, other] of code.matchAll(parts)) {
    if (other === ';') break;
    const text = quoted ?? escaped ?? other;
    if (places !== undefined) {
      digits += places;
      if (hasPoint) behindPoint += places.replace(/[.,]/g, '').length;
      // a point may be text between digits: 0!.0000 displays 123456 as 12.3456
    } else if (text === '.' && digits !== '') hasPoint = true;
    else if (sign !== undefined) words += ` ${readSignWords(sign, locale)}`;
    else words += quoted === undefined ? (text ?? '') : ` ${quoted}`;
  }
  const thousands = /,*$/.exec(digits.replace(/\..*?(?=,*$)/, ''))?.[0].length ?? 0;
  return { words: words.replace(/\s+/g, ' ').trim(), shift: 3 * thousands + behindPoint };
}

/** Returns the words if they name a currency. */
function moneyWords(words: string): string | undefined {
  const unit = words === '' ? undefined : parseUnit(words);
  return unit !== undefined && unit !== 'ambiguous' && (unit.currency ?? unit.shared) !== undefined
    ? words
    : undefined;
}

/** Reads how a workbook format displays a number. */
export function readFormatStyle(code: string): CellStyle {
  const padding = /^(?:"([^"\d]*)"|\\(\D))?(0{2,20})$/.exec(code);
  if (padding?.[3]) return { prefix: padding[1] ?? padding[2] ?? '', digits: padding[3].length };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? '';
  if (/%/.test(bare)) return 'percent';
  if (/[yde]/i.test(bare) && !/general/i.test(bare) && !/[0#]/.test(bare)) return 'date';
  const { words, shift } = readParts(code);
  const money = moneyWords(words);
  return shift === 0 && money === undefined ? 'number' : { shift, ...compact({ words: money }) };
}
