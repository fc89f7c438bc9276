import type { Reading } from '#server/imports/read/encodings/encoding-previews.ts';

/**
 * One cell: text as written, or a number that the file stores as one. An empty cell is ''. Dates of
 * XLSX are ISO texts.
 */
export type Cell = string | number;
/** A row with any content, and its number as a spreadsheet shows it (from 1). */
export interface Row {
  readonly number: number;
  cells: Cell[];
  /** The number of fields of its line in a text file, if it exceeds the number of cells. */
  readonly fields?: number;
  /** Frees the cells of this row and of those above it, if they are packed. */
  readonly release?: () => void;
}
/** A merged range: 0-based columns and row numbers from 1, all inclusive. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}
/** A quote that opens a field and closes none. */
export interface StrayQuote {
  readonly row: number;
  readonly column: number;
}
/** The currency in the number formats of a column. */
export interface FormatCurrency {
  /** A code, a sign or words: EUR, US$, 百万円. */
  readonly words: string;
  /**
   * Whether the format of every number names it. Otherwise the words are written into the numbers
   * whose formats name it.
   */
  readonly isWhole: boolean;
}
/** Coloured empty cells of a column; `row` is the first. */
export interface ColouredCells {
  readonly column: number;
  readonly row: number;
  readonly count: number;
}
/** Coloured cells of a column with content, each with the number of its colour. */
export interface ColouredTexts {
  readonly column: number;
  readonly cells: readonly { readonly row: number; readonly fill: number }[];
}
export interface Table {
  readonly name?: string;
  readonly rows: Row[];
  readonly merges: readonly Merge[];
  /** Whether serial day numbers count from 1904. */
  readonly date1904?: boolean;
  /** The first rows that the sheet hides. */
  readonly hidden?: readonly number[];
  /** Columns that the sheet hides, from 0. */
  readonly hiddenColumns?: readonly number[];
  /** The currencies of columns whose number formats name only one currency. */
  readonly currencies?: ReadonlyMap<number, FormatCurrency>;
  /** Columns with coloured empty cells, with their number and first row. */
  readonly coloured?: readonly ColouredCells[];
  /** Columns with cells that have content and another colour than the rest of their row. */
  readonly colouredTexts?: readonly ColouredTexts[];
  /**
   * The first quotes of a text file that count as text, since rows would otherwise disappear in one
   * cell.
   */
  readonly strayQuotes?: readonly StrayQuote[];
  /** Whether its rows were columns with one project each. */
  readonly isTransposed?: boolean;
  /** The first formula cells without a value: row numbers from 1 and 0-based columns. */
  readonly uncomputed?: readonly { readonly row: number; readonly column: number }[];
}
export interface ReadFile {
  readonly format: 'csv' | 'workbook';
  readonly encoding?: string;
  /** The readings among which the user must choose. Empty if the encoding is certain. */
  readonly readings: readonly Reading[];
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly table: Table;
  /** The index of that sheet. */
  readonly sheet: number;
  /** The first rows of every sheet, if there are several. */
  readonly samples: readonly Table[];
  /**
   * The sheets with the shape of the read one, including it, in order. Empty if it is the only one.
   */
  readonly alike: readonly Table[];
}

/** Changes one cell of a row. */
export function replaceCell(row: Row, column: number, cell: Cell): void {
  const cells = [...row.cells];
  while (cells.length < column) cells.push('');
  cells[column] = cell;
  row.cells = cells;
}
/** Frees the cells of a row that nobody reads again. */
export function releaseCells(row: Row): void {
  if (row.release === undefined) row.cells.length = 0;
  else row.release();
}

/** Converts a 0-based column to letters: `A`, `Z`, `AA` … */
export function columnLetter(index: number): string {
  let n = index + 1;
  let out = '';
  while (n > 0) {
    out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
    n = Math.floor((n - 1) / 26);
  }
  return out;
}

const mostTexts = 20_000;
/**
 * Makes a function that returns one copy of equal texts, so that a category column costs one
 * pointer per row.
 */
export function createPool(): (text: string) => string {
  const pool = new Map<string, string>();
  return (text) => {
    if (text.length > 64) return text;
    const pooledText = pool.get(text);
    if (pooledText !== undefined) return pooledText;
    if (pool.size < mostTexts) pool.set(text, text);
    return text;
  };
}
