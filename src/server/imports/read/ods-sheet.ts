import { compact } from '#domain/values/compact.ts';
import { createRejection } from './failure.ts';
import { limits } from './limits.ts';
import { Colours } from './colours.ts';
import { FormatWords } from './number-format-words.ts';
import { readOdsValue, countRepeats, type Attributes } from './ods-cell.ts';
import { cellTooLong, RowSink } from './row-sink.ts';
import { columnLetter, createPool, type Cell, type Merge, type Table } from './table.ts';

const isUnseen = (visibility: string | undefined): boolean =>
  visibility === 'collapse' || visibility === 'filter';

/** Collects one sheet. It copies repeated cells and rows only up to the limits of a table. */
export class SheetReader {
  readonly #name: string;
  readonly #sink: RowSink;
  readonly #maxRows: number;
  readonly #pool = createPool();
  readonly #merges: Merge[] = [];
  readonly #hidden: number[] = [];
  readonly #hiddenColumns: number[] = [];
  readonly #uncomputed: { row: number; column: number }[] = [];
  readonly #words = new FormatWords();
  readonly #colours = new Colours();
  /** The default cell style of each column. */
  readonly #styles: string[] = [];
  readonly #fillOf: (style: string | undefined) => number;
  #rowStyle: string | undefined;
  #column = 0;
  #row = 1;
  #times = 1;
  #cells: Cell[] = [];

  /** @param findFill - returns the number of a style's colour; 0 for none */
  constructor(name: string, maxRows: number, findFill: (style: string | undefined) => number) {
    this.#fillOf = findFill;
    this.#name = name;
    this.#maxRows = maxRows;
    this.#sink = new RowSink(name);
  }
  get isFull(): boolean {
    return this.#sink.rows.length >= this.#maxRows;
  }
  get rows(): number {
    return this.#sink.rows.length;
  }

  /** Reads a column; columns come before the first row. */
  column({
    visibility,
    'number-columns-repeated': count,
    'default-cell-style-name': style,
  }: Attributes): void {
    const last = Math.min(this.#column + countRepeats(count), limits.columns);
    if (isUnseen(visibility))
      for (let c = this.#column; c < last; c += 1) this.#hiddenColumns.push(c);
    if (style !== undefined && this.#fillOf(style) > 0)
      for (let c = this.#column; c < last; c += 1) this.#styles[c] = style;
    this.#column = last;
  }
  openRow({
    visibility,
    'number-rows-repeated': count,
    'default-cell-style-name': style,
  }: Attributes): void {
    this.#rowStyle = style;
    this.#times = countRepeats(count);
    this.#cells = [];
    this.#column = 0;
    if (isUnseen(visibility) && this.#hidden.length < limits.rows) this.#hidden.push(this.#row);
  }
  /** Reads one cell with its repetitions. @throws ImportFailure beyond the limit of columns */
  cell(attributes: Attributes, text: string): void {
    const times = countRepeats(attributes['number-columns-repeated']);
    const value = readOdsValue(attributes, text);
    const at = { row: this.#row, column: this.#column };
    this.#colour(attributes['style-name'], times, value === '');
    if (value === '') {
      if (attributes['formula'] !== undefined && this.#uncomputed.length < limits.problems)
        this.#uncomputed.push(at);
    } else {
      const last = this.#column + times;
      if (last > limits.columns)
        throw createRejection(
          'too_many_columns',
          { limit: limits.columns },
          { sheet: this.#name, row: this.#row, column: columnLetter(this.#column) },
        );
      while (this.#cells.length < this.#column) this.#cells.push('');
      const words = attributes['value-type'] === 'currency' ? attributes['currency'] : undefined;
      for (let c = this.#column; c < last; c += 1)
        this.#cells[c] =
          typeof value === 'string'
            ? this.#pool(value)
            : this.#words.add(c, value, words, this.#sink.rows);
      this.#merge(attributes);
    }
    this.#column += times;
  }
  #colour(style: string | undefined, times: number, isEmpty: boolean): void {
    const last = Math.min(this.#column + times, limits.columns);
    for (let c = this.#column; c < last; c += 1)
      this.#colours.add(c, this.#fillOf(style ?? this.#rowStyle ?? this.#styles[c]), isEmpty);
  }
  #merge({ 'number-columns-spanned': wide, 'number-rows-spanned': tall }: Attributes): void {
    const [columns, rows] = [countRepeats(wide), countRepeats(tall)];
    if ((columns === 1 && rows === 1) || this.#merges.length >= limits.merges) return;
    this.#merges.push({
      top: this.#row,
      left: this.#column,
      bottom: Math.min(this.#row + rows - 1, limits.rows),
      right: Math.min(this.#column + columns - 1, limits.columns - 1),
    });
  }
  /**
   * Adds the row with its repetitions.
   * @throws ImportFailure beyond the limits of rows and cells
   */
  closeRow(): void {
    const isBlank = this.#cells.every((cell) => cell === '');
    for (let n = 0; n < this.#times && !isBlank && !this.isFull; n += 1)
      this.#sink.add(this.#row + n, n === 0 ? this.#cells : [...this.#cells]);
    this.#colours.endRow(this.#row);
    this.#row += this.#times;
  }
  tooLong(): Error {
    return cellTooLong(this.#row, this.#column, this.#name);
  }

  table(): Table {
    const currencies = this.#words.currencies();
    return {
      name: this.#name,
      rows: this.#sink.rows,
      merges: this.#merges,
      ...compact({
        hidden: this.#hidden.length > 0 ? this.#hidden : undefined,
        hiddenColumns: this.#hiddenColumns.length > 0 ? this.#hiddenColumns : undefined,
        uncomputed: this.#uncomputed.length > 0 ? this.#uncomputed : undefined,
        currencies: currencies.size > 0 ? currencies : undefined,
      }),
      ...this.#colours.summarise(),
    };
  }
}
