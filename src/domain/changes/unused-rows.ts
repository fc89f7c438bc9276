/** Why a row below the header of an imported file became no project or no value. */
export const unusedRowReasons = [
  'unnamed',
  'merged',
  'total',
  'heading',
  'note',
  'repeated_header',
  'no_month',
  'unknown_indicator',
] as const;
export type UnusedRowReason = (typeof unusedRowReasons)[number];

/** Unused rows by reason. */
export interface UnusedRows {
  readonly reason: UnusedRowReason;
  readonly count: number;
  /** The numbers of the first rows in the file, at most ten. */
  readonly rows: readonly number[];
}

/** The rows below the header of an imported file. */
export interface ImportRows {
  /** Rows of data: without totals, headings, notes and repeated headers. */
  readonly total: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows of data that name no project, no month or no indicator. */
  readonly rejected: number;
  /**
   * All rows of a register that became no project. Together with the new, changed and unchanged
   * ones they are all rows of the file.
   */
  readonly unused: readonly UnusedRows[];
}

const listedRows = 10;

/**
 * Groups unused rows by reason, in the order of `unusedRowReasons`.
 *
 * @param rows - each with its number in the file
 */
export function groupUnusedRows(
  rows: readonly { readonly reason: UnusedRowReason; readonly row: number }[],
): UnusedRows[] {
  return unusedRowReasons.flatMap((reason) => {
    const numbers = rows.filter((one) => one.reason === reason).map(({ row }) => row);
    if (numbers.length === 0) return [];
    return [
      { reason, count: numbers.length, rows: numbers.sort((a, b) => a - b).slice(0, listedRows) },
    ];
  });
}

/**
 * Counts the rows of a file without a project or a value.
 * @returns the number of rows over all reasons
 */
export const countUnusedRows = ({ unused }: Pick<ImportRows, 'unused'>): number =>
  unused.reduce((sum, { count }) => sum + count, 0);
