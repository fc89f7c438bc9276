import { refused } from '#server/importing/failure.ts';
import { limits } from '#server/importing/limits.ts';
import { cellTooLong, RowSink } from './row-sink.ts';
import { columnLetter, createPool, type Table } from './table.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A CSV parser fed with pieces of text; RFC 4180 with stray quotes, CR, LF and CRLF mixed, rows of any length. */
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
  private readonly maxRows: number;
  constructor(delimiter: string, sink: RowSink, maxRows = Number.POSITIVE_INFINITY, firstRow = 1) {
    this.delimiter = delimiter.charCodeAt(0);
    this.sink = sink;
    this.maxRows = maxRows;
    this.row = firstRow;
  }

  private endField(): void {
    if (this.field.length > limits.cellCharacters) throw cellTooLong(this.row, this.cells.length);
    if (this.cells.length >= limits.columns && this.field !== '')
      throw refused('too_many_columns', { limit: limits.columns }, { row: this.row, column: columnLetter(this.cells.length) });
    this.cells.push(this.pool(this.field));
    this.field = '';
    this.state = 'start';
  }

  private endRow(): void {
    this.endField();
    this.sink.add(this.row, this.cells, this.cells.length);
    this.cells = [];
    this.row += 1;
  }

  private append(text: string): void {
    this.field += text;
    if (this.field.length <= limits.cellCharacters) return;
    if (this.state === 'quoted')
      throw refused('quote_not_closed', { limit: limits.cellCharacters }, { row: this.quoteRow, column: columnLetter(this.cells.length) });
    throw cellTooLong(this.row, this.cells.length);
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
        let j = text.indexOf('"', i);
        if (j < 0) j = n;
        if (j > i) this.append(text.slice(i, j));
        if (j < n) this.state = 'after_quote';
        i = j + 1;
        continue;
      }
      if (this.state === 'after_quote' && c === QUOTE) {
        this.append('"');
        this.state = 'quoted';
        i += 1;
        continue;
      }
      if (this.state === 'start' && c === QUOTE) {
        this.state = 'quoted';
        this.quoteRow = this.row;
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
    if (this.state === 'quoted')
      throw refused('quote_not_closed', { limit: limits.cellCharacters }, { row: this.quoteRow, column: columnLetter(this.cells.length) });
    if (this.field !== '' || this.cells.length > 0 || this.state === 'after_quote') this.endRow();
  }
}

/** The delimiter that splits most rows into the same number of columns; a `sep=` line decides at once. */
export function detectDelimiter(head: string): { readonly delimiter: string; readonly skip: number } {
  const declared = /^sep=(.)\r?\n?/.exec(head);
  if (declared?.[1]) return { delimiter: declared[1], skip: declared[0].length };
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const sink = new RowSink();
    const parser = new CsvParser(delimiter, sink, 60);
    try {
      parser.push(head);
    } catch {
      if (sink.rows.length === 0) continue;
    }
    const counts = new Map<number, number>();
    for (const row of sink.rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
    const filled = sink.rows.map((r) => r.cells.length).sort((a, b) => a - b);
    const median = filled[Math.floor(filled.length / 2)] ?? 1;
    const near = filled.filter((w) => Math.abs(w - median) <= 1).length / Math.max(1, filled.length);
    const score = (median - 1) * near * near;
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** Reads pieces of text into one table. */
export function readCsv(
  pieces: Iterable<{ readonly text: string; readonly share: number }>,
  onPiece?: (share: number, rows: number) => void,
): Table {
  const sink = new RowSink();
  let parser: CsvParser | undefined;
  for (const piece of pieces) {
    let text = piece.text;
    if (!parser) {
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
      const { delimiter, skip } = detectDelimiter(text.slice(0, 65_536));
      parser = new CsvParser(delimiter, sink, Number.POSITIVE_INFINITY, skip > 0 ? 2 : 1);
      text = text.slice(skip);
    }
    parser.push(text);
    onPiece?.(piece.share, sink.rows.length);
  }
  parser?.end();
  return { rows: sink.rows, merges: [] };
}
