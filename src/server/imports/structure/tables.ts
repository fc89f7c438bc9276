import { countHeaderWords } from '#server/imports/headers/match-header.ts';
import type { Cell, Row, Table } from '#server/imports/read/table.ts';
import { parseMonth } from '#server/imports/values/period.ts';
import { isInList, findMissingReason, periodHeaders } from '#server/imports/vocabulary/words.ts';
import { findHeader } from './header.ts';
import type { TableHeader } from './table-header.ts';
import { isValue, findValueColumns } from './value-columns.ts';

/** One table of a sheet: its rows, and its header among them. */
export interface FoundTable {
  readonly table: Table;
  readonly header: TableHeader;
}
/**
 * The number of rows above a header that may be its title, and of rows below it that show what its
 * columns hold.
 */
const titleRows = 6;
const exampleRows = 20;

const trimText = (cell: Cell | undefined): string =>
  typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '';
const hasDigit = (cell: Cell): boolean => typeof cell === 'number' || /\d/.test(cell);

/** Whether a row is the header of the months below it. */
const headsMonths = (row: Row, below: Row | undefined): boolean =>
  row.cells.some(
    (cell, c) =>
      isInList(periodHeaders, trimText(cell)) && parseMonth(below?.cells[c] ?? '') !== undefined,
  );

/**
 * Whether the values above end here: words replace codes, and no later row has numbers and days in
 * the same columns.
 */
function endsValues(rows: readonly Row[], at: number, first: number): boolean {
  const row = rows[at];
  const above = rows.slice(Math.max(first, at - exampleRows), at);
  const below = rows.slice(at + 1, at + 1 + exampleRows);
  const has = (one: Row | undefined, column: number): boolean => (one?.cells[column] ?? '') !== '';
  const values = [...findValueColumns(above)];
  if (
    row === undefined ||
    below.length < 2 ||
    values.some((column) => has(row, column) && has(rows[at + 1], column))
  )
    return false;
  const isCoded = (some: readonly Row[], column: number): boolean =>
    some.every(({ cells }) => hasDigit(cells[column] ?? ''));
  const isHeading = row.cells.some(
    (cell, column) => trimText(cell) !== '' && isCoded(above, column) && isCoded(below, column),
  );
  const lost = values.filter((column) => !has(row, column));
  return (
    isHeading &&
    lost.length >= 2 &&
    !rows.slice(at).some((one) => lost.some((column) => has(one, column)))
  );
}

/**
 * Whether a row begins another table. It has only words, which differ from the previous header and
 * are known or above columns of values.
 */
function beginsTable(
  rows: readonly Row[],
  at: number,
  before: TableHeader | undefined,
  strict: boolean,
): boolean {
  const row = rows[at];
  if (row === undefined || rows.length <= at + 1) return false;
  const words = row.cells.map(trimText);
  if (words.filter((w) => w !== '').length < 2 || row.cells.some(isValue)) return false;
  if (before?.columns.every(({ index, child }) => (words[index] ?? '') === child) === true)
    return false;
  const hits = countHeaderWords(row.cells);
  if (hits >= (strict ? 3 : 2) || headsMonths(row, rows[at + 1])) return true;
  if (strict) return endsValues(rows, at, before?.first ?? 0);
  // words between values above and values below are a header without a known synonym
  const above = findValueColumns(rows.slice(Math.max(0, at - exampleRows), at));
  const below = findValueColumns(rows.slice(at + 1, at + 1 + exampleRows));
  const breaks = words.filter(
    (w, c) => w !== '' && (above.has(c) || below.has(c)) && findMissingReason(w) === undefined,
  );
  return breaks.length >= 2 && below.size >= 1;
}

/**
 * Finds the starts of further tables: after a blank row, with or without a title, or at a row of at
 * least three known headers.
 */
function findStarts(rows: readonly Row[], from: number, first: TableHeader | undefined): number[] {
  const starts: number[] = [];
  let header = first;
  for (let i = from; i < rows.length; i += 1) {
    const gap = (rows[i]?.number ?? 0) - (rows[i - 1]?.number ?? 0) > 1;
    if (!gap && rows[i]?.cells.some(hasDigit) === true) continue;
    for (let j = i; j < Math.min(rows.length, gap ? i + titleRows : i + 1); j += 1) {
      // another blank row ends the title
      if (j > i && (rows[j]?.number ?? 0) - (rows[j - 1]?.number ?? 0) > 1 && j - i > 2) break;
      if (!beginsTable(rows, j, header, !gap)) continue;
      starts.push(i);
      const nextHeader = findHeader({
        rows: rows.slice(i, i + titleRows + exampleRows),
        merges: [],
      });
      header = nextHeader && { ...nextHeader, first: nextHeader.first + i };
      i = j;
      break;
    }
  }
  return starts;
}

/** Finds all tables of a sheet from top to bottom. A repeated header begins no table. */
export function findTables(table: Table): readonly FoundTable[] {
  const { rows } = table;
  const main = findHeader(table);
  if (main === undefined) return [];
  // A small table may be above the main one.
  const mainRow = rows.findIndex((r) => r.number === main.row);
  let top = mainRow;
  while (top > 0 && (rows[top]?.number ?? 0) - (rows[top - 1]?.number ?? 0) === 1) top -= 1;
  const above = rows.slice(0, top);
  const early = above.findIndex((_, i) => beginsTable(above, i, undefined, false));
  const begins = [
    ...(early >= 0 && above.length - early >= 2 ? [0, top] : [0]),
    ...findStarts(rows, main.first + 1, main),
  ];
  return begins.flatMap((from, i) => {
    const own: Table =
      begins.length === 1
        ? table
        : { ...table, rows: rows.slice(from, begins[i + 1] ?? rows.length) };
    const header = begins.length === 1 ? main : findHeader(own);
    return header === undefined ? [] : [{ table: own, header }];
  });
}
