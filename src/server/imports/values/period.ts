import type { Month } from '#domain/values/date.ts';
import { parseDate } from './date.ts';
import { isMonthName } from './month-names.ts';
import { parsePeriodDate } from './period-date.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import { isInList, totalWords } from '#server/imports/vocabulary/words.ts';

/** The period of each row of a series. */
export type PeriodKind = 'month' | 'quarter' | 'year';

/** A named month before a year of two digits, as spreadsheets write it: Jan-26. */
const shortMonth = /^([\p{L}\p{M}]{3,12})\.?[\s/-]*['’]?([1-4]\d)$/u;
/** A month of statistical offices, 2026M01, and a Chinese month with a short year, 26年1月. */
const markedMonth = /^(?:(\d{4})-?M|(\d{2})年)(\d{1,2})月?$/iu;

/** A named month after its year: 2026. szeptember, 2026 m. rugsėjis, 2026. gada septembris. */
const yearFirst =
  /^(\d{4})\.?\s*(?:m\.|gada|r\.|г\.)?\s*([\p{L}\p{M}]{3,12})\.?(?:\s+(?:hó|mėn\.?))?$/u;

/**
 * Writes the year of a month after its name, with four digits. A month alone has no day that the
 * digits may be.
 */
function writeYearOfMonth(text: string): string {
  const [, name = '', digits] = shortMonth.exec(text) ?? [];
  if (digits !== undefined && isMonthName(name)) return `${name} 20${digits}`;
  const [, before, named = ''] = yearFirst.exec(text) ?? [];
  if (before !== undefined && isMonthName(named)) return `${named} ${before}`;
  const [, year, short, month] = markedMonth.exec(text) ?? [];
  return month === undefined ? text : `${year ?? `20${short}`}-${month.padStart(2, '0')}`;
}

/**
 * Parses the month of a cell such as 2021-03, 2021年3月, 2021/3/31, Q1 2021, Jan-21, 2021M03.
 * @returns undefined for any other cell
 */
export function parseMonth(cell: Cell): Month | undefined {
  const text = typeof cell === 'string' ? writeYearOfMonth(cell.normalize('NFKC').trim()) : cell;
  const date = parseDate(text);
  return date.kind === 'date' && date.precision !== 'year' ? date.date.slice(0, 7) : undefined;
}

/** Parses a cell that holds only a year as its December. */
function parseYear(cell: Cell): Month | undefined {
  const date = parseDate(cell);
  return date.kind === 'date' && date.precision === 'year' ? date.date.slice(0, 7) : undefined;
}

/**
 * Parses the month of a series cell: the last month of a quarter, the December of a year.
 * @returns undefined for a cell that is no period
 */
export const parsePeriodMonth = (cell: Cell, kind: PeriodKind): Month | undefined =>
  kind === 'year' ? parseYear(cell) : parseMonth(cell);

const isQuarter = (cell: Cell): boolean =>
  typeof cell === 'string' &&
  /Q|T\d|\dT|季|四半期|분기|кв|kv|kw|trim|quart/i.test(cell) &&
  parsePeriodDate(cell.normalize('NFKC').trim()) !== undefined;

/** Lists the cells of a column of periods that are filled and head no total. */
const listPeriodCells = (rows: readonly Row[], index: number): Cell[] =>
  rows.flatMap(({ cells }) => {
    const cell = cells[index] ?? '';
    return cell === '' || isInList(totalWords, String(cell)) ? [] : [cell];
  });

/** Measures the share of a column's cells that are months or years. @returns from 0 to 1 */
export function measurePeriodShare(
  rows: readonly Row[],
  index: number,
  kind: 'month' | 'year',
): number {
  const filledCells = listPeriodCells(rows, index);
  return filledCells.length === 0
    ? 0
    : filledCells.filter((cell) => parsePeriodMonth(cell, kind) !== undefined).length /
        filledCells.length;
}

/** Finds the most frequent kind of period in a column. */
export function findPeriodKind(rows: readonly Row[], index: number): PeriodKind {
  if (measurePeriodShare(rows, index, 'year') > 0.5) return 'year';
  const filledCells = listPeriodCells(rows, index);
  return filledCells.length > 0 && filledCells.filter(isQuarter).length / filledCells.length > 0.5
    ? 'quarter'
    : 'month';
}

const yearHeaders =
  /^(?:years?|calendar year|fiscal year|fy|年份?|年度|jahr|ann[ée]e|a[ñn]o|ano|anno|rok|год|연도|năm|ปี|tahun|yıl|år|jaar)$/i;
/** Whether a heading is over years. */
export const isYearHeader = (text: string): boolean =>
  yearHeaders.test(text.normalize('NFKC').trim());
