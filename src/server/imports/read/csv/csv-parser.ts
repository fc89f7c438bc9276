import { createRejection } from '#server/imports/read/failure.ts';
import { limits } from '#server/imports/read/limits.ts';
import { BLANK, CR, findClosingQuote, LF, type Quoting } from './csv-dialect.ts';
import { cellTooLong, type RowSink } from '#server/imports/read/row-sink.ts';
import { columnLetter, createPool, type StrayQuote } from '#server/imports/read/table.ts';

/** The most lines of a quoted field. A longer field began with a stray quote. */
const mostLines = 100;

/**
 * Parses CSV in pieces: RFC 4180 with stray quotes, mixed line ends and rows of any length. A quote
 * that opens a field and closes none counts as text, so that no row disappears in a cell.
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
  /** The number of fields in the first row. */
  private width = 0;
  /** The raw text after the open quote. */
  private raw = '';
  private readonly maxRows: number;
  private readonly quote: string;
  private readonly mark: number;
  private readonly isSpaced: boolean;
  private readonly isEscaped: boolean;
  /** The first quotes that counted as text. */
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

  /** Whether the text after the open quote extends beyond the end of its row. */
  private get holdsRows(): boolean {
    return /[\r\n]\s*\S/.test(this.raw);
  }
  /**
   * Whether the last quote follows a delimiter. Such a quote before text opens the next field, so
   * the quote before it was stray.
   */
  private get opensNextField(): boolean {
    return this.raw.charCodeAt(this.raw.length - 2) === this.delimiter;
  }
  /**
   * The index of a quote of the text directly before the closing quote, as in `"pipe, 5"",`. -1 if
   * there is none.
   */
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
  /**
   * Reads the text after the open quote again, with that quote as text or with a closing quote in
   * it.
   */
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

  /**
   * Handles a quote in a quoted field. It closes the field unless the file escapes it by a
   * backslash.
   */
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
      throw createRejection(
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

  /**
   * Whether a quoted field holds lines with as many fields as the first row, which are therefore
   * rows.
   */
  private get swallowsRows(): boolean {
    if (this.width < 3 || !this.holdsRows) return false;
    const inner = this.raw.split('\n').slice(1, -1);
    const mark = String.fromCharCode(this.delimiter);
    const rows = inner.filter((line) => line.split(mark).length === this.width).length;
    return rows > 0 && rows >= inner.length * 0.8;
  }
  /** Whether the text after the open quote is too long for a field and holds rows. */
  private isStray(more: number): boolean {
    const isLong = this.field.length + more > limits.cellCharacters;
    if (!(isLong || this.raw.length > 4 * mostLines) || !this.holdsRows) return false;
    const lines = this.raw.split('\n');
    const linesWithFields = lines.filter((line) =>
      line.includes(String.fromCharCode(this.delimiter)),
    ).length;
    return (isLong || lines.length > mostLines) && linesWithFields > lines.length * 0.8;
  }
  private notClosed(): Error {
    return createRejection(
      'quote_not_closed',
      { limit: limits.cellCharacters },
      { row: this.quoteRow, column: columnLetter(this.cells.length) },
    );
  }

  /**
   * Continues in a quoted field.
   * @returns the next index; undefined when enough rows were read
   */
  private readQuoted(text: string, i: number): number | undefined {
    const end = text.indexOf(this.quote, i);
    const j = end < 0 ? text.length : end;
    this.raw += text.slice(i, j + 1);
    if (this.isStray(j - i)) return this.takeAsText() ? j + 1 : undefined;
    if (j > i) this.append(text.slice(i, j));
    if (end >= 0) this.takeQuote();
    return j + 1;
  }

  /**
   * Reads what follows a closing quote.
   * @returns the next index; -1 when the quote closed the field
   */
  private readAfterQuote(text: string, i: number): number | undefined {
    const c = text.charCodeAt(i);
    if (c === this.mark) {
      this.append(this.quote);
      this.raw += this.quote;
      this.state = 'quoted';
      return i + 1;
    }
    const endsField = c === this.delimiter || c === LF || c === CR;
    if (endsField ? this.swallowsRows : c !== BLANK && (this.holdsRows || this.opensNextField))
      return this.takeAsText() ? i : undefined;
    if (endsField) return -1;
    const closing = findClosingQuote(text, i, { mark: this.mark, delimiter: this.delimiter });
    if (closing === undefined) return -1;
    this.append(this.quote + text.slice(i, closing).replaceAll(this.quote.repeat(2), this.quote));
    this.raw += text.slice(i, closing + 1);
    return closing + 1;
  }

  /**
   * Reads plain text, a delimiter or a line end.
   * @returns like `readQuoted`
   */
  private readPlain(text: string, i: number): number | undefined {
    const c = text.charCodeAt(i);
    if (this.state === 'start' && c === this.mark) {
      this.state = 'quoted';
      this.quoteRow = this.row;
      this.raw = '';
      return i + 1;
    }
    if (this.isSpaced && this.state === 'start' && c === BLANK) return i + 1;
    if (c === this.delimiter) {
      this.endField();
      return i + 1;
    }
    if (c === LF || c === CR) {
      this.endRow();
      if (this.row > this.maxRows) return undefined;
      this.afterCr = c === CR;
      return i + 1;
    }
    let j = i + 1;
    while (j < text.length) {
      const d = text.charCodeAt(j);
      if (d === this.delimiter || d === LF || d === CR) break;
      j += 1;
    }
    this.state = 'plain';
    this.append(text.slice(i, j));
    return j;
  }

  /**
   * Reads a piece of text.
   * @returns false when enough rows were read
   */
  push(text: string): boolean {
    let i = 0;
    while (i < text.length) {
      if (this.afterCr) {
        this.afterCr = false;
        if (text.charCodeAt(i) === LF) {
          i += 1;
          continue;
        }
      }
      let next: number | undefined = -1;
      if (this.state === 'quoted') next = this.readQuoted(text, i);
      else if (this.state === 'after_quote') next = this.readAfterQuote(text, i);
      if (next === -1) next = this.readPlain(text, i);
      if (next === undefined) return false;
      i = next;
    }
    return true;
  }

  /**
   * Ends the text. A quote of a later row that is never closed becomes part of the text.
   * @throws ImportFailure if a quote is never closed before the first row
   */
  end(): void {
    while (this.state === 'quoted') {
      if (!this.holdsRows && this.raw.trim() !== '') throw this.notClosed();
      this.takeAsText();
    }
    if (this.field !== '' || this.cells.length > 0 || this.state === 'after_quote') this.endRow();
  }
}
