import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable } from '#charts/kit/table.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import { unitLabel } from '#domain/values/format.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { Language } from '#domain/values/language.ts';
import { toDataColumns } from '#server/exports/formats/table-columns.ts';

/** Writes a cell of CSV, in quotes where it needs them. */
export const quoteCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/** The word of a unit. Currencies keep their code, since the amounts are whole units of it. */
export const unitWord = (unit: string, language: Language): string =>
  isCurrency(unit) ? unit : unitLabel(unit, language);
/**
 * Writes the rows of a figure as CSV: headers in the first line, exact values, ISO dates. A missing
 * value is an empty cell, and a column of its own has the reason. A column of ids precedes that of
 * their labels. Unit and day have columns of their own. `excel` adds the byte order mark, has words
 * as headings and units, and escapes text that would run as a formula.
 */
export function toCsv(
  table: ChartTable,
  words: ChartWords,
  {
    excel,
    language,
    register_as_of,
  }: {
    readonly excel: boolean;
    readonly language: Language;
    readonly register_as_of: string;
  },
): string {
  const { headers, rows } = toDataColumns(table, words, register_as_of, language);
  const cell = (text: string | null): string =>
    quoteCell(text === null ? '' : excel ? spreadsheetSafe(text) : text);
  const write = (text: string | null, at: number): string =>
    cell(excel && text !== null && headers[at]?.id === 'unit' ? unitWord(text, language) : text);
  const lines = [
    headers.map(({ id, label }) => cell(excel ? label : id)),
    ...rows.map((row) => row.map(write)),
  ].map((line) => line.join(','));
  return `${excel ? '\ufeff' : ''}${lines.join('\r\n')}\r\n`;
}
