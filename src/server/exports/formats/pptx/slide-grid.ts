import { columnWidths, wantedWidths } from '#report/column-widths.ts';
import { linesOf } from '#report/page-flow.ts';
import type { ReportTable } from '#domain/report/report.ts';
import type { SlideTable } from './slide.ts';

/** Size of the letters in a table on a slide, in points. */
export const gridPoints = 11;
/** Room at each side of a cell and above and below its lines, in points. */
export const cellRoom = { side: 4, above: 2.4 } as const;
const leading = 1.28;
const least = 34;

export interface GridLayout {
  /** Of columns and rows, in points; the first row is that of the headings. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** How wide its columns are and how high its rows, once long texts are broken into lines. */
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
      (cell, at) => linesOf(cell, (widths[at] ?? 0) - cellRoom.side * 2, gridPoints, bold).length,
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

/** Width of a table in which no text is broken, in points. */
export const naturalWidth = (table: ReportTable): number =>
  wantedWidths(table, { size: gridPoints, least }).reduce(
    (sum, width) => sum + width + cellRoom.side * 2,
    0,
  );
