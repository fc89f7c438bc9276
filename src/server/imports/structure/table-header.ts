import type { FormatCurrency } from '#server/imports/read/table.ts';

export interface HeaderColumn {
  readonly index: number;
  readonly parent: string;
  readonly child: string;
  /** The key of the column in answers to `mapping`. It is unique in the file. */
  readonly key: string;
  readonly isHidden?: boolean;
  readonly currency?: FormatCurrency;
}
export interface TableHeader {
  readonly columns: readonly HeaderColumn[];
  /** The row number of the last header row. */
  readonly row: number;
  /** The index in `table.rows` of the first row below the header. */
  readonly first: number;
  /** The number of fields in its line in a text file. */
  readonly fields?: number;
  /** Texts above the header. */
  readonly titles: readonly string[];
  readonly hits: number;
  /** Whether the table has no header, so that letters name its columns. */
  readonly isMissing?: boolean;
}
