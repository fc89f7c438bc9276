/**
 * Limits of one file. Actual bytes and cells are counted while reading, never the declared ones.
 */
export const limits = {
  xlsxBytes: 50 * 1024 * 1024,
  csvBytes: 256 * 1024 * 1024,
  zipEntries: 200,
  inflatedBytes: 400 * 1024 * 1024,
  rows: 200_000,
  columns: 702,
  cells: 3_000_000,
  /** Array elements of all rows together, for a sheet with few cells far to the right. */
  places: 8_000_000,
  cellCharacters: 32_767,
  xmlDepth: 64,
  /** Longest run of XML without a tag: a full cell of numeric character references. */
  xmlRun: 262_144,
  merges: 20_000,
  problems: 500,
  changes: 200,
  nameCharacters: 500,
  textCharacters: 10_000,
} as const;
