import { compact } from '#domain/values/compact.ts';
import {
  compareDecimal,
  type Decimal,
  fromNumber,
  toDecimal,
  integerLength,
  negateDecimal,
  roundHalfUp,
  scaleByTen,
} from './decimal.ts';
import { groupDigits } from './digit-groups.ts';
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
import { currencyWord, moneySteps } from './currency/currency-units.ts';
import { followsNumber, qualifierTerms } from './unit-labels.ts';
import { term } from './term.ts';
import { underWords, unitSingular, unitTerms } from './unit-labels.ts';
import { visibleDigits, findDigitsBelow } from './digit-places.ts';

export { formatDate, formatMonth, formatQuarter } from './date-format.ts';

/** A formatted value. `text` joins the three parts. A minus is U+2212. */
export interface FormattedValue {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  readonly text: string;
}
export interface FormatOptions {
  /**
   * The exact number of digits after the point, as in a column. By default it is at most that of
   * the unit, without trailing zeros.
   */
  readonly digits?: number;
  /** Adds plus, minus or ±. */
  readonly signed?: boolean;
  readonly qualifier?: Qualifier;
  /** The value whose multiple (亿, 万, bn, mn) to use, so that a row or column has one unit. */
  readonly like?: string | number;
}
/** The multiple in which values are displayed: displayed = value ÷ 10^power. */
export interface DisplayUnit {
  readonly power: number;
  readonly before: string;
  readonly after: string;
  readonly digits: number;
}

const isNegative = (value: Decimal): boolean => value.startsWith('-');
const absolute = (value: Decimal): Decimal => (isNegative(value) ? negateDecimal(value) : value);

/**
 * 亿元 from 1亿 on, below it 万元, below 1万 the currency unit; English bn, mn and the unit (domain
 * reference 4.1).
 */
function moneyUnit(currency: string, value: Decimal, language: Language): DisplayUnit {
  const size = absolute(value);
  const length = integerLength(size);
  const steps = moneySteps[language];
  const fits = steps.findIndex(({ power }) => length > power);
  const own = steps[fits] ?? { power: 0, digits: minorDigits(currency) };
  // 9,999.95万 is written 1亿, never 10,000万; a rounding adds a digit to nines only
  const larger = steps[fits < 0 ? steps.length - 1 : fits - 1];
  const isRoundedUp =
    larger !== undefined &&
    length === larger.power &&
    integerLength(roundHalfUp(scaleByTen(size, -own.power), own.digits)) > larger.power - own.power;
  const step = isRoundedUp ? larger : steps[fits];
  const word = currencyWord(currency, language);
  const isCode = word === currency;
  const small = step !== undefined && length < step.power + 2;
  return {
    power: step?.power ?? 0,
    before: isCode ? `${currency} ` : language === 'en' ? word : '',
    after: `${step?.word ?? ''}${isCode || language === 'en' ? '' : word}`,
    digits: step === undefined ? minorDigits(currency) : small ? 2 : step.digits,
  };
}

/**
 * Whether a unit stands apart from its number: in English, and in Latin letters where the zone named
 * it, as in 48 households.
 */
export const isApart = (unit: string, name: string, language: Language): boolean =>
  language === 'en' ? name !== '%' : !Object.hasOwn(unitTerms, unit) && /^\p{sc=Latin}/u.test(name);

/**
 * Chooses the multiple for a value of a unit, with the words around its numbers. A unit without
 * words is written as it is.
 */
export function displayUnit(unit: string, value: string | number, language: Language): DisplayUnit {
  if (isCurrency(unit)) return moneyUnit(unit, toDecimal(value), language);
  const name = term(unitTerms, unit, language);
  return {
    power: 0,
    before: '',
    after: isApart(unit, name, language) ? ` ${name}` : name,
    digits:
      isCounted(unit) || unit === 'days' ? 0 : unit === 'percent' || unit === 'points' ? 1 : 2,
  };
}

/**
 * Writes a unit for a heading or an axis: 亿元, 億元, CN¥ bn; 家, 社, companies. `like` chooses the
 * multiple of money.
 */
export function unitLabel(unit: string, language: Language, like: string | number = 0): string {
  const { before, after } = displayUnit(unit, like, language);
  return `${before} ${after}`.trim().replace(/ {2}/, ' ');
}

/** The decimals of an amount below one of the multiple that a larger value chose, as 0.97 in 亿元. */
const digitsBelowOne = 2;
const findUsualDigits = (valueInUnit: Decimal, { power, digits }: DisplayUnit): number =>
  power > 0 && integerLength(valueInUnit) === 0 ? Math.max(digits, digitsBelowOne) : digits;

/**
 * Formats a value with its unit, rounded half up once. An amount above 0 is never written as 0, and
 * a value that rounds to 0 has no minus. Money is in major units, and its unit is the currency
 * code.
 */
export function formatValue(
  value: string | number,
  unit: string,
  language: Language,
  options: FormatOptions = {},
): FormattedValue {
  const exact = toDecimal(value);
  const unitParts = displayUnit(unit, options.like ?? exact, language);
  const valueInUnit = scaleByTen(exact, -unitParts.power);
  const digits = options.digits ?? findUsualDigits(valueInUnit, unitParts);
  const places =
    isCurrency(unit) && options.signed !== true
      ? visibleDigits(valueInUnit, digits, unitParts.power + minorDigits(unit))
      : digits;
  const roundedValue = roundHalfUp(valueInUnit, places);
  const number = groupDigits(
    absolute(roundedValue),
    language,
    options.digits === undefined ? 0 : places,
  );
  const sign = isNegative(roundedValue)
    ? '−'
    : options.signed !== true
      ? ''
      : roundedValue === '0'
        ? '±'
        : '+';
  const after =
    language === 'en' && roundedValue === '1' && Object.hasOwn(unitSingular, unit)
      ? ` ${unitSingular[unit]}`
      : unitParts.after;
  return withQualifier(
    unitParts.before === ''
      ? { prefix: '', number: sign + number, suffix: after }
      : { prefix: sign + unitParts.before, number, suffix: after },
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
  const isAfter = qualifier !== undefined && followsNumber(qualifier, language);
  const before = language === 'en' && word !== '' ? `${word} ` : word;
  const prefix = (isAfter ? '' : before) + value.prefix;
  const suffix = value.suffix + (isAfter ? word : '');
  return { prefix, number: value.number, suffix, text: prefix + value.number + suffix };
}

/**
 * Formats an amount of money.
 * @throws RangeError if `minor` is no integer
 */
export const formatMoney = (
  money: WireMoney,
  language: Language,
  options: FormatOptions = {},
): FormattedValue => formatValue(toMajor(fromWire(money)), money.currency, language, options);

/** Formats a whole number, with a measure word if a unit is given: 41家, 41社, 41 companies. */
export const formatCount = (count: number | string, language: Language, unit?: string): string =>
  unit === undefined
    ? formatNumber(count, language, 0)
    : formatValue(count, unit, language, { digits: 0 }).text;

/** Formats a number without a unit, rounded half up once to `digits`, by default at most 2. */
export function formatNumber(
  value: string | number,
  language: Language,
  digits?: number,
  withSign = false,
): string {
  return formatValue(value, '', language, {
    signed: withSign,
    ...compact({ digits }),
  }).text.trim();
}

/**
 * Formats a ratio (0.205) as percent (20.5%). The difference of two percentages needs the unit
 * `points` instead.
 * @throws RangeError for NaN and the infinities
 */
export const formatPercent = (
  ratio: number,
  language: Language,
  digits = 1,
  withSign = false,
): string =>
  formatValue(scaleByTen(fromNumber(ratio), 2), 'percent', language, { digits, signed: withSign })
    .text;

/**
 * Formats a percentage, with more decimals or as "under" the next edge where rounding would reach
 * an edge that it has not reached.
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
 * Formats a share of a target as percent. 99.97% is not rounded to 100%: it has more decimals or is
 * "under 100%".
 * @param edges in percent
 * @throws RangeError for NaN and the infinities
 */
export const formatShare = (
  ratio: number,
  edges: readonly number[],
  language: Language,
  digits = 1,
): string => formatPercentBelow(scaleByTen(fromNumber(ratio), 2), edges, language, digits);

/** The unit of the difference of two values: points for percentages, else the same unit. */
export const differenceUnit = (unit: string): string => (unit === 'percent' ? 'points' : unit);
