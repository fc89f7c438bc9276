import { compact } from '#domain/values/compact.ts';
import { createRejection } from './failure.ts';
import { limits } from './limits.ts';
import { columnLetter, type Cell, type Row } from './table.ts';

/** Collects rows, and stops the reader where a table exceeds a limit. */
export class RowSink {
  readonly rows: Row[] = [];
  private cells = 0;
  private places = 0;
  private readonly sheet: string | undefined;
  constructor(sheet?: string) {
    this.sheet = sheet;
  }

  /**
   * Adds a row.
   * @param fields - the number of fields in the line, including blank ones at its end
   */
  add(number: number, cells: Cell[], fields = 0): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    const place = { ...compact({ sheet: this.sheet }), row: number };
    if (number > limits.rows) throw createRejection('too_many_rows', { limit: limits.rows }, place);
    if (width > limits.columns)
      throw createRejection(
        'too_many_columns',
        { limit: limits.columns },
        { ...place, column: columnLetter(width - 1) },
      );
    cells.length = width;
    for (const cell of cells) if (cell !== '') this.cells += 1;
    this.places += width;
    if (this.cells > limits.cells || this.places > limits.places)
      throw createRejection('too_many_cells', { limit: limits.cells }, place);
    this.rows.push(fields > width ? { number, cells, fields } : { number, cells });
  }
}

/** Makes the error of a cell with more characters than an import takes. */
export function cellTooLong(row: number, column: number, sheet?: string): Error {
  return createRejection(
    'cell_too_long',
    { limit: limits.cellCharacters },
    { ...compact({ sheet }), row, column: columnLetter(column) },
  );
}
