import { inMonth as ofMonth } from './annual-flow.ts';
import { compareDecimal, isDecimal, isWhole, scaleByTen, type Decimal } from './decimal.ts';
import { type Indicator, isYearToDate, type Month, type Observation } from './indicator.ts';
import type { Language } from './language.ts';
import { isCurrency, minorDigits } from './money.ts';
import { addMonths } from './period.ts';

/** How money is typed: power of ten of the unit that the reader writes (亿元, 億元, CN¥ bn); other units are typed as they are. */
export const typedPower = (unit: string, language: Language): number => (isCurrency(unit) ? (language === 'en' ? 9 : 8) : 0);

export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Decimal }
  | { readonly kind: 'wrong'; readonly why: 'not_a_number' | 'not_whole' | 'negative' | 'too_fine' };

/**
 * Full-width digits, thousands separators and blanks are taken; a comma that parts no thousands is refused, not guessed at.
 * `power`: the power of ten of the unit that the text is in, where it is not the reader's own.
 */
export function readTyped(
  text: string,
  indicator: Pick<Indicator, 'unit'>,
  language: Language,
  power: number = typedPower(indicator.unit, language),
): Typed {
  const plain = text.normalize('NFKC').trim().replace(/^−/, '-');
  if (plain === '') return { kind: 'empty' };
  const joined = plain.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(\D|$))/g, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(joined) ? joined.replaceAll(',', '') : joined;
  const decimal = grouped.startsWith('.') ? `0${grouped}` : grouped.replace(/\.$/, '');
  if (!isDecimal(decimal) || decimal.length > 30) return { kind: 'wrong', why: 'not_a_number' };
  if (decimal.startsWith('-')) return { kind: 'wrong', why: 'negative' };
  const value = scaleByTen(decimal, power);
  if (['companies', 'jobs', 'items'].includes(indicator.unit) && !isWhole(value)) return { kind: 'wrong', why: 'not_whole' };
  if (isCurrency(indicator.unit) && !isWhole(scaleByTen(value, minorDigits(indicator.unit)))) return { kind: 'wrong', why: 'too_fine' };
  return { kind: 'value', value };
}
/** A stored value as it would be typed. */
export const asTyped = (value: Decimal, unit: string, language: Language): string => scaleByTen(value, -typedPower(unit, language));

const byPeriod = (observations: readonly Observation[], period: Month): Observation | undefined =>
  observations.find((o) => o.period === period);
/** The newest observation before a month that has a value. */
export const lastBefore = (observations: readonly Observation[], period: Month): Observation | undefined =>
  observations.filter((o) => o.period < period && o.value !== undefined).toSorted((a, b) => (a.period < b.period ? 1 : -1))[0];
export const storedIn = byPeriod;

/** January of a flow counted from the new year is not reported on its own: it is within February's year to date. */
export const isLeftBlank = (indicator: Pick<Indicator, 'kind' | 'cumulation'>, period: Month): boolean =>
  isYearToDate(indicator) && period.endsWith('-01');

/** Value of the month alone from two neighbouring year-to-date values; nothing where the month before is not known. */
export function inMonth(indicator: Indicator, period: Month, value: Decimal, observations: readonly Observation[]): Decimal | undefined {
  if (!isYearToDate(indicator) || period.endsWith('-01')) return undefined;
  const known = new Map(observations.flatMap((o) => (o.value === undefined ? [] : [[o.period, o.value] as const])));
  return ofMonth(known.set(period, value), period);
}

export type Doubt =
  | { readonly kind: 'jump'; readonly factor: '10' | '1000' | 'many'; readonly up: boolean }
  | { readonly kind: 'year_to_date_fell' };
/** What a careful reader would ask about before saving: ten or a thousand times the last value, or a year to date that fell. */
export function doubtOf(indicator: Indicator, period: Month, value: Decimal, observations: readonly Observation[]): Doubt | undefined {
  const last = lastBefore(observations, period);
  if (last?.value === undefined) return undefined;
  const sameYear = last.period.slice(0, 4) === period.slice(0, 4);
  if (isYearToDate(indicator) && sameYear && compareDecimal(value, last.value) < 0) return { kind: 'year_to_date_fell' };
  if (isYearToDate(indicator) && !sameYear) return undefined;
  const ratio = Number(value) / Number(last.value);
  if (!Number.isFinite(ratio) || ratio === 0) return undefined;
  const times = ratio >= 1 ? ratio : 1 / ratio;
  if (times < 8) return undefined;
  return { kind: 'jump', up: ratio >= 1, factor: times < 50 ? '10' : times >= 500 && times < 5000 ? '1000' : 'many' };
}

/** Months that can be entered, newest first: from the first that has a value, or two years back, to the month of today. */
export function monthsToEnter(today: string, first: Month | undefined): Month[] {
  const end = today.slice(0, 7);
  const start = [first ?? end, addMonths(end, -24)].toSorted()[0] ?? end;
  const months: Month[] = [];
  for (let month = end; month >= start; month = addMonths(month, -1)) months.push(month);
  return months;
}
/** The month that a person most likely has at hand: after the last entered one, and never one that has not ended. */
export function nextMonth(today: string, last: Month | undefined): Month {
  const closed = addMonths(today.slice(0, 7), -1);
  if (last === undefined) return closed;
  const next = addMonths(last, 1);
  return next > closed ? (last > closed ? closed : last) : next;
}
