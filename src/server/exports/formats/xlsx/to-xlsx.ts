import { compact } from '#domain/values/compact.ts';
import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { type FigureStamp, filtersInWords, madeInWords } from '#charts/kit/frame/stamp.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { dataStatusTerms, illustrativeLabel } from '#domain/labels/index.ts';
import { makeZip } from '#server/exports/formats/zip/zip-parts.ts';
import { sheetWords } from '#server/exports/formats/sheet-labels.ts';
import { moneyFormat, numberFormat } from './number-formats.ts';
import { type SheetCell, XlsxWriter } from './xlsx-writer.ts';

const heading = { bold: true, line: true } as const;
/** Amounts from this value on are shown in 亿元 or CN¥ bn, smaller ones in 万元 or CN¥ mn. */
const largeFrom = 1e8;

/** Finds the unit of a number: from its row when a column names it, else from the figure. */
function findUnit(
  table: ChartTable,
  words: ChartWords,
  column: TableColumn,
  row: readonly (string | null)[],
): string | undefined {
  if (column.kind !== 'number') return undefined;
  if (column.currency !== undefined) return column.currency;
  if (column.unit !== undefined) return words.exact_unit;
  // Counts and shares define their decimals. A column without them is in the unit of its row.
  if (column.digits !== undefined) return undefined;
  const at = table.columns.findIndex(({ id }) => id === 'currency' || id === 'unit');
  return row[at] ?? undefined;
}

const plainFormat = (value: string, { digits }: TableColumn): string =>
  digits === undefined || digits === 0 ? numberFormat(value) : `#,##0.${'0'.repeat(digits)}`;

function makeCell(
  table: ChartTable,
  words: ChartWords,
  at: number,
  row: readonly (string | null)[],
  large: boolean,
  language: Language,
): SheetCell {
  const [value, column] = [row[at] ?? null, table.columns[at]];
  if (value === null || column === undefined) return null;
  if (column.kind === 'date') return { day: value };
  if (column.kind !== 'number') return { text: value };
  const unit = findUnit(table, words, column, row);
  return {
    number: value,
    look: {
      format:
        unit !== undefined && isCurrency(unit)
          ? moneyFormat(unit, language, large)
          : plainFormat(value, column),
    },
  };
}

/**
 * Makes the heading of a column. It includes the unit unless the number format shows it, as for
 * money.
 */
const headed = (table: ChartTable, words: ChartWords, column: TableColumn): string => {
  const unit = column.unit ?? '';
  const money = isCurrency(findUnit(table, words, column, []) ?? '');
  return unit === '' || money || column.label.includes(unit)
    ? column.label
    : `${column.label} (${unit})`;
};

/** Lists the labelled facts of a figure: unit, day, source, status and filters. */
function listFacts(
  words: ChartWords,
  language: Language,
  stamp: FigureStamp | undefined,
): readonly (readonly [string, string])[] {
  const text = sheetWords[language];
  return [
    [text.unit, words.unit],
    [text.asOf, formatDate(words.as_of, language, 'long')],
    [text.source, words.source],
    [text.status, dataStatusTerms[words.data_status][language]],
    ...(stamp === undefined
      ? []
      : filtersInWords(stamp, language).map((filter) => [text.filter, filter] as const)),
  ];
}

interface FigureTable {
  readonly table: ChartTable;
  readonly words: ChartWords;
  readonly language: Language;
}

/** Computes column widths in characters from the headings and the first texts. */
function columnWidths({ table, words, language }: FigureTable): number[] {
  const characterWidth = language === 'en' ? 1 : 1.9;
  return table.columns.map((column, at) => {
    const texts =
      column.kind === 'text' ? table.rows.slice(0, 200).map((row) => row[at] ?? '') : [];
    const widths = [headed(table, words, column), ...texts].map(
      (one) => [...one].length * characterWidth + 2,
    );
    return Math.min(60, Math.max(14, ...widths));
  });
}

const putFacts = (
  sheet: ReturnType<XlsxWriter['sheet']>,
  facts: readonly (readonly [string, string])[],
): void => {
  for (const [name, value] of facts)
    sheet.row([{ text: name, look: { bold: true } }, { text: value }]);
};

/** Writes the first sheet: the facts of the figure and its rows. */
function putData(
  writer: XlsxWriter,
  figure: FigureTable,
  facts: readonly (readonly [string, string])[],
): void {
  const { table, words, language } = figure;
  const illustrative = words.data_status === 'illustrative';
  const above = facts.length + (illustrative ? 1 : 0) + 3;
  const data = writer.sheet({
    name: sheetWords[language].data,
    widths: columnWidths(figure),
    frozen: { rows: above, columns: 1 },
    filterRow: above,
  });
  data.row([{ text: words.title, look: { large: true } }]);
  if (illustrative)
    data.row([{ text: illustrativeLabel[language], look: { band: true, bold: true } }]);
  putFacts(data, facts);
  data.row([]);
  data.row(
    table.columns.map((column) => ({
      text: headed(table, words, column),
      look: { ...heading, ...compact({ right: column.kind === 'number' ? true : undefined }) },
    })),
  );
  const large = table.columns.map((_, at) =>
    table.rows.some((row) => Math.abs(Number(row[at] ?? 0)) >= largeFrom),
  );
  for (const row of table.rows)
    data.row(
      table.columns.map((_, at) => makeCell(table, words, at, row, large[at] ?? false, language)),
    );
  data.end();
}

/** Writes the second sheet: definitions, columns and provenance. */
function putDefinitions(
  writer: XlsxWriter,
  { table, words, language }: FigureTable,
  facts: readonly (readonly [string, string])[],
  stamp: FigureStamp | undefined,
): void {
  const text = sheetWords[language];
  const about = writer.sheet({ name: text.definitions, widths: [30, 100] });
  about.row([{ text: text.definitions, look: { large: true } }]);
  for (const line of [words.subtitle, ...words.notes, text.missing, text.exact])
    about.row([{ text: line }]);
  about.row([]);
  about.row([text.columns, text.unit].map((one) => ({ text: one, look: heading })));
  for (const { id, label, unit } of table.columns)
    about.row([{ text: `${label} (${id})` }, unit === undefined ? null : { text: unit }]);
  about.row([]);
  putFacts(about, facts);
  if (stamp !== undefined) putFacts(about, [[text.made, madeInWords(stamp, language)]]);
  if (stamp?.link !== undefined) putFacts(about, [[text.view, stamp.link]]);
  about.end();
}

/**
 * Writes the rows of a figure as a workbook: exact numbers with a format in 万元, 亿元 or bn, days as
 * dates, and texts that never run. Equal inputs give equal bytes.
 */
export function toXlsx(
  table: ChartTable,
  words: ChartWords,
  language: Language,
  stamp?: FigureStamp,
): Uint8Array<ArrayBuffer> {
  const moment = stamp?.made_at ?? `${words.as_of}T00:00:00.000Z`;
  const figure = { table, words, language };
  const facts = listFacts(words, language, stamp);
  return makeZip(moment, (into) => {
    const writer = new XlsxWriter(into, { title: words.title, author: 'Headway', moment });
    putData(writer, figure, facts);
    putDefinitions(writer, figure, facts, stamp);
    writer.end();
  });
}
