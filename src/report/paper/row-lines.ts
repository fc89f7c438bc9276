import { wrapCell } from './phrases.ts';
import { type Column, type ColumnRoom, type Columns, narrowest } from './fit-columns.ts';

/**
 * Weights of the squared number of extra lines of a cell, relative to a line of row height. A
 * heading is words also above figures.
 */
const [wordLine, figureLine] = [0.1, 0.8] as const;

/** The number of lines of each cell of a column: first the heading, then the rows. */
type ColumnLines = readonly number[];

/** Counts the lines of each cell of a column at a width. */
function listLines(
  { columns, rows }: Columns,
  at: number,
  width: number,
  { size, stretch = 0 }: ColumnRoom,
): ColumnLines {
  const count = (text: string, bold: boolean): number =>
    Math.max(1, wrapCell(text, width, { size, stretch, bold }).length);
  return [
    count(columns[at]?.label ?? '', true),
    ...rows.map((cells) => count(cells[at] ?? '', false)),
  ];
}

/** Scores a table: its row heights plus a penalty for extra lines, larger for figures. */
function weighLines({ columns, rows }: Columns, lines: readonly ColumnLines[]): number {
  const weigh = (row: number): number => {
    const counts = lines.map((column) => column[row] ?? 1);
    const penaltyOf = (count: number, at: number): number =>
      (count - 1) ** 2 * (row > 0 && columns[at]?.right === true ? figureLine : wordLine);
    return Math.max(...counts) + counts.reduce((sum, count, at) => sum + penaltyOf(count, at), 0);
  };
  return Array.from({ length: rows.length + 1 }, (_, row) => weigh(row)).reduce(
    (sum, weight) => sum + weight,
    0,
  );
}

/** The widths of the columns of a table, and its score: the lower, the better. */
export interface TableLayout {
  readonly widths: readonly number[];
  readonly weight: number;
}

/** Scores a table with these widths. */
export const weighTable = (
  table: Columns,
  widths: readonly number[],
  room: ColumnRoom,
): TableLayout => ({
  widths,
  weight: weighLines(
    table,
    widths.map((width, at) => listLines(table, at, width, room)),
  ),
});

/** A number of lines of a column: its least width for that, and the lines of each of its cells. */
interface Step {
  readonly width: number;
  readonly lines: ColumnLines;
}
/** The most lines of a column from which free width is spent. */
const mostLines = 4;

/** Lists the steps of a column, from one line to the most. */
const listSteps = (table: Columns, column: Column, at: number, room: ColumnRoom): readonly Step[] =>
  Array.from({ length: mostLines }, (_, lines) => {
    const width = narrowest(column, lines + 1, column.ideal, room);
    return { width, lines: listLines(table, at, width, room) };
  });

/**
 * Spends free width, each time where it lowers the rows most, from a number of lines in all
 * columns.
 *
 * @returns undefined if the columns have no room
 */
function spendWidth(
  table: Columns,
  steps: readonly (readonly Step[])[],
  available: number,
  start: number,
): TableLayout | undefined {
  const present = steps.map((column) => column[start] as Step);
  const at = steps.map(() => start);
  const sum = (): number => present.reduce((total, { width }) => total + width, 0);
  if (sum() > available) return undefined;
  const weigh = (): number =>
    weighLines(
      table,
      present.map(({ lines }) => lines),
    );
  for (let weight = weigh(); ; ) {
    const [best] = steps
      .flatMap((column, index) => {
        const next = column[(at[index] ?? 0) - 1];
        const own = present[index] as Step;
        if (next === undefined || sum() - own.width + next.width > available) return [];
        present[index] = next;
        const lower = weigh();
        present[index] = own;
        return [{ index, next, lower }];
      })
      .toSorted((one, other) => one.lower - other.lower);
    if (best === undefined || best.lower >= weight) break;
    present[best.index] = best.next;
    at[best.index] = (at[best.index] ?? 0) - 1;
    weight = best.lower;
  }
  const share = available / sum();
  return { widths: present.map(({ width }) => width * share), weight: weigh() };
}

/**
 * Finds widths with which the rows of a table are lower: a column has more lines where others save
 * more lines by its width.
 *
 * @returns the layout with the lower rows; the given one if none is better
 */
export function lowerRows(
  table: Columns,
  columns: readonly Column[],
  given: TableLayout,
  { available, room }: { readonly available: number; readonly room: ColumnRoom },
): TableLayout {
  const steps = columns.map((column, at) => listSteps(table, column, at, room));
  return Array.from({ length: mostLines }, (_, start) =>
    spendWidth(table, steps, available, start),
  ).reduce<TableLayout>(
    (best, one) => (one !== undefined && one.weight < best.weight ? one : best),
    given,
  );
}
