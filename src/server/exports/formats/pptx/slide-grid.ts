import { columnWidths } from '#report/paper/column-widths.ts';
import { breakLines } from '#report/paper/line-breaks.ts';

/** Column heads and texts of a table. */
export interface GridTexts {
  readonly columns: readonly { readonly label: string; readonly right?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** Font size of a table on a slide, in points. */
export const gridPoints = 12;
/** Padding of a cell at each side, and above and below its lines, in points. */
export const cellRoom = { side: 4, above: 2.4 } as const;
const leading = 1.28;
const least = 34;

export interface GridLayout {
  /** Widths of the columns and heights of the rows in points. The first row holds the headings. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/**
 * Wraps long texts and computes column widths and row heights in points. `given` replaces the
 * widths.
 */
export function gridLayout(
  table: GridTexts,
  room: number,
  givenWidths?: readonly number[],
): GridLayout {
  const columns = table.columns.map(({ label, right = false }) => ({ label, right }));
  const across = {
    size: gridPoints,
    room: room - cellRoom.side * 2,
    gap: cellRoom.side * 2,
    least,
    spare: 110,
  };
  const widths =
    givenWidths ??
    columnWidths({ columns, rows: table.rows }, across).map((width) => width + cellRoom.side * 2);
  const height = (cells: readonly string[], bold: boolean): number => {
    const lines = cells.map((cell, at) =>
      cell
        .split('\n')
        .reduce(
          (sum, line) =>
            sum + breakLines(line, (widths[at] ?? 0) - cellRoom.side * 2, gridPoints, bold).length,
          0,
        ),
    );
    return Math.max(1, ...lines) * gridPoints * leading + cellRoom.above * 2;
  };
  const heights = [
    height(
      columns.map(({ label }) => label),
      true,
    ),
    ...table.rows.map((row) => height(row, false)),
  ];
  return { widths, heights };
}
