import { compact } from '#domain/values/compact.ts';
import { createRejection, createUnreadable } from './failure.ts';
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

/**
 * Parses a reference such as `AB12`.
 * @returns the column from 0 and the row from 1, or undefined for any other text
 */
export function parseReference(
  ref: string,
): { readonly column: number; readonly row: number } | undefined {
  const m = /^\$?([A-Za-z]{1,7})\$?(\d{1,10})$/.exec(ref);
  if (!m) return undefined;
  let column = 0;
  for (const c of (m[1] as string).toUpperCase()) column = column * 26 + c.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(m[2]) };
}

/**
 * Converts an Excel serial number to an ISO date. Serial 60 gives 1900-02-29, a day that exists
 * only in Excel.
 * @returns undefined below 0 and after the year 9999
 */
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
    throw createUnreadable('bad_reference', { ref: ref.slice(0, 40) }, { sheet });
  const right = Math.min(to.column, limits.columns - 1);
  const bottom = Math.min(to.row, limits.rows);
  if (from.column > right || from.row > bottom) return undefined;
  if ((right - from.column + 1) * (bottom - from.row + 1) > limits.cells)
    throw createRejection('merge_too_large', { ref: ref.slice(0, 40) }, { sheet });
  return { top: from.row, left: from.column, bottom, right };
}

/** Makes the cell of a stored number. Excel stores 15 digits. Later digits are binary noise. */
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

/** Finds the currency words in the number format of a cell. */
function currencyWords(style: string | undefined, book: Workbook): string | undefined {
  const kind = style === undefined ? undefined : book.styles[Number(style)];
  return typeof kind === 'object' && 'words' in kind ? kind.words : undefined;
}

type Attributes = Readonly<Record<string, string>>;
const isTrue = (flag: string | undefined): boolean => flag === '1' || flag === 'true';
const nonEmpty = <T>(list: readonly T[]): readonly T[] | undefined =>
  list.length > 0 ? list : undefined;

export interface SheetOptions {
  /** The most rows with content to read. */
  readonly maxRows?: number;
  readonly onShare?: (share: number, rows: number) => void;
}

/** Builds the table of one sheet from the events of its XML. */
class SheetReader {
  readonly sink: RowSink;
  private readonly pool = createPool();
  private readonly merges: Merge[] = [];
  private readonly hidden: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly colours = new Colours();
  private readonly words = new FormatWords();
  private readonly uncomputed: { row: number; column: number }[] = [];
  private row = 0;
  private cells: Cell[] = [];
  private column = -1;
  private cellCount = 0;
  private type = '';
  private style: string | undefined;
  private value = '';
  private isTaking = false;
  private formula: 'none' | 'empty' = 'none';
  private phonetic = 0;
  private readonly book: Workbook;
  private readonly sheet: string;
  private readonly maxRows: number;
  constructor(book: Workbook, sheet: string, maxRows: number) {
    this.book = book;
    this.sheet = sheet;
    this.maxRows = maxRows;
    this.sink = new RowSink(sheet);
  }

  open(name: string, a: Attributes): void {
    if (name === 'c') this.openCell(a);
    else if (name === 'v') {
      this.isTaking = true;
      this.formula = 'none';
    } else if (name === 'f') this.formula = 'empty';
    else if (name === 't') this.isTaking = this.phonetic === 0;
    else if (name === 'col') this.hideColumns(a);
    else if (name === 'row') this.openRow(a);
    else if (name === 'rPh') this.phonetic += 1;
    else if (name === 'mergeCell' && this.merges.length < limits.merges) {
      const merge = parseMerge(a.ref ?? '', this.sheet);
      if (merge) this.merges.push(merge);
    }
  }
  text(text: string): void {
    if (!this.isTaking) return;
    this.value += text;
    if (this.value.length > limits.cellCharacters)
      throw cellTooLong(this.row, this.column, this.sheet);
  }
  close(name: string): void {
    if (name === 'v' || name === 't') this.isTaking = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'rPh') this.phonetic -= 1;
    else if (name === 'row') {
      this.sink.add(this.row, this.cells);
      this.colours.endRow(this.row);
      if (this.sink.rows.length >= this.maxRows) throw enough;
    }
  }
  table(): Table {
    const currencies = this.words.currencies();
    return {
      name: this.sheet,
      rows: this.sink.rows,
      merges: this.merges,
      ...compact({
        date1904: this.book.date1904 ? true : undefined,
        hidden: nonEmpty(this.hidden),
        hiddenColumns: nonEmpty(this.hiddenColumns),
      }),
      ...this.colours.summarise(),
      ...compact({
        uncomputed: nonEmpty(this.uncomputed),
        currencies: currencies.size > 0 ? currencies : undefined,
      }),
    };
  }

  private openRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(number) || number < 1 || number > EXCEL_ROWS)
      throw createUnreadable(
        'bad_reference',
        { ref: String(r).slice(0, 40) },
        { sheet: this.sheet },
      );
    if (number <= this.row)
      throw createUnreadable('rows_out_of_order', {}, { sheet: this.sheet, row: number });
    this.row = number;
    this.cells = [];
    this.column = -1;
    if (isTrue(hidden) && this.hidden.length < limits.rows) this.hidden.push(number);
  }
  private openCell({ r, t, s }: Attributes): void {
    const place = { sheet: this.sheet, row: this.row };
    if (r === undefined) this.column += 1;
    else {
      const ref = parseReference(r);
      if (!ref || ref.column >= EXCEL_COLUMNS || ref.row !== this.row)
        throw createUnreadable('bad_reference', { ref: r.slice(0, 40) }, place);
      this.column = ref.column;
    }
    this.cellCount += 1;
    if (this.cellCount > limits.cells)
      throw createRejection('too_many_cells', { limit: limits.cells }, place);
    this.type = t ?? 'n';
    this.style = s;
    this.value = '';
    this.formula = 'none';
  }
  private hideColumns({ hidden, min, max }: Attributes): void {
    if (!isTrue(hidden)) return;
    const last = Math.min(Number(max), limits.columns);
    for (let c = Math.max(1, Number(min)); c <= last; c += 1) this.hiddenColumns.push(c - 1);
  }
  private sharedString(): string {
    const place = {
      sheet: this.sheet,
      row: this.row,
      column: columnLetter(this.column),
      value: this.value.slice(0, 40),
    };
    if (!this.book.strings) throw createUnreadable('shared_strings_missing', {}, place);
    const text = this.book.strings[Number(this.value)];
    if (text === undefined)
      throw createUnreadable('shared_string_unknown', { index: this.value.slice(0, 20) }, place);
    return text;
  }
  private readValue(): Cell {
    const { type, value } = this;
    if (type === 's') return value === '' ? '' : this.sharedString();
    if (type === 'inlineStr' || type === 'str') return this.pool(unescapeX(value));
    if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.slice(0, 10);
    return type === 'e' ? value : numberCell(value, this.style, this.book);
  }
  private closeCell(): void {
    const { row, column, style, book, sink } = this;
    const read = this.readValue();
    const cell =
      typeof read === 'number'
        ? this.words.add(column, read, currencyWords(style, book), sink.rows)
        : read;
    if (column < limits.columns) {
      const fill = style === undefined ? 0 : (book.fills[Number(style)] ?? 0);
      this.colours.add(column, fill, cell === '');
    }
    if (cell === '') {
      if (this.formula === 'empty' && this.uncomputed.length < limits.problems)
        this.uncomputed.push({ row, column });
      return;
    }
    const place = { sheet: this.sheet, row, column: columnLetter(column) };
    if (row > limits.rows) throw createRejection('too_many_rows', { limit: limits.rows }, place);
    if (column >= limits.columns)
      throw createRejection('too_many_columns', { limit: limits.columns }, place);
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = cell;
  }
}

/**
 * Reads one sheet of a workbook.
 * @throws ImportFailure if the XML of the sheet is broken or beyond a limit
 */
export function readSheet(
  zip: ZipArchive,
  book: Workbook,
  entry: SheetEntry,
  { maxRows = Number.POSITIVE_INFINITY, onShare }: SheetOptions = {},
): Table {
  const reader = new SheetReader(book, entry.name, maxRows);
  readXml(
    zip,
    entry.part,
    {
      open: (name, a) => reader.open(name, a),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    },
    (share) => onShare?.(share, reader.sink.rows.length),
  );
  return reader.table();
}
