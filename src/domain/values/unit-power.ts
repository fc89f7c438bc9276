import { currencyWord } from './currency/currency-units.ts';
import { type Decimal, scaleByTen } from './decimal.ts';
import { displayUnit, formatValue, type FormatOptions } from './format.ts';
import { countDecimals } from './digit-places.ts';
import type { Language } from './language.ts';
import { isCurrency } from './money.ts';
import { term, type Terms, words } from './term.ts';
import { unitTerms } from './unit-labels.ts';

/** The words of the powers of ten in which values are typed. */
const powerTerms: Terms = {
  3: words('千', '千', 'thousand'),
  4: words('万', '万', ''),
  6: words('百万', '百万', 'mn'),
  8: words('亿', '億', ''),
  9: words('', '', 'bn'),
};
/** The power that each language uses instead of one for which it has no usual word. */
const usualPowers: Readonly<Record<Language, Readonly<Record<number, number>>>> = {
  'zh-CN': { 6: 4, 9: 8 },
  ja: { 9: 8 },
  en: { 4: 3, 8: 9 },
};

/**
 * A unit of values and the power of ten in which they are typed. Without a power, that of the
 * language applies.
 */
export interface PoweredUnit {
  readonly unit: string;
  readonly power?: number;
}

/**
 * Finds the unit in which a value is typed and read: its own in a word of the language, as 亿 for
 * billions, or for money that of the language.
 * @returns its power of ten
 */
export function findPower({ unit, power }: PoweredUnit, language: Language): number {
  const own = power ?? (isCurrency(unit) ? 9 : 0);
  return usualPowers[language][own] ?? own;
}

/**
 * Lists the powers of ten to choose from: one for each word of the language.
 * @param present - the power of the indicator, which stays in the list in its place
 */
export function listPowerChoices<P extends number>(
  powers: readonly P[],
  { unit, power: present }: PoweredUnit,
  language: Language,
): readonly P[] {
  const inUse = present === undefined ? undefined : findPower({ unit, power: present }, language);
  return powers.filter(
    (power) =>
      power === present || (power !== inUse && findPower({ unit, power }, language) === power),
  );
}

/** Writes a unit with its power: CN¥ bn, 亿元, 百万米ドル, thousand jobs. */
export function poweredUnitLabel(of: PoweredUnit, language: Language): string {
  const power = findPower(of, language);
  const multiple = power === 0 ? '' : term(powerTerms, String(power), language);
  if (!isCurrency(of.unit)) {
    const name = term(unitTerms, of.unit, language);
    return language === 'en' ? `${multiple} ${name}`.trim() : `${multiple}${name}`;
  }
  const word = currencyWord(of.unit, language);
  return language === 'en' || word === of.unit
    ? `${word} ${multiple}`.trim()
    : `${multiple}${word}`;
}

/** Writes a value as a plain number in its power, with separators: 39,000,000 as 39. */
export const formatInPower = (value: Decimal, of: PoweredUnit, language: Language): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 10 }).format(
    scaleByTen(value, -findPower(of, language)) as `${number}`,
  );

/**
 * Writes a value with its unit and every digit, in the multiple of `like`: US$0.125mn.
 *
 * @param like - a value of the multiple, as 1000000 for millions
 */
export function formatExactly(
  value: Decimal,
  unit: string,
  language: Language,
  { like, signed = false }: Required<Pick<FormatOptions, 'like'>> & Pick<FormatOptions, 'signed'>,
): string {
  const { power } = displayUnit(unit, like, language);
  const digits = countDecimals(scaleByTen(value, -power));
  return formatValue(value, unit, language, { like, digits, signed }).text;
}
