import { columnLetter, type Row, type Table } from '#server/imports/read/table.ts';
import { hasDatum } from './header-cells.ts';
import type { TableHeader } from './table-header.ts';

const countFilled = ({ cells }: Row): number =>
  cells.filter((cell) => String(cell).trim() !== '').length;
const exampleRows = 60;

/**
 * Whether a row without a known word is among data rows of the same width, so that it is data and
 * no header.
 */
export const isAmongData = (rows: readonly Row[], at: number): boolean => {
  const row = rows[at];
  return (
    row !== undefined &&
    rows
      .slice(0, at)
      .some(
        (one) =>
          hasDatum(one) && countFilled(one) >= countFilled(row) * 0.8 && countFilled(one) >= 2,
      )
  );
};

/**
 * Names the columns of data rows without a header by letters.
 * @returns undefined for no table: a single row or column, or rows without a common width
 */
export function createLetterHeader({ rows }: Table): TableHeader | undefined {
  const visible = rows.slice(0, exampleRows);
  const widths = visible.map(countFilled).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  const even = widths.filter((width) => Math.abs(width - median) <= 1).length;
  const [first] = rows;
  if (first === undefined || visible.length < 2 || median < 2 || even < visible.length * 0.6)
    return undefined;
  const width = Math.max(...visible.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => ({
    index,
    parent: '',
    child: columnLetter(index),
    key: columnLetter(index),
  }));
  return {
    columns,
    row: Math.max(0, first.number - 1),
    first: 0,
    titles: [],
    hits: 0,
    isMissing: true,
  };
}
