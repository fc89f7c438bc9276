import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import type { Language } from '#domain/values/language.ts';
import { toDataColumns } from '#server/exports/formats/table-columns.ts';

/** Writes a cell of CSV, in quotes where it needs them. */
export const quoteCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/**
 * Writes the rows of a figure as CSV: headers in the first line, exact values, ISO dates. A missing
 * value is an empty cell, and a column of its own has the reason. A column of ids precedes that of
 * their labels. Unit and day have columns of their own. `excel` adds the byte order mark and
 * escapes text that would run as a formula.
 */
export function toCsv(
  table: ChartTable,
  words: ChartWords,
  options: { readonly excel: boolean; readonly language: Language },
): string {
  const { headers, rows } = toDataColumns(table, words);
  const cell = (text: string | null): string =>
    quoteCell(text === null ? '' : options.excel ? spreadsheetSafe(text) : text);
  const lines = [
    headers.map(({ id, label }) => cell(options.excel ? label : id)),
    ...rows.map((row) => row.map(cell)),
  ].map((line) => line.join(','));
  return `${options.excel ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
