import { compact } from '#domain/values/compact.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { convertCalendar, findCalendar, type Calendar } from './calendars.ts';
import { findMonthLanguage, writeEnglishMonths } from './month-language.ts';
import { isMonthName } from './month-names.ts';

/** How a column writes its days, where a cell alone does not tell. */
export interface DateNotation {
  /** The calendar of its days, if it is not the Gregorian one. */
  readonly calendar?: Calendar;
  /** The language of its months, if their names mean other months elsewhere. */
  readonly language?: string;
  /** Whether Dec-27 is in 2027. */
  readonly hasShortYears?: true;
}

/** A named month before two digits: Dec-27, abr. 30. */
const shortMonth = /^([\p{L}\p{M}]{3,12})\.?[\s/-]*'?(\d{2})$/u;
/** The years after 2000 that short years of a register may mean. */
const years = { first: 10, last: 49 };
/** The fewest cells that prove short years. */
const fewestCells = 3;
const lastDays: ReadonlySet<number> = new Set([28, 29, 30, 31]);

/**
 * Whether the two digits after named months are years: none is too small, they differ, and they are
 * not only last days of months. Days of months would lie between 1 and 31.
 */
function haveShortYears(cells: readonly Cell[]): boolean {
  const numbers = cells.flatMap((cell) => {
    const [, name = '', digits] = shortMonth.exec(String(cell).normalize('NFKC').trim()) ?? [];
    return digits !== undefined && isMonthName(name) ? [Number(digits)] : [];
  });
  return (
    numbers.length >= fewestCells &&
    new Set(numbers).size > 1 &&
    numbers.every((number) => number >= years.first && number <= years.last) &&
    !numbers.every((number) => lastDays.has(number))
  );
}

/** The words around a column that show how it writes its days. */
export interface NotationOptions {
  readonly header: string;
  /** Returns words of the file, which show its language. */
  readonly evidence: () => string;
}
/** Finds how a column writes its days, by its cells, its header and the words of the file. */
export function findDateNotation(
  cells: readonly Cell[],
  { header, evidence }: NotationOptions,
): DateNotation {
  return compact({
    calendar: findCalendar(cells, header),
    language: findMonthLanguage(cells, evidence),
    hasShortYears: haveShortYears(cells) ? (true as const) : undefined,
  });
}

/** Writes a day of a column as `parseDate` reads it. Other cells stay as written. */
export function writeUsualDate(
  cell: Cell,
  { calendar, language, hasShortYears }: DateNotation,
): Cell {
  const inEnglish = language === undefined ? cell : writeEnglishMonths(cell, language);
  if (calendar !== undefined) return convertCalendar(inEnglish, calendar);
  return hasShortYears === true && typeof inEnglish === 'string'
    ? inEnglish.normalize('NFKC').trim().replace(shortMonth, '$1 20$2')
    : inEnglish;
}
