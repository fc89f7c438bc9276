import { compact } from '#domain/values/compact.ts';
import { createRejection } from './failure.ts';
import { PackedList, type Packing } from '#server/imports/packing/packed-list.ts';
import { limits } from './limits.ts';
import { columnLetter, type Cell, type Row } from './table.ts';

/** A row whose cells are packed. It keeps changed cells itself. */
class PackedRow implements Row {
  readonly number: number;
  declare readonly fields?: number;
  readonly #list: PackedList<Cell[]>;
  readonly #at: number;
  #changedCells: Cell[] | undefined;
  /**
   * Adds cells to a list, and makes the row that reads them.
   * @param fields - the number of fields in its line, if it exceeds the number of cells
   */
  constructor(list: PackedList<Cell[]>, number: number, cells: Cell[], fields?: number) {
    this.number = number;
    if (fields !== undefined) this.fields = fields;
    this.#list = list;
    this.#at = list.count;
    list.add(cells);
  }

  /** The cells of the row. Nobody may read them after `release`. */
  get cells(): Cell[] {
    return this.#changedCells ?? this.#list.at(this.#at);
  }
  set cells(cells: Cell[]) {
    this.#changedCells = cells;
  }
  /** Frees the cells of this piece and of all pieces before it. */
  release(): void {
    this.#changedCells = undefined;
    this.#list.releaseBefore(this.#at);
  }
}

/** Collects rows, and stops the reader where a table exceeds a limit. */
export class RowSink {
  readonly rows: Row[] = [];
  private cells = 0;
  private places = 0;
  private readonly sheet: string | undefined;
  private readonly packed: PackedList<Cell[]> | undefined;
  private readonly most: Readonly<Record<'rows' | 'cells' | 'places', number>>;
  /** @param packing - packs the cells, so that the table may be larger */
  constructor(sheet?: string, packing?: Packing) {
    this.sheet = sheet;
    this.packed = packing && new PackedList(packing);
    this.most = packing === undefined ? limits : limits.packed;
  }

  /**
   * Adds a row.
   * @param fields - the number of fields in the line, including blank ones at its end
   * @throws ImportFailure beyond the limit of rows, columns or cells
   */
  add(number: number, cells: Cell[], fields = 0): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    const place = { ...compact({ sheet: this.sheet }), row: number };
    if (number > this.most.rows)
      throw createRejection('too_many_rows', { limit: this.most.rows }, place);
    if (width > limits.columns)
      throw createRejection(
        'too_many_columns',
        { limit: limits.columns },
        { ...place, column: columnLetter(width - 1) },
      );
    cells.length = width;
    for (const cell of cells) if (cell !== '') this.cells += 1;
    this.places += width;
    if (this.cells > this.most.cells || this.places > this.most.places)
      throw createRejection('too_many_cells', { limit: this.most.cells }, place);
    const more = fields > width ? { fields } : {};
    this.rows.push(
      this.packed === undefined
        ? { number, cells, ...more }
        : new PackedRow(this.packed, number, cells, more.fields),
    );
  }
}

/** Makes the error of a cell with more characters than an import takes. */
export function cellTooLong(row: number, column: number, sheet?: string): Error {
  return createRejection(
    'cell_too_long',
    { limit: limits.cellCharacters },
    { ...compact({ sheet }), row, column: columnLetter(column) },
  );
}
