import { compact } from '#domain/values/compact.ts';
import {
  type Decimal,
  fromNumber,
  roundHalfUp,
  scaleByTen,
  subtractDecimal,
  toDecimal,
} from '#domain/values/decimal.ts';
import { displayUnit, formatNumber, formatValue, unitLabel } from '#domain/values/format.ts';
import {
  agreeingDigits,
  countDecimals,
  findDigitsBelow,
  visibleDigits,
} from '#domain/values/digit-places.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { moneySteps } from '#domain/values/currency/currency-units.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';

/**
 * How a chart writes the values of one measure: one multiple and one number of decimals for all of
 * them.
 */
export interface MeasureUnit {
  readonly unit: string;
  readonly language: Language;
  /** The value whose multiple (亿, bn) all others take. */
  readonly like: number | string;
  /** The target of the measure. A value that has not reached it is not rounded up to it. */
  readonly edge?: string;
  /** Displayed value = exact value ÷ 10^scale. */
  readonly scale: number;
  readonly digits: number;
  /** Its values count things one by one, so that computed values are written whole. */
  readonly isCounted: boolean;
  /** The name of the measure is also its unit, so that values beside the name leave the unit out. */
  readonly isSelfNamed: boolean;
  /** The unit alone, for a table's header or a chart's corner, as 亿元 or CN¥ bn. */
  readonly word: string;
}

/** Decimals of money in its unit; none from 1,000 万 on, and two in 万亿, which few sums reach. */
const moneyDigits = (like: number | string, power: number, language: Language): number =>
  power === 4 && Math.abs(Number(like)) >= 10 ** 7 ? 0 : language === 'en' || power >= 12 ? 2 : 1;

/**
 * Chooses the unit in which a measure of this magnitude is written. Money has one decimal in 亿 and
 * two in bn; counts have none.
 */
export function measureUnit(unit: string, language: Language, like: number | string): MeasureUnit {
  const { power } = displayUnit(unit, like, language);
  const digits = isCurrency(unit) ? moneyDigits(like, power, language) : unit === 'percent' ? 1 : 0;
  return {
    unit,
    language,
    like,
    scale: power,
    digits,
    isCounted: isCounted(unit),
    isSelfNamed: false,
    word: unitLabel(unit, language, like),
  };
}

/** The most decimals that values of a measured unit keep, and those of money beside a small sum. */
const mostStated = 2;
/** A group below 1 / 20 of the largest group does not decide the unit. */
const smallestPart = 20;
/** From this number on, values in a smaller multiple are written whole. */
const wholeFrom = 1000;
/** A sum that has more digits than these before its point takes decimals of the larger multiple. */
const mostWhole = 5;
/** Sums of money in one currency, in major units: the largest of all, and those of the groups. */
export interface GroupSums {
  readonly most: Decimal;
  readonly groups: readonly Decimal[];
}
/**
 * Chooses the unit of sums that a reader compares group by group. It is that of the largest sum. It
 * is a smaller multiple if that would leave one digit, as 0.09 兆, to the smallest sum that matters.
 * A sum matters from 5 % of the largest group on. Nobody reads 40亿 as 400,000万: the larger multiple
 * then has two or three decimals, if they leave two digits.
 */
export function groupsUnit(
  currency: string,
  language: Language,
  { most, groups }: GroupSums,
): MeasureUnit {
  const own = measureUnit(currency, language, most);
  const sizes = groups.map((value) => Math.abs(Number(value)));
  const largest = Math.max(0, ...sizes);
  const matters = sizes.filter((size) => size > 0 && size * smallestPart >= largest);
  if (matters.length === 0) return own;
  const least = Math.min(...matters);
  const hasTwoDigits = ({ scale, digits }: MeasureUnit): boolean =>
    least >= 10 ** (scale + 1 - digits);
  const inPower = (power: number): MeasureUnit => {
    const unit = measureUnit(currency, language, scaleByTen('1', power + 1));
    return Math.abs(Number(most)) < wholeFrom * 10 ** power ? unit : { ...unit, digits: 0 };
  };
  const units = moneySteps[language].flatMap(({ power }) =>
    power < own.scale ? [inPower(power)] : [],
  );
  const isReadable = ({ scale }: MeasureUnit): boolean =>
    Math.abs(Number(most)) < 10 ** (scale + mostWhole);
  const finer = [mostStated, mostStated + 1].map((digits) => ({
    ...own,
    digits: Math.max(digits, own.digits),
  }));
  const candidates = [own, ...units.filter(isReadable), ...finer, ...units];
  return candidates.find(hasTwoDigits) ?? units.at(-1) ?? own;
}

/**
 * Gives a measured unit, such as km² or one that the zone named, the decimals of its stated values,
 * at most two. Money, percent and counted things have their own.
 */
export function keepDecimals(unit: MeasureUnit, values: readonly Decimal[]): MeasureUnit {
  if (unit.isCounted || isCurrency(unit.unit) || ['percent', 'points', 'days'].includes(unit.unit))
    return unit;
  const decimals = values.map((value) => value.split('.')[1]?.length ?? 0);
  return { ...unit, digits: Math.min(mostStated, Math.max(0, ...decimals)) };
}

/** The words of a name in English that are also its unit. */
const selfNames: Readonly<Record<string, RegExp>> = {
  companies: /\bcompan(?:y|ies)\b/i,
  jobs: /\bjobs?\b/i,
};
/**
 * Whether a name of a measure is also its unit, as that of counts in English: 41 companies, not
 * Companies 41 companies. The name of a zone's own measure may be another: Empleos 41 jobs.
 */
export const namesUnit = (name: string, unit: string, language: Language): boolean =>
  language === 'en' && selfNames[unit]?.test(name) === true;

/** The largest number of further decimals of a value near its target. */
const mostMore = 6;

/**
 * Writes a bare number with thousands separators and a real minus sign, for ticks and differences
 * in the display unit.
 */
export const numberText = (value: number, digits: number, withSign = false): string =>
  formatNumber(value, 'en', digits, withSign);

/**
 * Converts an exact value to the display unit, for positions on an axis. Texts are made from the
 * exact value.
 * @returns a double in the display unit
 */
export const toDisplayValue = (value: number | string, unit: MeasureUnit): number =>
  Number(value) / 10 ** unit.scale;

/** Splits a value into three parts: 0.79 between CN¥ and bn. */
export const valueParts = (
  value: number | string,
  unit: MeasureUnit,
  digits = unit.digits,
): { readonly prefix: string; readonly number: string; readonly suffix: string } =>
  formatValue(value, unit.unit, unit.language, { like: unit.like, digits });

/**
 * Writes the number alone with its minus, as 0.79 or −0.79. The prefix of a currency holds the
 * minus itself.
 */
export function valueText(value: number | string, unit: MeasureUnit, digits = unit.digits): string {
  const { prefix, number } = valueParts(value, unit, digits);
  return prefix.startsWith('−') ? `−${number}` : number;
}

/**
 * Writes the number with its unit, as CN¥0.79bn or 41家; without trailing zeros when no digits are
 * given.
 */
export const fullText = (value: number | string, unit: MeasureUnit, digits?: number): string =>
  formatValue(value, unit.unit, unit.language, {
    like: unit.like,
    ...compact({ digits }),
  }).text;

/**
 * The decimals of a computed value: those of the unit; one for a small value of a unit that is not
 * counted, if it is not whole; more where rounding would reach a target that the value has not
 * reached. Counted things are whole.
 * @returns digits after the point
 * @throws RangeError for NaN and the infinities
 */
export function computedDigits(value: string | number, unit: MeasureUnit): number {
  if (unit.isCounted) return 0;
  const number = Number(value);
  const own =
    unit.scale === 0 && unit.digits === 0 && Math.abs(number) < 100 && !Number.isInteger(number)
      ? 1
      : unit.digits;
  if (unit.edge === undefined) return own;
  const exact = scaleByTen(toDecimal(value), -unit.scale);
  return (
    findDigitsBelow(exact, [scaleByTen(unit.edge, -unit.scale)], own, own + mostMore) ??
    own + mostMore
  );
}

/** The digits of a pace: more would claim to know it better than the months do. */
const significantDigits = 3;

/**
 * The decimals of a pace per month: three significant digits, for other units than money at most one
 * decimal more than the value has. A pace of counted things has one only below ten a month.
 * @returns digits after the point
 */
export function paceDigits(value: number, unit: MeasureUnit): number {
  const exact = Math.abs(value) / 10 ** unit.scale;
  if (unit.isCounted) return exact < 10 ? 1 : 0;
  if (exact === 0) return 0;
  const digits = Math.max(0, significantDigits - 1 - Math.floor(Math.log10(exact)));
  return isCurrency(unit.unit) ? digits : Math.min(unit.digits + 1, digits);
}

/**
 * Writes a pace per month with its unit. Money takes a multiple of its own where three significant
 * digits need more than one decimal more than the value has: 10.5mn, not 0.0105bn.
 */
export function paceText(value: number, unit: MeasureUnit): string {
  const digits = paceDigits(value, unit);
  if (!isCurrency(unit.unit) || digits <= unit.digits + 1) return fullText(value, unit, digits);
  const own = measureUnit(unit.unit, unit.language, value);
  return fullText(value, own, paceDigits(value, own));
}

/**
 * Writes a stated value beside the target that it is measured by: with three significant digits where
 * it has them, and no zeros at its end, as the target has none: US$655mn of US$900mn.
 */
export function statedText(value: Decimal, unit: MeasureUnit): string {
  const least = isCurrency(unit.unit) ? paceDigits(Number(value), unit) : 0;
  const digits = Math.max(computedDigits(value, unit), Math.min(unit.digits + 1, least));
  const rounded = roundHalfUp(scaleByTen(value, -unit.scale), digits);
  return fullText(value, unit, countDecimals(rounded));
}

/** A value, its plan to date and their difference as written side by side, in the display unit. */
export interface DisplayGap {
  /** Decimals of the value, and of plan and gap. */
  readonly nowDigits: number;
  readonly digits: number;
  readonly plan: string;
  /** The plan with a decimal, where a whole number of counted things stands for it. */
  readonly unrounded?: string;
  readonly gap: string;
  /** The gap as displayed, in the measure's own unit. */
  readonly exact: string;
}
/**
 * Computes the gap to plan as a reader would subtract the two displayed numbers, with as many
 * decimals as make them agree and show a gap. Counted things are whole, and so is their gap, unless
 * whole numbers would show none.
 * @throws RangeError for NaN and the infinities
 */
export function displayGap(now: string, plan: number, unit: MeasureUnit): DisplayGap {
  const [a, b] = [scaleByTen(now, -unit.scale), scaleByTen(fromNumber(plan), -unit.scale)];
  const [least, planned] = [computedDigits(now, unit), computedDigits(plan, unit)];
  const difference = subtractDecimal(a, b);
  const isHidden =
    roundHalfUp(a, planned) === roundHalfUp(b, planned) &&
    roundHalfUp(difference, planned + mostMore) !== '0';
  const enough = visibleDigits(difference, isHidden ? planned + 1 : planned, planned + mostMore);
  const digits = unit.isCounted && !isHidden ? 0 : agreeingDigits(now, plan, enough, unit.scale);
  const nowDigits = roundHalfUp(a, least) === roundHalfUp(a, digits) ? least : digits;
  const gap = subtractDecimal(roundHalfUp(a, nowDigits), roundHalfUp(b, digits));
  return {
    nowDigits,
    digits,
    plan: formatNumber(b, unit.language, digits),
    ...compact({
      unrounded:
        unit.isCounted && digits === 0 && !Number.isInteger(plan)
          ? formatNumber(b, unit.language, 1)
          : undefined,
    }),
    gap: formatNumber(gap, unit.language, digits, true),
    exact: scaleByTen(gap, unit.scale),
  };
}
