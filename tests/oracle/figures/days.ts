/** A day as YYYY-MM-DD; days compare as texts do. */
export type Day = string;
/** A month as YYYY-MM. */
export type Month = string;

const dayLength = 86_400_000;
/** Days since 1 January 1970. */
export const dayNumber = (day: Day): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / dayLength;
};
export const dayOf = (number: number): Day =>
  new Date(number * dayLength).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
export const earlierDay = (a: Day, b: Day): Day => (a.localeCompare(b) <= 0 ? a : b);
export const laterDay = (a: Day, b: Day): Day => (a.localeCompare(b) >= 0 ? a : b);
export const addDays = (day: Day, days: number): Day => dayOf(dayNumber(day) + days);

export const monthOf = (day: Day): Month => day.slice(0, 7);
/** Months since January of the year 0. */
export const monthNumber = (month: Month): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
export const monthAt = (number: number): Month =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
export const addMonths = (month: Month, months: number): Month =>
  monthAt(monthNumber(month) + months);
export const lastDay = (month: Month): Day => dayOf(dayNumber(`${addMonths(month, 1)}-01`) - 1);
export const isMonthEnd = (day: Day): boolean => lastDay(monthOf(day)) === day;
/** The last day of each month from one month to another. */
export const monthEnds = (from: Month, to: Month): Day[] =>
  Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, i) =>
    lastDay(addMonths(from, i)),
  );

export const yearOf = (day: Day): string => day.slice(0, 4);
