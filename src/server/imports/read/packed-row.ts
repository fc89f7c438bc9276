import type { PackedList } from '#server/imports/packing/packed-list.ts';
import type { Cell, Row } from './table.ts';

/** A row whose cells are packed. It keeps changed cells itself. */
export class PackedRow implements Row {
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
