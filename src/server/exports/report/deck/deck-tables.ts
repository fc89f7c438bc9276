import type { ReportTable } from '#domain/report/report.ts';
import type { SlideTable } from '#server/exports/formats/pptx/slide.ts';

/** The most rows of a table on a slide. */
export const mostRows = 8;
const mostColumns = 7;

const isEmpty = (cell: string | undefined): boolean =>
  cell === undefined || cell === '' || cell === '—';

/**
 * Makes a table for a slide from the first rows and columns of a table. It leaves out empty
 * columns.
 */
export function makeSlideTable(
  { columns, rows }: ReportTable,
  { caption, most = mostRows }: { readonly caption?: string; readonly most?: number } = {},
): SlideTable {
  const visibleRows = rows.slice(0, most);
  const usedColumns = columns
    .map((_, at) => at)
    .filter((at) => at === 0 || visibleRows.some((row) => !isEmpty(row[at])))
    .slice(0, mostColumns);
  return {
    columns: usedColumns.flatMap((at) => columns[at] ?? []),
    rows: visibleRows.map((row) => usedColumns.map((at) => row[at] ?? '')),
    ...(caption === undefined ? {} : { caption }),
  };
}
