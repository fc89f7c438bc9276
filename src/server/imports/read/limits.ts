/** Limits of one file. Readers count actual bytes and cells, and ignore declared sizes. */
export const limits = {
  xlsxBytes: 50 * 1024 * 1024,
  csvBytes: 320 * 1024 * 1024,
  zipEntries: 200,
  inflatedBytes: 400 * 1024 * 1024,
  rows: 200_000,
  columns: 702,
  cells: 3_000_000,
  /** The most array elements of all rows, for sheets with few cells far to the right. */
  places: 8_000_000,
  /** The limits of a text file whose rows are packed outside the heap. */
  packed: { rows: 1_048_576, cells: 25_000_000, places: 30_000_000 },
  cellCharacters: 32_767,
  xmlDepth: 64,
  /** The longest run of XML without a tag. A full cell of numeric character references fits. */
  xmlRun: 262_144,
  merges: 20_000,
  problems: 500,
  changes: 200,
  nameCharacters: 500,
  textCharacters: 10_000,
} as const;
