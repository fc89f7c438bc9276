import { compact } from '#domain/values/compact.ts';
import type { ChartWords } from '#charts/kit/definition.ts';
import { asPercent, type ChartTable, type TableColumn } from '#charts/kit/table.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { type FigureStamp, filtersInWords } from '#charts/kit/frame/stamp.ts';
import { formatDate } from '#domain/values/format.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import type { Language } from '#domain/values/language.ts';
import { dataStatusTerms, illustrativeLabel } from '#domain/labels/index.ts';
import { makeZip } from '#server/exports/formats/zip/zip-parts.ts';
import { sheetLabels } from '#server/exports/formats/labels/index.ts';
import { heading, putDefinitions, putFacts, severalLines } from './definitions-sheet.ts';
import { columnCurrency, type FigureTable, type FigureUnits, findUnits } from './figure-units.ts';
import { numberFormat, wholeFormat } from './number-formats.ts';
import { hasRowUnits, isCountCell, isInRowUnit, unitColumn, writeRowUnit } from './row-units.ts';
import type { CellLook } from './styles.ts';
import { type Sheet, type SheetCell, XlsxWriter } from './xlsx-writer.ts';

const indentedLines: CellLook = { wrap: true, indent: true };
const oneLine: CellLook = {};
const plainFormat = (value: string, { digits }: TableColumn): string =>
  digits === undefined || digits === 0 ? numberFormat(value) : `#,##0.${'0'.repeat(digits)}`;

/** Whether a column of words or days comes right after a column of numbers. */
const isAfterNumber = ({ columns }: ChartTable, at: number): boolean =>
  columns[at]?.kind !== 'number' && columns[at - 1]?.kind === 'number';

/** Chooses the look of words and days. Texts that only files have are too long for several lines. */
const lookOf = (table: ChartTable, at: number): CellLook => {
  if (table.columns[at]?.in_files === true) return oneLine;
  return isAfterNumber(table, at) ? indentedLines : severalLines;
};

function makeCell(
  { table, words, language }: FigureTable,
  units: FigureUnits,
  at: number,
  row: readonly (string | null)[],
): SheetCell {
  const [value, column] = [row[at] ?? null, table.columns[at]];
  if (value === null || column === undefined) return null;
  if (at === unitColumn(table))
    return { text: writeRowUnit(table, units.row(row), value, language), look: lookOf(table, at) };
  if (column.kind === 'date') return { day: value, look: lookOf(table, at) };
  if (column.kind !== 'number') return { text: value, look: lookOf(table, at) };
  const unit = units.columns[at] ?? (isInRowUnit(column) ? units.row(row) : undefined);
  const isWhole = isCountCell({ table, words }, column, row);
  const format = (number: string): string => (isWhole ? wholeFormat : plainFormat(number, column));
  if (unit === undefined) return { number: value, look: { format: format(value) } };
  const number = scaleByTen(value, -unit.power);
  const isMoney = columnCurrency(words, column) !== undefined || units.columns[at] === undefined;
  return {
    number,
    look: { format: isMoney ? numberFormat(number) : format(number) },
  };
}

/** Makes the heading of a column with the unit of its cells. */
function writeHead({ table, language }: FigureTable, units: FigureUnits, at: number): string {
  const { columns } = table;
  if (at === unitColumn(table) && hasRowUnits(table)) return sheetLabels[language].unit;
  const { label = '', unit } = columns[at] ?? {};
  const word = units.columns[at]?.word ?? unit ?? '';
  if (word === '' || label.includes(word)) return label;
  return language === 'en' ? `${label} (${word})` : `${label}（${word}）`;
}

/**
 * Whether the unit of a drawing is that of all figures of its sheet. It is not where each row names
 * its unit, or where a drawing of shares has a sheet with counts.
 */
const hasOneUnit = (table: ChartTable, { unit }: ChartWords): boolean =>
  unit !== '' && unit !== asPercent.unit && unitColumn(table) < 0;

/** Lists the labelled facts of a figure: unit, day, source, status and filters. */
function listFacts(
  { table, words, language }: FigureTable,
  stamp: FigureStamp | undefined,
): readonly (readonly [string, string])[] {
  const text = sheetLabels[language];
  return [
    ...(hasOneUnit(table, words) ? [[text.unit, words.unit] as const] : []),
    [text.asOf, formatDate(words.as_of, language, 'long')],
    [text.source, words.source],
    [text.status, dataStatusTerms[words.data_status][language]],
    ...(stamp === undefined
      ? []
      : filtersInWords(stamp, language).map((filter) => [text.filter, filter] as const)),
  ];
}

/** The most characters of a column: longer texts have several lines. */
const mostWidth = 40;

/**
 * Computes column widths in characters from the headings and the first texts. The names of the facts
 * are in the first column.
 */
function columnWidths(
  figure: FigureTable,
  units: FigureUnits,
  facts: readonly (readonly [string, string])[],
): number[] {
  const { table, language } = figure;
  const characterWidth = language === 'en' ? 1 : 1.9;
  return table.columns.map((column, at) => {
    const isUnit = at === unitColumn(table);
    const write = (row: readonly (string | null)[]): string => {
      const text = row[at] ?? '';
      return isUnit && text !== '' ? writeRowUnit(table, units.row(row), text, language) : text;
    };
    const texts = column.kind === 'text' ? table.rows.slice(0, 200).map(write) : [];
    const names = at === 0 ? facts.map(([name]) => name) : [];
    const widths = [writeHead(figure, units, at), ...names, ...texts].map(
      (one) => [...one].length * characterWidth + 2,
    );
    return Math.min(mostWidth, Math.max(14, ...widths));
  });
}

/** Counts the first columns, which tell rows apart: the group and, after it, side and unit. */
function countNames({ columns }: ChartTable): number {
  const unit = columns.findIndex(({ id }) => id === 'unit');
  const before = columns.slice(0, Math.max(0, unit));
  const namesRow = unit <= 2 && before.every(({ kind }) => kind === 'text');
  return namesRow ? Math.max(1, unit + 1) : 1;
}

/** Writes the headings and the rows of a table. */
function putTable(sheet: Sheet, figure: FigureTable, units: FigureUnits): void {
  const { table } = figure;
  sheet.row(
    table.columns.map((column, at) => ({
      text: writeHead(figure, units, at),
      look: {
        ...heading,
        ...compact({
          right: column.kind === 'number' ? true : undefined,
          indent: isAfterNumber(table, at) ? true : undefined,
        }),
      },
    })),
  );
  for (const row of table.rows)
    sheet.row(table.columns.map((_, at) => makeCell(figure, units, at, row)));
}

/** Writes a sheet of rows alone, whose first row has their headings: Excel makes a pivot table of it. */
function putPivotRows(writer: XlsxWriter, figure: FigureTable): void {
  const units = findUnits(figure);
  const sheet = writer.sheet({
    name: sheetLabels[figure.language].pivot_rows,
    widths: columnWidths(figure, units, []),
    frozen: { rows: 1, columns: 0 },
    filterRow: 1,
  });
  putTable(sheet, figure, units);
  sheet.end(figure.table.rows.length === 0);
}

/** Writes the first sheet: the facts of the figure and its rows. */
function putData(
  writer: XlsxWriter,
  figure: FigureTable,
  facts: readonly (readonly [string, string])[],
): void {
  const { table, words, language } = figure;
  const { separator } = kitLabels[language];
  const units = findUnits(figure);
  const illustrative = words.data_status === 'illustrative';
  const above = facts.length + (illustrative ? 1 : 0) + 3;
  const data = writer.sheet({
    name: sheetLabels[language].data,
    widths: columnWidths(figure, units, facts),
    frozen: { rows: above, columns: countNames(table) },
    filterRow: above,
    head: [words.title, facts.map((fact) => fact.join(kitLabels[language].colon)).join(separator)],
  });
  data.row([{ text: words.title, look: { large: true } }]);
  if (illustrative)
    data.row([{ text: illustrativeLabel[language], look: { band: true, bold: true } }]);
  putFacts(data, facts);
  data.row([]);
  putTable(data, figure, units);
  const isEmpty = table.rows.length === 0;
  if (isEmpty) data.row([{ text: sheetLabels[language].no_rows }]);
  data.end(isEmpty);
}

/** Drops the columns of words that are empty in every row: names of no project, notes on nothing. */
function dropEmptyTexts(table: ChartTable): ChartTable {
  const { columns, rows } = table;
  const isFilled = columns.map(
    ({ kind }, at) =>
      kind !== 'text' || rows.length === 0 || rows.some((row) => (row[at] ?? '') !== ''),
  );
  return {
    ...table,
    columns: columns.filter((_, at) => isFilled[at]),
    rows: rows.map((row) => row.filter((_, at) => isFilled[at])),
  };
}

/** The provenance of a figure, and the rights to its data. */
interface FigureOrigin {
  readonly stamp?: FigureStamp | undefined;
  /** The licence and the data that is left out, each as label and text. */
  readonly rights?: readonly (readonly [string, string])[];
  /** The rows without sums, for pivot tables. */
  readonly rows?: ChartTable | undefined;
}

/**
 * Writes the rows of a figure as a workbook: exact numbers in the unit of their heading or row,
 * days as dates, and texts that never run as formulas. Equal inputs give equal bytes.
 */
export function toXlsx(
  table: ChartTable,
  words: ChartWords,
  language: Language,
  { stamp, rights = [], rows }: FigureOrigin = {},
): Uint8Array<ArrayBuffer> {
  const moment = stamp?.made_at ?? `${words.as_of}T00:00:00.000Z`;
  const figure = { table: dropEmptyTexts(table), words, language };
  const facts = [...listFacts(figure, stamp), ...rights];
  return makeZip(moment, (into) => {
    const writer = new XlsxWriter(into, { title: words.title, author: 'Headway', moment });
    putData(writer, figure, facts);
    putDefinitions(writer, figure, facts, stamp);
    if (rows !== undefined) putPivotRows(writer, { table: rows, words, language });
    writer.end();
  });
}
