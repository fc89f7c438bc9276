import type { Language } from '#domain/values/language.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import type { FileColumn, FileRow } from '#server/exports/tables/table.ts';

const quote = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/** For the clean form: exact values, ids as headings. For Excel: words as headings, and no text that would be run. */
export interface CsvForm {
  readonly excel: boolean;
  readonly language: Language;
}

/** The byte order mark by which Excel knows UTF-8, then the headings in the first line. */
export const csvHead = (columns: readonly FileColumn[], { excel, language }: CsvForm): string =>
  `${excel ? '\ufeff' : ''}${csvLine(
    columns.map(({ id, label }) => (excel ? label[language] : id)),
    excel,
  )}`;

/** One row; a missing value is an empty field. */
export const csvLine = (row: FileRow, excel: boolean): string =>
  `${row.map((value) => (value === null ? '' : quote(excel ? spreadsheetSafe(value) : value))).join(',')}\r\n`;
