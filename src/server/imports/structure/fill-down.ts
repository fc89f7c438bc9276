import { replaceCell, type Cell, type Merge, type Row } from '#server/imports/read/table.ts';

/**
 * Copies the value of a vertically merged cell into the rows below it, in columns of words. Amounts
 * are never copied.
 */
export function fillDown(
  rows: readonly Row[],
  merges: readonly Merge[],
  columns: ReadonlySet<number>,
): void {
  const tall = merges.filter((m) => m.bottom > m.top && m.left === m.right && columns.has(m.left));
  if (tall.length === 0) return;
  const byNumber = new Map(rows.map((r) => [r.number, r]));
  for (const m of tall) {
    const value = byNumber.get(m.top)?.cells[m.left] ?? '';
    for (let n = m.top + 1; n <= m.bottom && value !== ''; n += 1) {
      const row = byNumber.get(n);
      if (!row || (row.cells[m.left] ?? '') !== '') continue;
      replaceCell(row, m.left, value);
    }
  }
}

const isDitto = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' &&
  cell.length <= 5 &&
  /^(?:[〃″々"”]|''|同上|同前|ditto|do\.)$/i.test(cell.trim());

/**
 * Replaces ditto marks by the value above, in columns of words and days. Names, codes and amounts
 * are never copied.
 */
export function fillDitto(rows: readonly Row[], columns: ReadonlySet<number>): void {
  let above: readonly Cell[] | undefined;
  for (const row of rows) {
    for (const column of above === undefined ? [] : columns)
      if (isDitto(row.cells[column])) replaceCell(row, column, above?.[column] ?? '');
    above = row.cells;
  }
}
