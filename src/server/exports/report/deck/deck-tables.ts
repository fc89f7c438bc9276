import type { ReportTable } from '#domain/report/report.ts';
import { compact } from '#domain/values/compact.ts';
import type { SlideTable } from '#server/exports/formats/pptx/slide.ts';
import { tableHeight } from '#server/exports/formats/pptx/slide-parts.ts';
import { slideRoom } from '#server/exports/formats/pptx/slide-xml.ts';
import { isEmptyCell } from '#report/sections/limited-tables.ts';

/** The most rows of a table on a slide. */
const mostRows = 8;
const mostColumns = 7;
/** The height that every body of a slide has for a table, in inches. */
export const tableRoom = 4.5;

/** Options for a table on a slide. */
export interface SlideTableOptions {
  readonly caption?: string | undefined;
  /** The most rows. */
  readonly most?: number | undefined;
  /** The width of the table in inches. The default is that of a slide. */
  readonly width?: number | undefined;
  /** The height of the table in inches. The default is that of a slide. */
  readonly room?: number | undefined;
}

/**
 * Makes a table for a slide from the first rows and columns of a table: as many rows as the slide
 * has room for. It leaves out empty columns.
 */
export function makeSlideTable(
  table: ReportTable,
  { most = mostRows, width = slideRoom, room = tableRoom, ...options }: SlideTableOptions = {},
): SlideTable {
  const slideTable = cutTable(table, most, options.caption);
  return most > 1 && tableHeight(slideTable, width) > room
    ? makeSlideTable(table, {
        ...options,
        width,
        room,
        most: Math.min(most, table.rows.length) - 1,
      })
    : slideTable;
}

function cutTable(
  { columns, rows }: ReportTable,
  most: number,
  caption: string | undefined,
): SlideTable {
  const visibleRows = rows.slice(0, most);
  const usedColumns = columns
    .map((_, at) => at)
    .filter((at) => at === 0 || visibleRows.some((row) => !isEmptyCell(row[at])))
    .slice(0, mostColumns);
  return {
    columns: usedColumns.flatMap((at) => columns[at] ?? []),
    rows: visibleRows.map((row) => usedColumns.map((at) => row[at] ?? '')),
    ...compact({ caption }),
  };
}
