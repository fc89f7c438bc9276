import { countHeaderWords } from '#server/imports/headers/match-header.ts';
import { indicatorHeaders, isInList } from '#server/imports/vocabulary/words.ts';
import { parseDate } from '#server/imports/values/date.ts';
import { parsePeriodDate } from '#server/imports/values/period-date.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { parseMonth } from '#server/imports/values/period.ts';
import { isValue } from './value-columns.ts';

const readYear = (cell: Cell): number | undefined => {
  const text = String(cell).trim();
  return /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
};
/**
 * Whether the years of a row are column names: they are consecutive, or there is one among known
 * header words. No data row looks like this.
 */
function areYearNames({ cells }: Row): boolean {
  const years = cells.flatMap((cell) => readYear(cell) ?? []);
  if (years.length === 1) {
    const [hits, others] = [
      countHeaderWords(cells),
      cells.filter((cell) => cell !== '').length - 1,
    ];
    return hits >= 2 && hits * 2 >= others;
  }
  return years.length >= 2 && years.every((year, i) => i === 0 || year === (years[i - 1] ?? 0) + 1);
}
/** Whether a cell may name a column or be a date: 2026年计划, 2022年一季度, Q1 2025, FY2027. */
const isPeriodName = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  parseNumber(cell).kind !== 'value' &&
  (/季度|四半期|半年|Q[1-4]|计划|計画|계획|plan/i.test(cell) ||
    parsePeriodDate(cell.trim()) !== undefined);

/** Whether a row holds months in order: three, or two beside the heading of indicators. */
function areMonthNames({ cells }: Row): boolean {
  const months = cells.flatMap((cell) => {
    const date = typeof cell === 'string' ? parseDate(cell) : undefined;
    return date?.kind === 'date' && date.precision === 'month' ? [date.date] : [];
  });
  const fewest = cells.some((cell) => isInList(indicatorHeaders, String(cell))) ? 2 : 3;
  return (
    months.length >= fewest && months.every((month, i) => i === 0 || month > (months[i - 1] ?? ''))
  );
}

/** Whether a row holds data: a number or a day that is no column name. */
export function hasDatum(row: Row): boolean {
  const [years, months] = [areYearNames(row), areMonthNames(row)];
  const isName = (cell: Cell): boolean =>
    (years && readYear(cell) !== undefined) || (months && parseMonth(cell) !== undefined);
  return row.cells.some((cell) => isValue(cell) && !isPeriodName(cell) && !isName(cell));
}

/** Converts years that name columns to texts. */
export const convertYearNames = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    row.cells.some((cell) => typeof cell === 'number') && areYearNames(row)
      ? {
          ...row,
          cells: row.cells.map((cell) => (readYear(cell) === undefined ? cell : String(cell))),
        }
      : row,
  );
