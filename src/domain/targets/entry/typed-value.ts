import { findUnitFault, type UnitFault } from '#domain/targets/value-doubts.ts';
import { type Decimal, isDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { isCurrency, toMajor } from '#domain/values/money.ts';
import { parseUnit } from '#domain/values/reading/unit.ts';
import { readWritten, toMoney } from '#domain/values/reading/written-amount.ts';
import { unitSingular, unitTerms } from '#domain/values/unit-labels.ts';
import type { Indicator } from '#domain/zone/indicator.ts';

/** Why a text is no value. `other_unit`: its words are not a unit of the field. */
export type TypingFault = 'not_a_number' | 'other_unit' | UnitFault;
export type TypedValue =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Decimal }
  | { readonly kind: 'wrong'; readonly why: TypingFault };

/** Folds full-width characters and signs. */
const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^−/, '-')
    .replace(/^\+(?=[\d.])/, '');

const wrong = (why: TypingFault): TypedValue => ({ kind: 'wrong', why });

/**
 * Reads a number without words in units of one: full-width digits and thousands separators are
 * accepted, a comma at another place is not.
 * @returns undefined where the text is no such number
 */
export function readPlainNumber(text: string): Decimal | undefined {
  const withoutSpaces = foldText(text).replace(/(?<=\d)[ \u00a0\u202f'’](?=\d{3}(\D|$))/g, '');
  const withoutCommas = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(withoutSpaces)
    ? withoutSpaces.replaceAll(',', '')
    : withoutSpaces;
  const decimal = withoutCommas.startsWith('.')
    ? `0${withoutCommas}`
    : withoutCommas.replace(/\.$/, '');
  return isDecimal(decimal) && decimal.length <= 30 ? decimal : undefined;
}

const foldName = (name: string): string => name.normalize('NFKC').toLowerCase();
/** The names of each unit that is no currency, in small letters. */
const namesByUnit: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(unitTerms).map(([unit, terms]) => [
    unit,
    [...Object.values(terms), unitSingular[unit] ?? unit].map(foldName),
  ]),
);
const isUnitName = (words: string): boolean =>
  [...namesByUnit.values()].some((names) => names.includes(foldName(words)));

/** Reads an amount with its multiple or currency: 50億, 5000万元, CN¥3bn. */
function readMoney(text: string, currency: string, power: number): Decimal | TypingFault {
  const amount = readWritten(text, 'point');
  if (typeof amount === 'string' || (amount.prefix === '' && amount.unit === ''))
    return 'not_a_number';
  const unit = `${scaleByTen('1', power)}${currency}`;
  const read = toMoney(amount, { unit, currency });
  if (read === 'too_large') return 'not_a_number';
  if (read === 'unit_unknown') return isUnitName(amount.unit) ? 'other_unit' : 'not_a_number';
  if (typeof read === 'string' || read.money.currency !== currency) return 'other_unit';
  return read.difference === '0' ? toMajor(read.money) : 'too_fine';
}

/** Removes the name of a unit in any language from the end of words in small letters. */
function withoutUnit(words: string, unit: string): string {
  const names = namesByUnit.get(unit) ?? [foldName(unit)];
  const name =
    names.toSorted((a, b) => b.length - a.length).find((one) => words.endsWith(one)) ?? '';
  return words.slice(0, words.length - name.length).trim();
}

/** Reads a number with its multiple or unit: 3万人, 20 companies, 5%. */
function readQuantity(text: string, unit: string): Decimal | TypingFault {
  const [, digits = '', words = ''] = /^(-?\d(?:[\d.,\s]*\d)?)\s*([^\d\s].*)$/.exec(text) ?? [];
  const number = readPlainNumber(digits);
  if (number === undefined || /\d/.test(words.replace(/m2$/, ''))) return 'not_a_number';
  const multiple = withoutUnit(words.toLowerCase(), unit);
  if (multiple === '') return number;
  // a letter alone may be a metre, a month or a million
  if (isUnitName(multiple) || /^[km]$/.test(multiple)) return 'other_unit';
  const read = parseUnit(multiple);
  if (read === undefined) return 'not_a_number';
  const isMultiple = read !== 'ambiguous' && read.currency === undefined && !read.shared;
  return isMultiple ? scaleByTen(number, read.power) : 'other_unit';
}

/**
 * Reads a typed value exactly. Full-width digits, thousands separators and blanks are accepted; a
 * comma at another place is rejected. A multiple or unit in the text, as 亿, mn or 人, replaces that
 * of the field.
 * @param power the power of ten of a text without words
 */
export function readTypedValue(
  text: string,
  indicator: Pick<Indicator, 'unit'>,
  power: number,
): TypedValue {
  const plain = foldText(text);
  if (plain === '') return { kind: 'empty' };
  const { unit } = indicator;
  const digits = readPlainNumber(plain);
  const value =
    digits !== undefined
      ? scaleByTen(digits, power)
      : isCurrency(unit)
        ? readMoney(plain, unit, power)
        : readQuantity(plain, unit);
  if (!isDecimal(value)) return wrong(value as TypingFault);
  const why = findUnitFault(indicator, value);
  return why === undefined ? { kind: 'value', value } : wrong(why);
}
