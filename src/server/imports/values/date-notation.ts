import { compact } from '#domain/values/compact.ts';
import type { Cell } from '#server/imports/read/table.ts';
import { convertCalendar, findCalendar, type Calendar } from './calendars.ts';
import { findMonthLanguage, writeEnglishMonths } from './month-language.ts';
import { findShortYears, writeLongYear, type ShortYears } from './short-years.ts';

/** How a column writes its days, where a cell alone does not tell. */
export interface DateNotation {
  /** The calendar of its days, if it is not the Gregorian one. */
  readonly calendar?: Calendar;
  /** The language of its months, if their names mean other months elsewhere. */
  readonly language?: string;
  /** What two digits mean, if the column proves it. */
  readonly shortYears?: ShortYears;
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
    calendar: findCalendar(cells, header, evidence),
    language: findMonthLanguage(cells, evidence),
    shortYears: findShortYears(cells),
  });
}

/** Writes a day of a column as `parseDate` reads it. Other cells stay as written. */
export function writeUsualDate(cell: Cell, { calendar, language, shortYears }: DateNotation): Cell {
  const inEnglish = language === undefined ? cell : writeEnglishMonths(cell, language);
  if (calendar !== undefined) return convertCalendar(inEnglish, calendar);
  return typeof inEnglish === 'string' ? writeLongYear(inEnglish, shortYears ?? {}) : inEnglish;
}
