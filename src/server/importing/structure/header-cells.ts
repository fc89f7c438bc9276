import { headerHits } from '#server/importing/columns/match.ts';
import { periodDate } from '#server/importing/cells/period-date.ts';
import { parseNumber } from '#server/importing/cells/number.ts';
import type { Cell, Row } from '#server/importing/files/table.ts';
import { isValue } from './value-columns.ts';

const yearOf = (cell: Cell): number | undefined => {
  const text = String(cell).trim();
  return /^(?:19|20)\d\d$/.test(text) ? Number(text) : undefined;
};
/** Years side by side, each the next of the one before, or one year among words that are known for headers: names of columns, as no row of data has them. */
function areYearNames({ cells }: Row): boolean {
  const years = cells.flatMap((cell) => yearOf(cell) ?? []);
  if (years.length === 1) {
    const [hits, others] = [headerHits(cells), cells.filter((cell) => cell !== '').length - 1];
    return hits >= 2 && hits * 2 >= others;
  }
  return years.length >= 2 && years.every((year, i) => i === 0 || year === (years[i - 1] ?? 0) + 1);
}
/** 2026年计划, 2022年一季度, Q1 2025, FY2027: the name of a column as often as a date. */
const isPeriodName = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  parseNumber(cell).kind !== 'value' &&
  (/季度|四半期|半年|Q[1-4]|计划|計画|계획|plan/i.test(cell) || periodDate(cell.trim()) !== undefined);

/** Whether a row holds data: a number or a day that is no name of a column. */
export function hasDatum(row: Row): boolean {
  const named = areYearNames(row);
  return row.cells.some((cell) => isValue(cell) && !isPeriodName(cell) && !(named && yearOf(cell) !== undefined));
}

/** The rows with years that name columns as texts. */
export const withYearNames = (rows: readonly Row[]): Row[] =>
  rows.map((row) =>
    row.cells.some((cell) => typeof cell === 'number') && areYearNames(row)
      ? { ...row, cells: row.cells.map((cell) => (yearOf(cell) === undefined ? cell : String(cell))) }
      : row,
  );
