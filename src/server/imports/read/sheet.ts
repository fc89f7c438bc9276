import { compact } from '#domain/values/compact.ts';
import { refused, unreadable } from './failure.ts';
import { limits } from './limits.ts';
import { Colours } from './colours.ts';
import { FormatWords } from './number-format-words.ts';
import { cellTooLong, RowSink } from './row-sink.ts';
import { columnLetter, createPool, type Cell, type Merge, type Table } from './table.ts';
import { unescapeX, type SheetEntry, type Workbook } from './workbook.ts';
import { readXml } from './xml.ts';
import { enough, type ZipArchive } from './zip.ts';

const EXCEL_COLUMNS = 16_384;
const EXCEL_ROWS = 1_048_576;

/** `AB12` as 0-based column and row from 1; undefined for what is no reference. */
export function parseReference(
  ref: string,
): { readonly column: number; readonly row: number } | undefined {
  const m = /^\$?([A-Za-z]{1,7})\$?(\d{1,10})$/.exec(ref);
  if (!m) return undefined;
  let column = 0;
  for (const c of (m[1] as string).toUpperCase()) column = column * 26 + c.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(m[2]) };
}

/** The day of an Excel serial number as an ISO date; 29 February 1900, which Excel believes in, comes out as that. */
export function serialDate(serial: number, date1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > 2_958_465) return undefined;
  const day = Math.floor(serial);
  if (!date1904 && day === 60) return '1900-02-29';
  const base = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(base + day * 86_400_000).toISOString().slice(0, 10);
}

function parseMerge(ref: string, sheet: string): Merge | undefined {
  const [a, b] = ref.split(':');
  const from = parseReference(a ?? '');
  const to = parseReference(b ?? a ?? '');
  if (!from || !to || to.column >= EXCEL_COLUMNS || to.row > EXCEL_ROWS)
    throw unreadable('bad_reference', { ref: ref.slice(0, 40) }, { sheet });
  const right = Math.min(to.column, limits.columns - 1);
  const bottom = Math.min(to.row, limits.rows);
  if (from.column > right || from.row > bottom) return undefined;
  if ((right - from.column + 1) * (bottom - from.row + 1) > limits.cells)
    throw refused('merge_too_large', { ref: ref.slice(0, 40) }, { sheet });
  return { top: from.row, left: from.column, bottom, right };
}

/** A typed number; Excel keeps 15 digits, so later ones are noise of the binary form. */
function numberCell(raw: string, style: string | undefined, book: Workbook): Cell {
  const n = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(n)) return raw.trim();
  const kind = style === undefined ? 'number' : (book.styles[Number(style)] ?? 'number');
  if (kind === 'date') return serialDate(n, book.date1904) ?? raw;
  if (typeof kind === 'object' && 'digits' in kind && Number.isInteger(n) && n >= 0)
    return `${kind.prefix}${String(n).padStart(kind.digits, '0')}`;
  const shift = typeof kind === 'object' && 'shift' in kind ? kind.shift : 0;
  const exact = Number((n / 10 ** shift).toPrecision(15));
  return kind === 'percent' ? `${Number((exact * 100).toPrecision(13))}%` : exact;
}

/** The words of a currency in the format of a cell. */
function wordsOf(style: string | undefined, book: Workbook): string | undefined {
  const kind = style === undefined ? undefined : book.styles[Number(style)];
  return typeof kind === 'object' && 'words' in kind ? kind.words : undefined;
}

/** Reads one sheet, at most `maxRows` rows with content. */
export function readSheet(
  zip: ZipArchive,
  book: Workbook,
  entry: SheetEntry,
  options: {
    readonly maxRows?: number;
    readonly onShare?: (share: number, rows: number) => void;
  } = {},
): Table {
  const sink = new RowSink(entry.name);
  const pool = createPool();
  const merges: Merge[] = [];
  const hidden: number[] = [];
  const hiddenColumns: number[] = [];
  const colours = new Colours();
  const words = new FormatWords();
  const uncomputed: { row: number; column: number }[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let seen = 0;
  let type = '';
  let style: string | undefined;
  let text = '';
  let taking = false;
  let formula: 'none' | 'empty' = 'none';
  let phonetic = 0;

  const openRow = (r: string | undefined): void => {
    const number = r === undefined ? row + 1 : Number(r);
    if (!Number.isInteger(number) || number < 1 || number > EXCEL_ROWS)
      throw unreadable('bad_reference', { ref: String(r).slice(0, 40) }, { sheet: entry.name });
    if (number <= row)
      throw unreadable('rows_out_of_order', {}, { sheet: entry.name, row: number });
    row = number;
    cells = [];
    column = -1;
  };
  const openCell = (a: Readonly<Record<string, string>>): void => {
    if (a.r === undefined) column += 1;
    else {
      const ref = parseReference(a.r);
      if (!ref || ref.column >= EXCEL_COLUMNS || ref.row !== row)
        throw unreadable('bad_reference', { ref: a.r.slice(0, 40) }, { sheet: entry.name, row });
      column = ref.column;
    }
    seen += 1;
    if (seen > limits.cells)
      throw refused('too_many_cells', { limit: limits.cells }, { sheet: entry.name, row });
    type = a.t ?? 'n';
    style = a.s;
    text = '';
    formula = 'none';
  };
  const hideColumns = (a: Readonly<Record<string, string>>): void => {
    if (a.hidden !== '1' && a.hidden !== 'true') return;
    const last = Math.min(Number(a.max), limits.columns);
    for (let c = Math.max(1, Number(a.min)); c <= last; c += 1) hiddenColumns.push(c - 1);
  };
  const shared = (): string => {
    const place = {
      sheet: entry.name,
      row,
      column: columnLetter(column),
      value: text.slice(0, 40),
    };
    if (!book.strings) throw unreadable('shared_strings_missing', {}, place);
    const value = book.strings[Number(text)];
    if (value === undefined)
      throw unreadable('shared_string_unknown', { index: text.slice(0, 20) }, place);
    return value;
  };
  const value = (): Cell => {
    if (type === 's') return text === '' ? '' : shared();
    if (type === 'inlineStr' || type === 'str') return pool(unescapeX(text));
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return text.slice(0, 10);
    return type === 'e' ? text : numberCell(text, style, book);
  };
  const closeCell = (): void => {
    const read = value();
    const v =
      typeof read === 'number' ? words.add(column, read, wordsOf(style, book), sink.rows) : read;
    if (column < limits.columns)
      colours.add(column, style === undefined ? 0 : (book.fills[Number(style)] ?? 0), v === '');
    if (v === '') {
      if (formula === 'empty' && uncomputed.length < limits.problems)
        uncomputed.push({ row, column });
      return;
    }
    if (column >= limits.columns || row > limits.rows) {
      const key = row > limits.rows ? 'too_many_rows' : 'too_many_columns';
      throw refused(
        key,
        { limit: row > limits.rows ? limits.rows : limits.columns },
        { sheet: entry.name, row, column: columnLetter(column) },
      );
    }
    while (cells.length < column) cells.push('');
    cells[column] = v;
  };

  readXml(
    zip,
    entry.part,
    {
      open: (name, a) => {
        if (name === 'c') openCell(a);
        else if (name === 'v') {
          taking = true;
          formula = 'none';
        } else if (name === 'f') formula = 'empty';
        else if (name === 't') taking = phonetic === 0;
        else if (name === 'col') hideColumns(a);
        else if (name === 'row') {
          openRow(a.r);
          if ((a.hidden === '1' || a.hidden === 'true') && hidden.length < limits.rows)
            hidden.push(row);
        } else if (name === 'rPh') phonetic += 1;
        else if (name === 'mergeCell' && merges.length < limits.merges) {
          const merge = parseMerge(a.ref ?? '', entry.name);
          if (merge) merges.push(merge);
        }
      },
      text: (t) => {
        if (!taking) return;
        text += t;
        if (text.length > limits.cellCharacters) throw cellTooLong(row, column, entry.name);
      },
      close: (name) => {
        if (name === 'v' || name === 't') taking = false;
        else if (name === 'c') closeCell();
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'row') {
          sink.add(row, cells);
          colours.endRow(row);
          if (sink.rows.length >= (options.maxRows ?? Number.POSITIVE_INFINITY)) throw enough;
        }
      },
    },
    (share) => options.onShare?.(share, sink.rows.length),
  );
  const currencies = words.currencies();
  return {
    name: entry.name,
    rows: sink.rows,
    merges,
    ...compact({
      date1904: book.date1904 ? true : undefined,
      hidden: hidden.length > 0 ? hidden : undefined,
      hiddenColumns: hiddenColumns.length > 0 ? hiddenColumns : undefined,
    }),
    ...colours.found(),
    ...compact({
      uncomputed: uncomputed.length > 0 ? uncomputed : undefined,
      currencies: currencies.size > 0 ? currencies : undefined,
    }),
  };
}
