import type { Cell } from '#server/imports/read/table.ts';
import type { ParsedDate } from './calendar-day.ts';
import { parseDate, type DateOrder } from './date.ts';

const between =
  /^(.{4,20}?)\s*(?:[–—~～〜至到]|から|\s-\s|(?<=\d{4})-(?=\d{4}$)|\s(?:to|bis|au|al|a|do|до)\s)\s*(.{4,20}?)(?:まで|止)?$/i;

/**
 * Parses a range such as 2026–2028, Q3 2026 to Q1 2027, 2026年3月至2027年6月.
 * @returns its first and last day; undefined for any other text
 */
export function parseDateRange(
  cell: Cell,
  order?: DateOrder,
): { readonly from: ParsedDate; readonly to: ParsedDate } | undefined {
  if (typeof cell !== 'string' || cell.length > 44) return undefined;
  const [, first, last] = between.exec(cell.normalize('NFKC').trim()) ?? [];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [parseDate(first, order), parseDate(last, order)];
  return from.kind === 'date' && to.kind === 'date' && from.date <= to.date
    ? { from, to }
    : undefined;
}
