import type { Row } from '#server/imports/read/table.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import { isValue, findValueColumns } from './value-columns.ts';

/** The number of rows below a header that show what its columns hold. */
const exampleRows = 20;

const listTexts = (row: Row): ReadonlySet<number> =>
  new Set(
    row.cells.flatMap((cell, at) => (typeof cell === 'string' && cell.trim() !== '' ? [at] : [])),
  );

/**
 * Whether two rows name the same columns in two languages. They have words in the same cells, above
 * columns of numbers or days.
 * @param at - index of the upper row
 */
export function isHeaderTwice(rows: readonly Row[], at: number): boolean {
  const [upper, lower] = [rows[at], rows[at + 1]];
  if (upper === undefined || lower === undefined || lower.number - upper.number !== 1) return false;
  if ([upper, lower].some(({ cells }) => cells.some(isValue))) return false;
  const [above, below] = [listTexts(upper), listTexts(lower)];
  const both = [...above].filter((column) => below.has(column));
  if (both.length < 3 || both.length < Math.max(above.size, below.size) * 0.8) return false;
  const values = findValueColumns(rows.slice(at + 2, at + 2 + exampleRows));
  const withWords = both.filter(
    (column) => values.has(column) && findMissingReason(String(lower.cells[column])) === undefined,
  );
  const equal = both.filter((column) => upper.cells[column] === lower.cells[column]);
  return withWords.length >= 2 && equal.length < both.length / 2;
}
