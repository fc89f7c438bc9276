import { compact } from '#domain/values/compact.ts';
import type { ColouredCells, ColouredTexts, Table } from '#server/imports/read/table.ts';

/** The place of the cells of a sheet in the joined table. */
interface SheetPlace {
  /** The row of its header. */
  readonly headerRow: number;
  /** The offset of its row numbers. */
  readonly offset: number;
  /** The column of the sheet for each column of the table. */
  readonly places: readonly (number | undefined)[];
}

/**
 * Collects hidden, coloured, merged and uncomputed cells of several sheets for the table that joins
 * them.
 */
export class JoinedNotes {
  readonly #hidden: number[] = [];
  readonly #uncomputed: { row: number; column: number }[] = [];
  readonly #coloured = new Map<number, { row: number; count: number }>();
  readonly #texts = new Map<number, { row: number; fill: number }[]>();
  #date1904 = false;

  add(table: Table, { headerRow, offset, places }: SheetPlace): void {
    this.#date1904 ||= table.date1904 === true;
    for (const row of table.hidden ?? []) if (row > headerRow) this.#hidden.push(row + offset);
    const columnOf = new Map(
      places.flatMap((at, column) => (at === undefined ? [] : [[at, column] as const])),
    );
    const inTable = (column: number, row: number): number | undefined =>
      row > headerRow ? columnOf.get(column) : undefined;
    for (const { row, column } of table.uncomputed ?? []) {
      const at = inTable(column, row);
      if (at !== undefined) this.#uncomputed.push({ row: row + offset, column: at });
    }
    for (const { row, column, count } of table.coloured ?? []) {
      const at = inTable(column, row);
      const colouredCells = at === undefined ? undefined : this.#coloured.get(at);
      if (at !== undefined)
        this.#coloured.set(at, {
          row: colouredCells?.row ?? row + offset,
          count: (colouredCells?.count ?? 0) + count,
        });
    }
    for (const { column, cells } of table.colouredTexts ?? []) {
      const below = cells
        .filter(({ row }) => row > headerRow)
        .map(({ row, fill }) => ({ row: row + offset, fill }));
      const at = columnOf.get(column);
      if (at !== undefined && below.length > 0)
        this.#texts.set(at, [...(this.#texts.get(at) ?? []), ...below]);
    }
  }
  summarise(): Pick<Table, 'hidden' | 'uncomputed' | 'coloured' | 'colouredTexts' | 'date1904'> {
    const colouredCells = [...this.#coloured].map(
      ([column, { row, count }]): ColouredCells => ({ column, row, count }),
    );
    const colouredTexts = [...this.#texts].map(
      ([column, cells]): ColouredTexts => ({ column, cells }),
    );
    return compact({
      date1904: this.#date1904 ? true : undefined,
      hidden: this.#hidden.length > 0 ? this.#hidden : undefined,
      uncomputed: this.#uncomputed.length > 0 ? this.#uncomputed : undefined,
      coloured: colouredCells.length > 0 ? colouredCells : undefined,
      colouredTexts: colouredTexts.length > 0 ? colouredTexts : undefined,
    });
  }
}
