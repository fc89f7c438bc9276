import { limits } from '#server/importing/limits.ts';

/** Counts cells that are coloured and hold nothing, by column: a colour in them says something that no reader takes. */
export class Colours {
  readonly #columns = new Map<number, { row: number; count: number }>();
  #empty: { column: number; fill: number }[] = [];
  readonly #fills = new Set<number>();

  /** @param fill - number of the fill; 0 for none. */
  add(column: number, fill: number, isEmpty: boolean): void {
    if (!isEmpty) this.#fills.add(fill);
    else if (fill > 0 && this.#empty.length < limits.columns) this.#empty.push({ column, fill });
  }
  /** A row that is coloured from end to end says nothing by it. */
  endRow(row: number): void {
    if (this.#fills.size > 0)
      for (const { column, fill } of this.#empty) {
        if (this.#fills.has(fill)) continue;
        const known = this.#columns.get(column) ?? { row, count: 0 };
        known.count += 1;
        this.#columns.set(column, known);
      }
    this.#empty = [];
    this.#fills.clear();
  }
  all(): readonly { readonly column: number; readonly row: number; readonly count: number }[] {
    return [...this.#columns].map(([column, { row, count }]) => ({ column, row, count }));
  }
}
