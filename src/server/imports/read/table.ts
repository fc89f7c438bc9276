import type { Reading } from '#server/imports/read/encodings/encoding-previews.ts';

/**
 * One cell: text as it stood, or a number that the file typed as one. Empty is ''. Dates of XLSX
 * are ISO texts.
 */
export type Cell = string | number;
/** A row that has any content, with its number as a spreadsheet shows it (from 1). */
export interface Row {
  readonly number: number;
  readonly cells: Cell[];
  /** How many fields its line has in a text file, where that is more than cells. */
  readonly fields?: number;
}
/** A merged range, 0-based columns and row numbers from 1, all inclusive. */
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
/** The currency that the formats of a column's numbers name. */
export interface FormatCurrency {
  /** A code, a sign or words: EUR, US$, 百万円. */
  readonly words: string;
  /**
   * The format of every number names it; where it is not of all, those numbers are written with the
   * words.
   */
  readonly isWhole: boolean;
}
/** Coloured cells of a column that hold nothing; `row` is the first. */
export interface ColouredCells {
  readonly column: number;
  readonly row: number;
  readonly count: number;
}
/** Coloured cells of a column that hold something, each with the number of its colour. */
export interface ColouredTexts {
  readonly column: number;
  readonly cells: readonly { readonly row: number; readonly fill: number }[];
}
export interface Table {
  readonly name?: string;
  readonly rows: Row[];
  readonly merges: readonly Merge[];
  /** Numbers that stand for days count them from 1904. */
  readonly date1904?: boolean;
  /** Rows that the sheet hides; the first ones. */
  readonly hidden?: readonly number[];
  /** Columns that the sheet hides, from 0. */
  readonly hiddenColumns?: readonly number[];
  /** Currencies by column, where all numbers whose format names one name the same. */
  readonly currencies?: ReadonlyMap<number, FormatCurrency>;
  /** Columns with coloured cells that hold nothing, with how many and the first row of them. */
  readonly coloured?: readonly ColouredCells[];
  /** Columns with cells that hold something and have another colour than the rest of their row. */
  readonly colouredTexts?: readonly ColouredTexts[];
  /**
   * Quotes of a text file that were taken for text, since rows would have vanished in one cell; the
   * first ones.
   */
  readonly strayQuotes?: readonly StrayQuote[];
  /** Its rows were columns: one project stood in each. */
  readonly isTurned?: boolean;
  /**
   * Cells of formulas that hold no value, row numbers from 1 and 0-based columns; the first ones.
   */
  readonly uncomputed?: readonly { readonly row: number; readonly column: number }[];
}
export interface ReadFile {
  readonly format: 'csv' | 'workbook';
  readonly encoding?: string;
  /** The readings that a person must choose between; none where the encoding is sure. */
  readonly readings: readonly Reading[];
  readonly sheets: readonly string[];
  /** The sheet that is read. */
  readonly table: Table;
  /** Which of the sheets it is. */
  readonly sheet: number;
  /** The first rows of every sheet, where there are several. */
  readonly samples: readonly Table[];
  /**
   * Sheets of the same shape as the one that is read, itself among them, in their order; none where
   * it is the only one.
   */
  readonly alike: readonly Table[];
}

/** `A`, `Z`, `AA` … for a 0-based column. */
export function columnLetter(index: number): string {
  let n = index + 1;
  let out = '';
  while (n > 0) {
    out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
    n = Math.floor((n - 1) / 26);
  }
  return out;
}

/** Keeps one copy of texts that repeat, so that a category column costs a pointer a row. */
export function createPool(limit = 20_000): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    if (text.length > 64) return text;
    const known = seen.get(text);
    if (known !== undefined) return known;
    if (seen.size < limit) seen.set(text, text);
    return text;
  };
}
