import type { IsoDate } from '#domain/values/date.ts';
import { parseDate } from '#server/imports/values/date.ts';

/**
 * Reads the day that the name of a sheet states: 2026, Plan 2026, Q3 2026, 30.09.2026.
 * @returns the last day of its period; undefined if it names none
 */
function readSheetDay(name: string): IsoDate | undefined {
  const parsedDate = parseDate(name.trim());
  if (parsedDate.kind === 'date') return parsedDate.date;
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(name)?.[0];
  return year === undefined ? undefined : `${year}-12-31`;
}

/**
 * Finds the newest of several sheets by their names.
 * @returns its index; undefined unless each name states a day of its own
 */
export function findNewestSheet(names: readonly string[]): number | undefined {
  const days = names.map(readSheetDay);
  if (days.length < 2 || days.includes(undefined) || new Set(days).size < days.length)
    return undefined;
  return days.indexOf(days.toSorted().at(-1));
}
