import { parseDate } from '#server/imports/values/date.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';

/** Whether a cell holds a number or a date. */
export const isValue = (c: Cell): boolean =>
  typeof c === 'number' || parseNumber(c).kind === 'value' || parseDate(c).kind === 'date';

/** Finds the columns in which rows hold mostly numbers or dates. */
export function findValueColumns(rows: readonly Row[]): ReadonlySet<number> {
  const out = new Set<number>();
  const width = Math.max(0, ...rows.map((r) => r.cells.length));
  for (let c = 0; c < width; c += 1) {
    const filledCells = rows.flatMap((r) => ((r.cells[c] ?? '') === '' ? [] : [r.cells[c] ?? '']));
    if (filledCells.length >= 2 && filledCells.filter(isValue).length / filledCells.length > 0.6)
      out.add(c);
  }
  return out;
}
