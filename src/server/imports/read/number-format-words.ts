import type { Cell, FormatCurrency, Row } from './table.ts';

/** Writes a number with the words of its format, in the form of a text cell. */
export function appendWords(value: number, words: string): string {
  const text = String(value);
  // a fourth digit shows that three digits after a point are no thousands group
  return `${words} ${/^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text}`;
}

interface SeenWords {
  /** The words of the column's first number. */
  readonly first: string | undefined;
  readonly all: Set<string>;
  isMixed: boolean;
}

/**
 * Collects the currency words in the number formats of a sheet by column. Numbers stay numbers as
 * long as a column has the same words. From the first difference on, each number is written with
 * its own words.
 */
export class FormatWords {
  readonly #columns = new Map<number, SeenWords>();

  /**
   * Adds the next number of a column.
   * @param earlier - the rows above, whose numbers are rewritten at the first difference
   * @returns the cell
   */
  add(column: number, value: number, words: string | undefined, earlier: readonly Row[]): Cell {
    const columnFormat = this.#columns.get(column) ?? {
      first: words,
      all: new Set<string>(),
      isMixed: false,
    };
    this.#columns.set(column, columnFormat);
    if (words !== undefined) columnFormat.all.add(words);
    if (!columnFormat.isMixed && columnFormat.first !== words) {
      columnFormat.isMixed = true;
      if (columnFormat.first !== undefined) writeWords(earlier, column, columnFormat.first);
    }
    return columnFormat.isMixed && words !== undefined ? appendWords(value, words) : value;
  }
  /** Returns the columns whose formats name one currency. */
  currencies(): ReadonlyMap<number, FormatCurrency> {
    return new Map(
      [...this.#columns].flatMap(([column, { all, isMixed }]) => {
        const [words] = all;
        return all.size === 1 && words !== undefined
          ? [[column, { words, isWhole: !isMixed }] as const]
          : [];
      }),
    );
  }
}

/** Rewrites the numbers of a column with the words of their format. */
export function writeWords(rows: readonly Row[], column: number, words: string): void {
  for (const { cells } of rows) {
    const cell = cells[column];
    if (typeof cell === 'number') cells[column] = appendWords(cell, words);
  }
}
