import type { ReportTable } from '#domain/report/report.ts';
import { wrapCell } from './phrases.ts';

/**
 * The measures of a table, all in one unit: the width of the table, the gap between two columns,
 * and the narrowest width that still holds a word.
 */
export interface ColumnRoom {
  readonly size: number;
  readonly room: number;
  readonly gap: number;
  readonly least: number;
  /** No column is wider than its texts by more than this. */
  readonly spare: number;
  /** The additional width of text in other programs, as a share. */
  readonly stretch?: number;
}
/** Column heads and texts of a table. */
export type Columns = Pick<ReportTable, 'columns' | 'rows'>;

/** A text of a column with its width. */
export interface Cell {
  readonly text: string;
  readonly bold: boolean;
  readonly width: number;
}
/**
 * A column: its widest texts, the width of the widest, and the narrowest width that breaks no word.
 */
export interface Column {
  readonly cells: readonly Cell[];
  readonly ideal: number;
  readonly least: number;
}
/** Counts the lines of a column at a width. */
const countLines = ({ cells }: Column, width: number, { size, stretch = 0 }: ColumnRoom): number =>
  Math.max(
    1,
    ...cells.map((cell) =>
      cell.width <= width
        ? 1
        : wrapCell(cell.text, width, { size, stretch, bold: cell.bold }).length,
    ),
  );

/**
 * Finds the narrowest width between two limits at which a column has no more than some number of
 * lines.
 * @returns its width in the unit of the table
 */
export function narrowest(column: Column, lines: number, upTo: number, room: ColumnRoom): number {
  let [low, high] = [column.least, upTo];
  for (let step = 0; step < 9; step += 1) {
    const middle = (low + high) / 2;
    if (countLines(column, middle, room) <= lines) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * Cuts the ideal widths at a common level, so that all columns fit. No column is narrower than its
 * least width.
 */
function cutToLevel(columns: readonly Column[], available: number): readonly number[] {
  const cut = (level: number): readonly number[] =>
    columns.map(({ ideal, least }) => Math.max(least, Math.min(ideal, level)));
  let [low, high] = [0, Math.max(...columns.map(({ ideal }) => ideal))];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (cut(middle).reduce((sum, width) => sum + width, 0) > available) high = middle;
    else low = middle;
  }
  return cut(low);
}

/**
 * Moves width that a column does not need for its number of lines to columns that then save a line.
 */
function tighten(
  columns: readonly Column[],
  cut: readonly number[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const lines = columns.map((column, at) => countLines(column, cut[at] ?? 0, room));
  const widths = columns.map((column, at) =>
    narrowest(column, lines[at] ?? 1, Math.max(column.least, cut[at] ?? 0), room),
  );
  let spare = available - widths.reduce((sum, width) => sum + width, 0);
  for (let step = 0; step < columns.length * 3; step += 1) {
    const [best] = columns
      .flatMap((column, at) => {
        const [count = 1, width = 0] = [lines[at], widths[at]];
        if (count === 1) return [];
        const wider = narrowest(column, count - 1, column.ideal, room);
        return wider - width <= spare ? [{ at, wider, more: wider - width }] : [];
      })
      // the column with the most lines decides the height of the rows
      .toSorted((a, b) => (lines[b.at] ?? 0) - (lines[a.at] ?? 0) || a.more - b.more);
    if (best === undefined) break;
    widths[best.at] = best.wider;
    lines[best.at] = countLines(columns[best.at] as Column, best.wider, room);
    spare -= best.more;
  }
  // wider fonts of other programs widen each column by the same share
  const share = Math.max(0, spare) / widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width * (1 + share));
}

/** A row of more lines is too tall if other columns can give its text the room. */
const mostLines = 5;

/**
 * Finds the widths with which no column has more lines than needed, if that makes tall rows lower.
 *
 * @param cut - the widths at a common level
 */
function lowerTallRows(
  columns: readonly Column[],
  cut: readonly number[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const tallest = Math.max(...columns.map((column, at) => countLines(column, cut[at] ?? 0, room)));
  for (let lines = mostLines; lines < tallest; lines += 1) {
    const widths = columns.map((column) => narrowest(column, lines, column.ideal, room));
    if (widths.reduce((sum, width) => sum + width, 0) <= available) return widths;
  }
  return cut;
}

/** Finds the widths of columns: as wide as their texts where all fit, else free width saves lines. */
export function fitColumns(
  columns: readonly Column[],
  available: number,
  room: ColumnRoom,
): readonly number[] {
  const total = columns.reduce((sum, { ideal }) => sum + ideal, 0);
  if (total <= available) {
    const spare = (available - total) / columns.length;
    return columns.map(({ ideal }) => ideal + Math.min(spare, room.spare));
  }
  const cut = cutToLevel(columns, available);
  return tighten(columns, lowerTallRows(columns, cut, available, room), available, room);
}
