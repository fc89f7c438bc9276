import { refused } from '#server/imports/read/failure.ts';
import { limits } from '#server/imports/read/limits.ts';
import { BLANK, CR, findClosingQuote, LF, type Quoting } from './csv-dialect.ts';
import { cellTooLong, type RowSink } from '#server/imports/read/row-sink.ts';
import { columnLetter, createPool, type StrayQuote } from '#server/imports/read/table.ts';

/** A quoted field of more lines than these is one whose quote was never meant to open it. */
const mostLines = 100;

/**
 * A CSV parser fed with pieces of text; RFC 4180 with stray quotes, CR, LF and CRLF mixed, rows of any length. A quote that opens a field
 * and closes none, so that rows would vanish in one cell, is taken for a character of its text.
 */
export class CsvParser {
  private readonly sink: RowSink;
  private readonly delimiter: number;
  private readonly pool = createPool();
  private cells: string[] = [];
  private field = '';
  private state: 'start' | 'plain' | 'quoted' | 'after_quote' = 'start';
  private afterCr = false;
  private row = 1;
  private quoteRow = 0;
  /** How many fields the first row has. */
  private width = 0;
  /** What was read since the quote that is open, as it stands. */
  private raw = '';
  private readonly maxRows: number;
  private readonly quote: string;
  private readonly mark: number;
  private readonly isSpaced: boolean;
  private readonly isEscaped: boolean;
  /** Quotes that were taken for text; the first ones. */
  readonly stray: StrayQuote[] = [];
  constructor(
    delimiter: string,
    sink: RowSink,
    {
      maxRows = Number.POSITIVE_INFINITY,
      firstRow = 1,
      quote = '"',
      isSpaced = false,
      isEscaped = false,
    }: Partial<Quoting> & { maxRows?: number; firstRow?: number } = {},
  ) {
    this.delimiter = delimiter.charCodeAt(0);
    this.sink = sink;
    this.maxRows = maxRows;
    this.row = firstRow;
    this.quote = quote;
    this.mark = quote.charCodeAt(0);
    this.isSpaced = isSpaced;
    this.isEscaped = isEscaped;
  }

  /** Whether what the open quote holds reaches over the end of its row. */
  private get holdsRows(): boolean {
    return /[\r\n]\s*\S/.test(this.raw);
  }
  /** Whether the last quote stands behind a delimiter: where text follows it, it opens the next field and the one before closed none. */
  private get opensNextField(): boolean {
    return this.raw.charCodeAt(this.raw.length - 2) === this.delimiter;
  }
  /** The place in what the open quote holds of a quote that belongs to its text and stands before the one that closes it: `"pipe, 5"",`. */
  private get quoteAtEnd(): number {
    const at = this.raw.indexOf(this.quote);
    const [before, next, after] = [
      this.raw.charCodeAt(at - 1),
      this.raw.charCodeAt(at + 1),
      this.raw.charCodeAt(at + 2),
    ];
    const isDoubled =
      at > 0 && next === this.mark && after === this.delimiter && before !== this.delimiter;
    return isDoubled && !/[\r\n]/.test(this.raw.slice(0, at)) ? at : -1;
  }
  /** Reads again what stands behind a quote, which is text like the rest, or behind the quote that closes its field. */
  private takeAsText(): boolean {
    const { raw, quoteAtEnd } = this;
    this.raw = '';
    if (quoteAtEnd > 0) {
      this.field = raw.slice(0, quoteAtEnd + 1);
      this.state = 'after_quote';
      return this.push(raw.slice(quoteAtEnd + 2));
    }
    if (this.stray.length < limits.problems)
      this.stray.push({ row: this.quoteRow, column: this.cells.length });
    this.field = this.quote;
    this.state = 'plain';
    return this.push(raw);
  }

  /** A quote in a quoted field: it closes it, but behind a backslash, where the file escapes quotes so. */
  private takeQuote(): void {
    const slashes = this.isEscaped ? (/\\*$/.exec(this.field)?.[0].length ?? 0) : 0;
    if (slashes % 2 === 1) this.field = `${this.field.slice(0, -1)}${this.quote}`;
    else {
      if (this.isEscaped) this.field = this.field.replaceAll('\\\\', '\\');
      this.state = 'after_quote';
    }
  }

  private endField(): void {
    if (this.field.length > limits.cellCharacters) throw cellTooLong(this.row, this.cells.length);
    if (this.cells.length >= limits.columns && this.field !== '')
      throw refused(
        'too_many_columns',
        { limit: limits.columns },
        { row: this.row, column: columnLetter(this.cells.length) },
      );
    this.cells.push(this.pool(this.field));
    this.field = '';
    this.state = 'start';
  }

  private endRow(): void {
    this.endField();
    this.width ||= this.cells.length;
    this.sink.add(this.row, this.cells, this.cells.length);
    this.cells = [];
    this.row += 1;
  }

  private append(text: string): void {
    this.field += text;
    if (this.field.length <= limits.cellCharacters) return;
    if (this.state === 'quoted') throw this.notClosed();
    throw cellTooLong(this.row, this.cells.length);
  }

  /** Whether a quoted field holds lines with as many fields as the first row of the file: they are rows. */
  private get swallowsRows(): boolean {
    if (this.width < 3 || !this.holdsRows) return false;
    const inner = this.raw.split('\n').slice(1, -1);
    const mark = String.fromCharCode(this.delimiter);
    const rows = inner.filter((line) => line.split(mark).length === this.width).length;
    return rows > 0 && rows >= inner.length * 0.8;
  }
  /** Whether the open quote holds more than a field may: rows, that is. */
  private isStray(more: number): boolean {
    const isLong = this.field.length + more > limits.cellCharacters;
    if (!(isLong || this.raw.length > 4 * mostLines) || !this.holdsRows) return false;
    const lines = this.raw.split('\n');
    const fielded = lines.filter((line) =>
      line.includes(String.fromCharCode(this.delimiter)),
    ).length;
    return (isLong || lines.length > mostLines) && fielded > lines.length * 0.8;
  }
  private notClosed(): Error {
    return refused(
      'quote_not_closed',
      { limit: limits.cellCharacters },
      { row: this.quoteRow, column: columnLetter(this.cells.length) },
    );
  }

  /** False when enough rows were read. */
  push(text: string): boolean {
    const n = text.length;
    let i = 0;
    while (i < n) {
      const c = text.charCodeAt(i);
      if (this.afterCr) {
        this.afterCr = false;
        if (c === LF) {
          i += 1;
          continue;
        }
      }
      if (this.state === 'quoted') {
        let j = text.indexOf(this.quote, i);
        if (j < 0) j = n;
        this.raw += text.slice(i, j + 1);
        if (this.isStray(j - i)) {
          if (!this.takeAsText()) return false;
        } else {
          if (j > i) this.append(text.slice(i, j));
          if (j < n) this.takeQuote();
        }
        i = j + 1;
        continue;
      }
      if (this.state === 'after_quote' && c === this.mark) {
        this.append(this.quote);
        this.raw += this.quote;
        this.state = 'quoted';
        i += 1;
        continue;
      }
      const endsField = c === this.delimiter || c === LF || c === CR;
      if (
        this.state === 'after_quote' &&
        (endsField ? this.swallowsRows : c !== BLANK && (this.holdsRows || this.opensNextField))
      ) {
        if (!this.takeAsText()) return false;
        continue;
      }
      if (this.state === 'after_quote' && !endsField) {
        const closing = findClosingQuote(text, i, { mark: this.mark, delimiter: this.delimiter });
        if (closing !== undefined) {
          this.append(
            this.quote + text.slice(i, closing).replaceAll(this.quote.repeat(2), this.quote),
          );
          this.raw += text.slice(i, closing + 1);
          i = closing + 1;
          continue;
        }
      }
      if (this.state === 'start' && c === this.mark) {
        this.state = 'quoted';
        this.quoteRow = this.row;
        this.raw = '';
        i += 1;
        continue;
      }
      if (this.isSpaced && this.state === 'start' && c === BLANK) {
        i += 1;
        continue;
      }
      if (c === this.delimiter) {
        this.endField();
        i += 1;
        continue;
      }
      if (c === LF || c === CR) {
        this.endRow();
        if (this.row > this.maxRows) return false;
        this.afterCr = c === CR;
        i += 1;
        continue;
      }
      let j = i + 1;
      while (j < n) {
        const d = text.charCodeAt(j);
        if (d === this.delimiter || d === LF || d === CR) break;
        j += 1;
      }
      this.state = 'plain';
      this.append(text.slice(i, j));
      i = j;
    }
    return true;
  }

  end(): void {
    while (this.state === 'quoted') {
      if (!this.holdsRows && this.raw.trim() !== '') throw this.notClosed();
      this.takeAsText();
    }
    if (this.field !== '' || this.cells.length > 0 || this.state === 'after_quote') this.endRow();
  }
}
