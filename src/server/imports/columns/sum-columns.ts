import type { Row } from '#server/imports/read/table.ts';
import { addDecimals, plainValue } from '#server/imports/values/column-sums.ts';
import { findMissingReason } from '#server/imports/vocabulary/words.ts';
import { formatDecimal, type ExactDecimal } from '#server/imports/values/number.ts';

/** A column of sums, and the columns beside it that it adds up. */
export interface SumColumn {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The most parts of a sum. */
const mostParts = 6;
/** The rows that are compared, and the least number of them that prove a sum. */
const comparedRows = 500;
const fewestRows = 5;
/** The least share of these rows in which the sum is right. */
const rightShare = 0.95;

const zero: ExactDecimal = { digits: 0n, scale: 0 };
/** Reads the number in a cell, zero for a blank or a dash. @returns undefined for a text */
const readNumber = ({ cells }: Row, column: number): ExactDecimal | undefined =>
  findMissingReason(String(cells[column] ?? '')) === undefined
    ? plainValue(cells[column] ?? '')
    : zero;

/** Whether a column is the sum of others in nearly all rows in which two of them have a value. */
function isSum(rows: readonly Row[], total: number, parts: readonly number[]): boolean {
  let [right, all] = [0, 0];
  for (const row of rows) {
    const printedSum = readNumber(row, total);
    const values = parts.flatMap((part) => readNumber(row, part) ?? []);
    if (printedSum === undefined || values.length < parts.length) continue;
    if (values.filter(({ digits }) => digits !== 0n).length < 2) continue;
    all += 1;
    if (formatDecimal(values.reduce(addDecimals, zero)) === formatDecimal(printedSum)) right += 1;
  }
  return all >= fewestRows && right >= all * rightShare;
}

/** Finds the parts of a sum among the columns after it, or before it. */
function findParts(
  rows: readonly Row[],
  total: number,
  numeric: ReadonlySet<number>,
): readonly number[] | undefined {
  for (const step of [1, -1]) {
    const parts: number[] = [];
    while (parts.length < mostParts && numeric.has(total + step * (parts.length + 1))) {
      parts.push(total + step * (parts.length + 1));
      if (parts.length >= 2 && isSum(rows, total, parts)) return parts;
    }
  }
  return undefined;
}

/**
 * Finds the columns that are the sum of at least two columns beside them in nearly all rows, as a
 * budget is of its private and public shares.
 * @param columns - the indexes of the columns of numbers
 */
export function findSumColumns(
  rows: readonly Row[],
  columns: readonly number[],
): readonly SumColumn[] {
  const numeric = new Set(columns);
  const some = rows.slice(0, comparedRows);
  return columns.flatMap((total) => {
    const parts = findParts(some, total, numeric);
    return parts === undefined ? [] : [{ total, parts }];
  });
}
