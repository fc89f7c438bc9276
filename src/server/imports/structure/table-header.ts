import type { FormatCurrency } from '#server/imports/read/table.ts';

export interface HeaderColumn {
  readonly index: number;
  readonly parent: string;
  readonly child: string;
  /** Unique in the file; answers to `mapping` use it as their key. */
  readonly key: string;
  readonly isHidden?: boolean;
  readonly currency?: FormatCurrency;
}
export interface TableHeader {
  readonly columns: readonly HeaderColumn[];
  /** Row number of the last header row. */
  readonly row: number;
  /** Index in `table.rows` of the first row below. */
  readonly first: number;
  /** The number of fields in its line of a text file. */
  readonly fields?: number;
  /** Texts above the header. */
  readonly titles: readonly string[];
  readonly hits: number;
  /** True if the table has no header and its columns are named by letters. */
  readonly isMissing?: boolean;
}
