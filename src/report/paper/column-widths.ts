import { textWidth } from '#charts/kit/style/font-advances.ts';
import type { ReportTable } from '#domain/report/report.ts';

/**
 * What columns are set in, all in one unit: the room across, the gap between two, and the narrowest
 * that still holds a word.
 */
export interface ColumnRoom {
  readonly size: number;
  readonly room: number;
  readonly gap: number;
  readonly least: number;
  /** No column is spread by more than this beyond its texts. */
  readonly spare: number;
}
type Columns = Pick<ReportTable, 'columns' | 'rows'>;

/** Widths of the columns with no text broken. */
const idealWidths = (
  { columns, rows }: Columns,
  { size, least }: Pick<ColumnRoom, 'size' | 'least'>,
): readonly number[] =>
  columns.map(
    ({ label }, i) =>
      Math.max(
        least,
        textWidth(label, size, true),
        ...rows.map((row) => textWidth(row[i] ?? '', size)),
      ) + 1,
  );

/**
 * Widths of the columns: as wide as their texts where all fit, else cut from the widest, and none
 * so narrow that it holds no word.
 */
export function columnWidths(table: Columns, widths: ColumnRoom): readonly number[] {
  const { columns } = table;
  const { room, gap, least, spare: most } = widths;
  const ideals = idealWidths(table, widths);
  const available = room - gap * (columns.length - 1);
  const total = ideals.reduce((sum, width) => sum + width, 0);
  if (total <= available) {
    const spare = (available - total) / columns.length;
    return ideals.map((width) => width + Math.min(spare, most));
  }
  // the level above which columns are cut, so that together they fit
  let [low, high] = [least, Math.max(...ideals)];
  for (let i = 0; i < 30; i += 1) {
    const middle = (low + high) / 2;
    if (ideals.reduce((sum, width) => sum + Math.min(width, middle), 0) > available) high = middle;
    else low = middle;
  }
  return ideals.map((width) => Math.min(width, low));
}
