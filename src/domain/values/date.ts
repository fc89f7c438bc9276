/** Mean days of a month, for spans that do not run between month-ends (domain reference 3.1). */
const daysPerMonth = 30.4375;

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysIn = (year: number, month: number): number =>
  month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0);
const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
const split = (text: string): [number, number, number] => [
  Number(text.slice(0, 4)),
  Number(text.slice(5, 7)),
  Number(text.slice(8, 10)),
];

/** Whether a text is an existing day as YYYY-MM-DD, in the years 0001 to 9999. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = split(text);
  return year >= 1 && day >= 1 && day <= daysIn(year, month);
}

/** Whether a text is a month as YYYY-MM. */
export const isMonth = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('0000');

/**
 * Counts days by the calendar, independent of clock and time zone.
 * @returns days since 1970-01-01
 */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = split(date);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
  );
}

/** The day of a day number. */
export function toDate(day: number): IsoDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) /
      365,
  );
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month)}-${pad(ofYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}`;
}

/** Adds days to a day. */
export const addDays = (date: IsoDate, days: number): IsoDate => toDate(dayNumber(date) + days);

/** Counts the days from one day to another. @returns negative if the second day is earlier */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The month that holds a day. */
export const toMonth = (date: IsoDate): Month => date.slice(0, 7);

/** Last day of a month. */
export function monthEnd(month: Month): IsoDate {
  const [year, m] = split(month);
  return `${month}-${pad(daysIn(year, m))}`;
}

/** Adds months to a month. */
export function addMonths(month: Month, count: number): Month {
  const [year, m] = split(month);
  const total = year * 12 + m - 1 + count;
  return `${pad(Math.floor(total / 12), 4)}-${pad((((total % 12) + 12) % 12) + 1)}`;
}

/**
 * Counts the calendar months from one month to another.
 * @returns negative if the second month is earlier
 */
export function monthsApart(from: Month, to: Month): number {
  const [y1, m1] = split(from);
  const [y2, m2] = split(to);
  return (y2 - y1) * 12 + m2 - m1;
}

/** Whether a day is the last of its month. */
export const isMonthEnd = (date: IsoDate): boolean => date === monthEnd(toMonth(date));

/** The last month that has ended by a day. */
export const lastWholeMonth = (day: IsoDate): Month =>
  isMonthEnd(day) ? toMonth(day) : addMonths(toMonth(day), -1);

/**
 * Computes the months between two days (domain reference 3.1, 5.4).
 * @returns whole months if both days are month-ends, else days ÷ 30.4375
 */
export const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  isMonthEnd(from) && isMonthEnd(to)
    ? monthsApart(toMonth(from), toMonth(to))
    : daysBetween(from, to) / daysPerMonth;

/** Quarter of the calendar year, 1 to 4. */
export const toQuarter = (month: Month): 1 | 2 | 3 | 4 =>
  Math.ceil(Number(month.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;

/** A day as YYYY-MM-DD. */
export type IsoDate = string;

/** A month as YYYY-MM. */
export type Month = string;
