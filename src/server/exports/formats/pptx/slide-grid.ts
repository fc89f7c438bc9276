import { columnWidths, wantedWidths } from '#report/paper/column-widths.ts';
import { breakLines } from '#report/paper/page-flow.ts';
import type { ReportTable } from '#domain/report/report.ts';
import type { SlideTable } from './slide.ts';

/** Font size of a table on a slide, in points. */
export const gridPoints = 11;
/** Padding of a cell at each side, and above and below its lines, in points. */
export const cellRoom = { side: 4, above: 2.4 } as const;
const leading = 1.28;
const least = 34;

export interface GridLayout {
  /** Widths of the columns and heights of the rows in points. The first row holds the headings. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** Computes column widths and row heights after wrapping long texts. `room` is in points. */
export function gridLayout(table: SlideTable, room: number): GridLayout {
  const columns = table.columns.map(({ label, right = false }) => ({ label, right }));
  const across = {
    size: gridPoints,
    room: room - cellRoom.side * 2,
    gap: cellRoom.side * 2,
    least,
    spare: 110,
  };
  const widths = columnWidths({ columns, rows: table.rows }, across).map(
    (width) => width + cellRoom.side * 2,
  );
  const height = (cells: readonly string[], bold: boolean): number => {
    const lines = cells.map(
      (cell, at) =>
        breakLines(cell, (widths[at] ?? 0) - cellRoom.side * 2, gridPoints, bold).length,
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

/** Computes the width of a table without wrapped texts, in points. */
export const naturalWidth = (table: ReportTable): number =>
  wantedWidths(table, { size: gridPoints, least }).reduce(
    (sum, width) => sum + width + cellRoom.side * 2,
    0,
  );
