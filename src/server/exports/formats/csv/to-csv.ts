import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import type { Language } from '#domain/values/language.ts';
import { toColumns } from '#server/exports/formats/table-columns.ts';

const quote = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/**
 * The rows drawn as CSV: header in the first line, exact values, ISO dates, an empty cell for what
 * is missing, with its
 * reason in the status column; unit and as-of stand in columns of their own. `excel` adds the byte
 * order mark and keeps
 * text from being run as a formula.
 */
export function toCsv(
  table: ChartTable,
  words: ChartWords,
  options: { readonly excel: boolean; readonly language: Language },
): string {
  const { headers, rows } = toColumns(table, words);
  const cell = (text: string | null): string =>
    quote(text === null ? '' : options.excel ? spreadsheetSafe(text) : text);
  const lines = [
    headers.map(({ id, label }) => cell(options.excel ? label : id)),
    ...rows.map((row) => row.map(cell)),
  ].map((line) => line.join(','));
  return `${options.excel ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
