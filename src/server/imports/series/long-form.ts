import type { Row } from '#server/imports/read/table.ts';
import type { HeaderColumn } from '#server/imports/structure/table-header.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import {
  findPeriodKind,
  measurePeriodShare,
  parseMonth,
  parsePeriodMonth,
} from '#server/imports/values/period.ts';

/** A table with more names than this is no list of indicators. */
const mostLabels = 40;
const textOf = (row: Row, { index }: HeaderColumn): string => String(row.cells[index] ?? '').trim();
const isNumber = (text: string): boolean => parseNumber(text).kind === 'value';

/** Whether most cells of a column are words. */
const holdsWords = (column: HeaderColumn, rows: readonly Row[]): boolean => {
  const texts = rows.map((row) => textOf(row, column)).filter(Boolean);
  return (
    texts.length > 0 &&
    texts.filter((text) => !isNumber(text) && parseMonth(text) === undefined).length >=
      texts.length * 0.8
  );
};
/** Whether a column names each row anew, as a register names its projects. */
function namesRows(column: HeaderColumn, rows: readonly Row[]): boolean {
  const texts = rows.map((row) => textOf(row, column)).filter(Boolean);
  return holdsWords(column, rows) && new Set(texts).size > texts.length / 2;
}

/**
 * Finds the column whose words repeat in each period: every period has each of them once at most.
 *
 * @param rows - the first rows of the table
 * @returns undefined if no column does so, or if another one names each row
 */
export function findLabelColumn(
  columns: readonly HeaderColumn[],
  period: HeaderColumn,
  rows: readonly Row[],
): HeaderColumn | undefined {
  const others = columns.filter(({ index }) => index !== period.index);
  const kind = findPeriodKind(rows, period.index);
  if (others.some((column) => namesRows(column, rows))) return undefined;
  return others.find((column) => {
    const pairs = rows.flatMap((row) => {
      const [text, label] = [textOf(row, period), textOf(row, column)];
      const month = parsePeriodMonth(row.cells[period.index] ?? '', kind);
      return month === undefined || label === '' ? [] : [{ text, month, label }];
    });
    const labels = new Set(pairs.map(({ label }) => label));
    const months = new Set(pairs.map(({ month }) => month));
    // a month is written in one way: a register has several days of it
    const texts = new Set(pairs.map(({ text }) => text));
    return (
      holdsWords(column, rows) &&
      labels.size >= 2 &&
      labels.size <= mostLabels &&
      months.size >= 2 &&
      texts.size === months.size &&
      pairs.length >= labels.size * 2 &&
      pairs.length >= months.size * 1.5 &&
      new Set(pairs.map(({ month, label }) => `${month} ${label}`)).size === pairs.length
    );
  });
}

/**
 * Finds a column of months under a heading in any language, beside words that repeat in each month.
 *
 * @param rows - the first rows of the table
 * @returns undefined for any other table
 */
export const findRepeatedPeriod = (
  columns: readonly HeaderColumn[],
  rows: readonly Row[],
): HeaderColumn | undefined =>
  columns.find(
    (column) =>
      measurePeriodShare(rows, column.index, 'month') >= 0.8 &&
      findLabelColumn(columns, column, rows) !== undefined,
  );
