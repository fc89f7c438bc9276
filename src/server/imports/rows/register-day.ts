import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { SortedRows } from '#server/imports/structure/rows.ts';

/**
 * Finds the data date that every row of a Headway export holds.
 * @returns undefined if rows differ or have none
 */
export function findDayInRows(
  columns: readonly Column[],
  { data }: SortedRows,
): IsoDate | undefined {
  const column = columns.find(({ field }) => field === 'register_as_of');
  if (column === undefined) return undefined;
  const days = new Set(data.map(({ cells }) => String(cells[column.index] ?? '')));
  const [day = ''] = days;
  return days.size === 1 && isIsoDate(day) ? day : undefined;
}
