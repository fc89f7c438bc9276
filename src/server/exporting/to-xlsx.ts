import writeXlsxFile, { type Cell, type SheetData } from 'write-excel-file/universal';
import type { ChartTable, ChartWords, TableColumn } from '#charts/definition.ts';
import { formatDate } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import { dataStatusTerms, illustrativeLabel } from '#domain/terms/index.ts';
import { sheetWords } from './sheet-words.ts';

const paper = '#FFF6DC';
const bold = { fontWeight: 'bold' } as const;

/** Values stand in the column's own unit (亿元, bn): Excel's formats divide by thousands only, so 亿 and 万 could not be a format. */
const numberFormat = ({ digits = 0 }: TableColumn): string => (digits > 0 ? `#,##0.${'0'.repeat(digits)}` : '#,##0.###');

/** A number, a date or a text as Excel knows them; missing is an empty cell. Shown values are the exact value in the column's unit. */
function cellOf(value: string | null, column: TableColumn): Cell {
  if (value === null) return null;
  if (column.kind === 'number') {
    const number = Number(value) / 10 ** (column.scale ?? 0);
    return Number.isFinite(number) ? { value: number, type: Number, format: numberFormat(column) } : { value, type: String };
  }
  if (column.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value >= '1900-03-01')
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  return { value, type: String };
}

const header = (column: TableColumn): string => (column.unit === undefined ? column.label : `${column.label} (${column.unit})`);

function dataSheet(table: ChartTable, words: ChartWords, language: Language): SheetData {
  const text = sheetWords[language];
  const pair = (label: string, value: string): Cell[] => [
    { value: label, ...bold },
    { value, type: String },
  ];
  return [
    [{ value: words.title, fontSize: 14, ...bold }],
    ...(words.data_status === 'illustrative' ? [[{ value: illustrativeLabel[language], backgroundColor: paper, ...bold }]] : []),
    pair(text.unit, words.unit),
    pair(text.asOf, formatDate(words.as_of, language, 'long')),
    pair(text.source, words.source),
    pair(text.status, dataStatusTerms[words.data_status][language]),
    [],
    table.columns.map((column) => ({
      value: header(column),
      bottomBorderStyle: 'thin',
      align: column.kind === 'number' ? 'right' : 'left',
      ...bold,
    })),
    ...table.rows.map((row) => table.columns.map((column, index) => cellOf(row[index] ?? null, column))),
  ];
}

function notesSheet(table: ChartTable, words: ChartWords, language: Language): SheetData {
  const text = sheetWords[language];
  return [
    [{ value: text.definitions, ...bold }],
    [{ value: words.subtitle, type: String }],
    ...words.notes.map((note): Cell[] => [{ value: note, type: String }]),
    [{ value: text.missing, type: String }],
    [],
    [
      { value: text.columns, ...bold },
      { value: text.unit, ...bold },
    ],
    ...table.columns.map(({ label, unit }): Cell[] => [
      { value: label, type: String },
      unit === undefined ? null : { value: unit, type: String },
    ]),
    [],
    [
      { value: text.source, ...bold },
      { value: words.source, type: String },
    ],
    [
      { value: text.status, ...bold },
      { value: dataStatusTerms[words.data_status][language], type: String },
    ],
  ];
}

/** The rows drawn as a workbook: numbers as numbers, dates as dates, title, unit, day, source and status above them; definitions on a second sheet. Runs in any runtime. */
export async function toXlsx(table: ChartTable, words: ChartWords, language: Language): Promise<ArrayBuffer> {
  const text = sheetWords[language];
  const width = (column: TableColumn, index: number): { width: number } => ({
    width: Math.min(
      60,
      Math.max(
        12,
        header(column).length + 2,
        ...table.rows.slice(0, 200).map((row) => (column.kind === 'text' ? [...(row[index] ?? '')].length + 2 : 0)),
      ),
    ),
  });
  const blob = await writeXlsxFile([
    { data: dataSheet(table, words, language), sheet: text.data, columns: table.columns.map(width) },
    { data: notesSheet(table, words, language), sheet: text.definitions, columns: [{ width: 60 }, { width: 40 }] },
  ]).toBlob();
  return blob.arrayBuffer();
}
