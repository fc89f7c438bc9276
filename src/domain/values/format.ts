import { compact } from '#domain/values/compact.ts';
import {
  compareDecimal,
  type Decimal,
  fromNumber,
  negateDecimal,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
} from './decimal.ts';
import { isCounted } from './counted-units.ts';
import type { Language } from './language.ts';
import {
  isCurrency,
  minorDigits,
  type Qualifier,
  toMajor,
  fromWire,
  type WireMoney,
} from './money.ts';
import { currencyTerms, moneySteps } from './currency-units.ts';
import { qualifierTerms } from './qualifier-labels.ts';
import { term } from './term.ts';
import { underWords, unitSingular, unitTerms } from './unit-labels.ts';

export { formatDate, formatMonth, formatQuarter } from './date-format.ts';

/** A shown value: `text` is the three parts in a row. A minus is U+2212. */
export interface FormattedValue {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  readonly text: string;
}
export interface FormatOptions {
  /**
   * Exactly so many digits after the point, as down a column; without it, at most the unit's own,
   * and no trailing zeros.
   */
  readonly digits?: number;
  /** Plus, minus or ± before it. */
  readonly signed?: boolean;
  readonly qualifier?: Qualifier;
  /**
   * Take the multiple (亿, 万, bn, mn) that this value would take: one unit for a row or a column.
   */
  readonly like?: string | number;
}
/** The multiple of a unit in which values are shown: shown = value ÷ 10^power. */
export interface DisplayUnit {
  readonly power: number;
  readonly before: string;
  readonly after: string;
  readonly digits: number;
}

const asDecimal = (value: string | number): Decimal =>
  typeof value === 'number' ? fromNumber(value) : value;
const isNegative = (value: Decimal): boolean => value.startsWith('-');
const absolute = (value: Decimal): Decimal => (isNegative(value) ? negateDecimal(value) : value);

const numberFormats = new Map<string, Intl.NumberFormat>();
/** Digits with grouping, of a number already rounded: exact for any length. */
function grouped(value: Decimal, language: Language, fixed: number): string {
  const key = `${language} ${fixed}`;
  const format =
    numberFormats.get(key) ??
    new Intl.NumberFormat(language, { minimumFractionDigits: fixed, maximumFractionDigits: 20 });
  numberFormats.set(key, format);
  return format.format(value as `${number}`);
}

/**
 * 亿元 from 1亿 on, below it 万元, below 1万 the currency unit; English bn, mn and the unit (domain
 * reference 4.1).
 */
function moneyUnit(currency: string, value: Decimal, language: Language): DisplayUnit {
  const size = absolute(value);
  const steps = moneySteps[language];
  const fits = steps.findIndex(({ power }) => compareDecimal(size, scaleByTen('1', power)) >= 0);
  const own = steps[fits] ?? { power: 0, digits: minorDigits(currency) };
  // 9,999.95万 is written 1亿, never 10,000万
  const larger = steps[fits < 0 ? steps.length - 1 : fits - 1];
  const rounded = scaleByTen(roundHalfUp(scaleByTen(size, -own.power), own.digits), own.power);
  const step =
    larger !== undefined && compareDecimal(rounded, scaleByTen('1', larger.power)) >= 0
      ? larger
      : steps[fits];
  const known = Object.hasOwn(currencyTerms, currency);
  const name = known ? term(currencyTerms, currency, language) : '';
  const small = step !== undefined && compareDecimal(size, scaleByTen('1', step.power + 1)) < 0;
  return {
    power: step?.power ?? 0,
    before: known ? (language === 'en' ? name : '') : `${currency} `,
    after: `${step?.word ?? ''}${language === 'en' ? '' : name}`,
    digits: step === undefined ? minorDigits(currency) : small ? 2 : step.digits,
  };
}

/**
 * The multiple that suits a value of a unit, and the words around its numbers. Units without words
 * stand as they are.
 */
export function displayUnit(unit: string, value: string | number, language: Language): DisplayUnit {
  if (isCurrency(unit)) return moneyUnit(unit, asDecimal(value), language);
  const name = term(unitTerms, unit, language);
  return {
    power: 0,
    before: '',
    after: language === 'en' && name !== '%' ? ` ${name}` : name,
    digits:
      isCounted(unit) || unit === 'days' ? 0 : unit === 'percent' || unit === 'points' ? 1 : 2,
  };
}

/**
 * The unit alone, for a heading or an axis: 亿元, 億元, CN¥ bn; 家, 社, companies. `like` picks the
 * multiple of money.
 */
export function unitLabel(unit: string, language: Language, like: string | number = 0): string {
  const { before, after } = displayUnit(unit, like, language);
  return `${before} ${after}`.trim().replace(/ {2}/, ' ');
}

/**
 * Digits with which a number that is not 0 does not read as 0: `digits`, or as many more as its
 * first figure needs, up to `most`.
 * What is 0 to all of them keeps `digits`.
 */
export function visibleDigits(value: Decimal, digits: number, most: number): number {
  for (let places = digits; places <= most; places += 1)
    if (roundHalfUp(value, places) !== '0') return places;
  return digits;
}

/**
 * One value with its unit, rounded half up once; an amount above 0 is never written as 0; a value
 * that rounds to 0 has no minus. Money is in major units, its unit the currency code.
 */
export function formatValue(
  value: string | number,
  unit: string,
  language: Language,
  options: FormatOptions = {},
): FormattedValue {
  const exact = asDecimal(value);
  const shown = displayUnit(unit, options.like ?? exact, language);
  const scaled = scaleByTen(exact, -shown.power);
  const digits = options.digits ?? shown.digits;
  const places =
    isCurrency(unit) && options.signed !== true
      ? visibleDigits(scaled, digits, shown.power + minorDigits(unit))
      : digits;
  const rounded = roundHalfUp(scaled, places);
  const number = grouped(absolute(rounded), language, options.digits === undefined ? 0 : places);
  const sign = isNegative(rounded)
    ? '−'
    : options.signed !== true
      ? ''
      : rounded === '0'
        ? '±'
        : '+';
  const after =
    language === 'en' && rounded === '1' && Object.hasOwn(unitSingular, unit)
      ? ` ${unitSingular[unit]}`
      : shown.after;
  return withQualifier(
    shown.before === ''
      ? { prefix: '', number: sign + number, suffix: after }
      : { prefix: sign + shown.before, number, suffix: after },
    options.qualifier,
    language,
  );
}

function withQualifier(
  value: Omit<FormattedValue, 'text'>,
  qualifier: Qualifier | undefined,
  language: Language,
): FormattedValue {
  const word = qualifier === undefined ? '' : term(qualifierTerms, qualifier, language);
  const before =
    language === 'ja' && qualifier !== 'about'
      ? ''
      : language === 'en' && word !== ''
        ? `${word} `
        : word;
  const prefix = before + value.prefix;
  const suffix = before === '' ? value.suffix + word : value.suffix;
  return { prefix, number: value.number, suffix, text: prefix + value.number + suffix };
}

/** An amount as the wire gives it. */
export const formatMoney = (
  money: WireMoney,
  language: Language,
  options: FormatOptions = {},
): FormattedValue => formatValue(toMajor(fromWire(money)), money.currency, language, options);

/**
 * A whole number with grouping, and with its measure word when a unit is given: 41家, 41社, 41
 * companies.
 */
export const formatCount = (count: number | string, language: Language, unit?: string): string =>
  unit === undefined
    ? formatNumber(count, language, 0)
    : formatValue(count, unit, language, { digits: 0 }).text;

/** A bare number, rounded half up once; `digits` fixed, or at most 2 without. */
export function formatNumber(
  value: string | number,
  language: Language,
  digits?: number,
  signed = false,
): string {
  return formatValue(value, '', language, {
    signed,
    ...compact({ digits }),
  }).text.trim();
}

/**
 * A ratio (0.205) as percent (20.5%). Differences of two percentages are points, not percent: use
 * the unit `points`.
 */
export const formatPercent = (
  ratio: number,
  language: Language,
  digits = 1,
  signed = false,
): string =>
  formatValue(scaleByTen(fromNumber(ratio), 2), 'percent', language, { digits, signed }).text;

/**
 * Most digits after the point that are added so that a number does not reach an edge that its exact
 * value has not reached.
 */
const moreDigits = 2;

/**
 * Digits after the point with which rounding carries a value to no edge that it has not reached:
 * `digits`, or up to `most`.
 * @returns undefined where no number of digits in that range does.
 */
export function findDigitsBelow(
  value: Decimal,
  edges: readonly Decimal[],
  digits: number,
  most = digits + moreDigits,
): number | undefined {
  const reaches = (number: Decimal, edge: Decimal): boolean => compareDecimal(number, edge) >= 0;
  const isTrue = (places: number): boolean =>
    edges.every((edge) => reaches(roundHalfUp(value, places), edge) === reaches(value, edge));
  for (let places = digits; places <= most; places += 1) if (isTrue(places)) return places;
  return undefined;
}

/**
 * A percentage with more decimals, or as under the next edge, where rounding would carry it to an
 * edge that it has not reached.
 */
export function formatPercentBelow(
  percent: Decimal,
  edges: readonly number[],
  language: Language,
  digits: number,
): string {
  const exact = edges.map(fromNumber);
  const places = findDigitsBelow(percent, exact, digits);
  if (places !== undefined)
    return formatValue(percent, 'percent', language, { digits: places }).text;
  const next =
    exact.filter((edge) => compareDecimal(percent, edge) < 0).sort(compareDecimal)[0] ?? percent;
  const [before, after] = underWords[language];
  return `${before}${formatValue(next, 'percent', language).text}${after}`;
}

/**
 * A share of a target as percent: with more decimals where rounding would carry it to an edge that
 * it has not reached, as 99.97% of
 * a target is not 100%. A share that is closer than the second decimal is written under the edge:
 * under 100%.
 * @param edges in percent.
 */
export const formatShare = (
  ratio: number,
  edges: readonly number[],
  language: Language,
  digits = 1,
): string => formatPercentBelow(scaleByTen(fromNumber(ratio), 2), edges, language, digits);

/** The unit of the difference of two values: of two percentages it is points. */
export const differenceUnit = (unit: string): string => (unit === 'percent' ? 'points' : unit);

/** Digits after the point of an exact number. */
const scaleOf = (value: Decimal): number =>
  value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;

/**
 * Digits with which a reader who subtracts the shown numbers gets the shown difference: `digits`,
 * or as many more as it takes; all
 * digits of both numbers always do.
 * @param power that of the unit shown, as 8 for 亿元.
 */
export function agreeingDigits(
  now: string | number,
  plan: string | number,
  digits: number,
  power = 0,
): number {
  const [a, b] = [scaleByTen(asDecimal(now), -power), scaleByTen(asDecimal(plan), -power)];
  const agrees = (n: number): boolean =>
    subtractDecimal(roundHalfUp(a, n), roundHalfUp(b, n)) === roundHalfUp(subtractDecimal(a, b), n);
  let places = digits;
  while (places < Math.max(scaleOf(a), scaleOf(b)) && !agrees(places)) places += 1;
  return places;
}
