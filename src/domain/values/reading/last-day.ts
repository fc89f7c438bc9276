import { isIsoDate, monthEnd } from '#domain/values/date.ts';

/**
 * Reads a day, or the last day of a month, a quarter or a year.
 * @returns undefined for any other text
 */
export function readLastDay(input: string): string | undefined {
  const text = input
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/[年月./\s]+/g, '-')
    .replace(/日|-$/g, '');
  const quarter =
    /^(?<year>\d{4})-?q(?<of>[1-4])$/.exec(text) ?? /^q(?<of>[1-4])-?(?<year>\d{4})$/.exec(text);
  if (quarter?.groups !== undefined) {
    const { year, of } = quarter.groups;
    return monthEnd(`${year}-${String(Number(of) * 3).padStart(2, '0')}`);
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text) ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2200) return undefined;
  if (month === undefined) return `${year}-12-31`;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const of = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return monthEnd(of);
  const whole = `${of}-${day.padStart(2, '0')}`;
  return isIsoDate(whole) ? whole : undefined;
}
