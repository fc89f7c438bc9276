import { parseNumber, type ExactDecimal } from './number.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';

/** Converts a cell to a number in the unit of its column. */
export type NumberOf = (cell: Cell, column: number, row: number) => ExactDecimal | undefined;
/**
 * Reads a plain number. Percentages are not added.
 * @returns undefined for a percentage, a text or an empty cell
 */
export function plainValue(cell: Cell): ExactDecimal | undefined {
  const n = parseNumber(cell);
  return n.kind === 'value' && !n.percent ? n.value : undefined;
}

const zero: ExactDecimal = { digits: 0n, scale: 0 };
/** Adds two exact decimals; the sum has the larger scale. */
export const addDecimals = (a: ExactDecimal, b: ExactDecimal): ExactDecimal => {
  const scale = Math.max(a.scale, b.scale);
  return {
    digits: a.digits * 10n ** BigInt(scale - a.scale) + b.digits * 10n ** BigInt(scale - b.scale),
    scale,
  };
};

/** Computes the exact sum of a column's numbers. */
export const addUp = (rows: readonly Row[], column: number): ExactDecimal =>
  rows.reduce<ExactDecimal>((sum, row) => {
    const value = plainValue(row.cells[column] ?? '');
    return value === undefined ? sum : addDecimals(sum, value);
  }, zero);

/**
 * Adds up columns in one pass.
 * @param ends the indexes of rows between which sums are needed
 * @returns a function that gives the exact sum of a column from one of these rows up to another,
 * which is not included
 */
export function addUpBetween(
  rows: readonly Row[],
  columns: readonly number[],
  ends: ReadonlySet<number>,
  numberOf: NumberOf,
): (column: number, from: number, to: number) => ExactDecimal {
  const sums = new Map<number, ExactDecimal>();
  const sumsBefore = new Map<number, ReadonlyMap<number, ExactDecimal>>();
  for (const [i, { cells, number }] of (columns.length === 0 ? [] : rows).entries()) {
    if (ends.has(i)) sumsBefore.set(i, new Map(sums));
    for (const column of columns) {
      const value = numberOf(cells[column] ?? '', column, number);
      if (value !== undefined) sums.set(column, addDecimals(sums.get(column) ?? zero, value));
    }
  }
  const sumBefore = (column: number, end: number): ExactDecimal =>
    (end >= rows.length ? sums : sumsBefore.get(end))?.get(column) ?? zero;
  return (column, from, to) => {
    const { digits, scale } = sumBefore(column, from);
    return addDecimals(sumBefore(column, to), { digits: -digits, scale });
  };
}
