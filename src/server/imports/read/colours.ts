import { compact } from '#domain/values/compact.ts';
import { limits } from './limits.ts';
import type { ColouredCells, ColouredTexts } from './table.ts';

/** Finds the most frequent fill. In a tie no fill takes precedence, else the first one. */
function findPrevailing(fills: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const fill of fills) counts.set(fill, (counts.get(fill) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const ties = [...counts].filter(([, count]) => count === most).map(([fill]) => fill);
  return ties.includes(0) ? 0 : (ties[0] ?? 0);
}

/**
 * Finds cells whose colour may have a meaning that the importer does not read: empty cells, and
 * cells in another colour than the rest of their row.
 */
export class Colours {
  readonly #empty = new Map<number, { row: number; count: number }>();
  readonly #texts = new Map<number, { row: number; fill: number }[]>();
  #emptyInRow: { column: number; fill: number }[] = [];
  #textsInRow: { column: number; fill: number }[] = [];

  /**
   * Adds a cell.
   * @param fill - number of the fill; 0 for none
   */
  add(column: number, fill: number, isEmpty: boolean): void {
    if (!isEmpty) this.#textsInRow.push({ column, fill });
    else if (fill > 0 && this.#emptyInRow.length < limits.columns)
      this.#emptyInRow.push({ column, fill });
  }
  /** Ends a row. A row in a single colour has no meaning. */
  endRow(row: number): void {
    if (
      this.#textsInRow.length > 0 &&
      (this.#emptyInRow.length > 0 || this.#textsInRow.some(({ fill }) => fill > 0))
    )
      this.#addRow(row);
    this.#emptyInRow = [];
    this.#textsInRow = [];
  }
  #addRow(row: number): void {
    const fills = this.#textsInRow.map(({ fill }) => fill);
    for (const { column, fill } of this.#emptyInRow) {
      if (fills.includes(fill)) continue;
      const emptyCells = this.#empty.get(column) ?? { row, count: 0 };
      emptyCells.count += 1;
      this.#empty.set(column, emptyCells);
    }
    const usual = findPrevailing(fills);
    for (const { column, fill } of this.#textsInRow) {
      if (fill === 0 || fill === usual) continue;
      const texts = this.#texts.get(column) ?? [];
      this.#texts.set(column, texts);
      if (texts.length < limits.rows) texts.push({ row, fill });
    }
  }
  /** Returns the found cells for the table. */
  summarise(): {
    readonly coloured?: readonly ColouredCells[];
    readonly colouredTexts?: readonly ColouredTexts[];
  } {
    const colouredCells = [...this.#empty].map(([column, { row, count }]) => ({
      column,
      row,
      count,
    }));
    const colouredTexts = [...this.#texts].map(([column, cells]) => ({ column, cells }));
    return compact({
      coloured: colouredCells.length > 0 ? colouredCells : undefined,
      colouredTexts: colouredTexts.length > 0 ? colouredTexts : undefined,
    });
  }
}
