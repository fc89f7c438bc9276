import { findAreaUnit } from '#server/imports/values/area.ts';
import { isPlainUnit, parseUnit } from '#server/imports/values/unit.ts';
import type { Cell, Merge, Row, Table } from '#server/imports/read/table.ts';
import { hasDatum } from './header-cells.ts';
import { isHeaderTwice } from './translated-header.ts';
import { findSheetUnit } from './titles/sheet-unit.ts';

/** Whether a cell holds text that is not blank. */
export const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';
const titleWords =
  /(?:单位|單位|単位|unit)\s*[:：]|截至|基準日|기준일|填报|制表|報告日|as of|arrêtée? au|cập nhật|tính đến|actualiza|aggiornat|atualizad|\bstand\b|по состоянию|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)/i;
const isTitle = (c: Cell): boolean =>
  isText(c) && (titleWords.test(c) || findSheetUnit([c]) !== undefined);

const covering = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);

/**
 * Finds the group header above a column: its own cell, its merged range, or in CSV the nearest cell
 * to the left.
 */
export function findParent(
  group: Row,
  child: Row,
  column: number,
  merges: readonly Merge[],
): string {
  const own = group.cells[column];
  if (own !== undefined && isText(own)) return own.trim();
  if (merges.length > 0) {
    const merge = covering(merges, group.number, column);
    const leftCell = merge && group.cells[merge.left];
    return merge && merge.top === group.number && leftCell !== undefined && isText(leftCell)
      ? leftCell.trim()
      : '';
  }
  if (!isText(child.cells[column] ?? '')) return '';
  for (let c = column - 1; c >= 0; c -= 1) {
    const cell = group.cells[c] ?? '';
    if (isText(cell)) return isText(child.cells[c] ?? '') ? cell.trim() : '';
    if (!isText(child.cells[c] ?? '')) return '';
  }
  return '';
}

function isGroupRow(group: Row | undefined, child: Row, merges: readonly Merge[]): boolean {
  if (!group || child.number - group.number !== 1 || group.cells.some(isTitle) || hasDatum(group))
    return false;
  const texts = group.cells.filter(isText).length;
  const partial = merges.some(
    (m) => m.top === group.number && m.bottom === group.number && m.right > m.left && m.left > 0,
  );
  if (texts >= 2 && merges.length === 0)
    return group.cells.some(
      (c, i) => isText(c) && !isText(group.cells[i + 1] ?? '') && isText(child.cells[i + 1] ?? ''),
    );
  return texts >= 2 || (texts === 1 && partial);
}

/**
 * Whether a second header row follows. It has only words, below blank or merged cells of the first
 * row, and at least one column without a word.
 */
function hasChildRow(row: Row, below: Row | undefined, merges: readonly Merge[]): boolean {
  if (!below || below.number - row.number !== 1 || hasDatum(below)) return false;
  let under = 0;
  let bare = 0;
  const width = Math.max(row.cells.length, below.cells.length);
  for (let c = 0; c < width; c += 1) {
    const top = isText(row.cells[c] ?? '');
    const low = isText(below.cells[c] ?? '');
    if (top && !low) bare += 1;
    if (!low) continue;
    const merge = covering(merges, row.number, c);
    const group = merge
      ? merge.right > merge.left && merge.bottom === row.number
      : !top || !isText(row.cells[c + 1] ?? '');
    if (!group) return false;
    under += 1;
  }
  return under >= 2 && bare >= 1;
}

/** Reads the units in a row below the header that holds only units: （百万円）, 人. */
export function readUnitsBelow(row: Row | undefined, child: Row): readonly string[] {
  if (row === undefined || row.number - child.number !== 1) return [];
  const texts = row.cells.map((c) => (isText(c) ? c.trim() : ''));
  const bare = texts.map((text) => text.normalize('NFKC').replace(/^\((.+)\)$/, '$1'));
  const all =
    row.cells.every((c) => c === '' || isText(c)) &&
    bare.every((text) => text === '' || isUnit(text));
  return all && bare.some((text) => text !== '') ? bare : [];
}
const isUnit = (text: string): boolean =>
  parseUnit(text) !== undefined || isPlainUnit(text) || findAreaUnit(text) !== undefined;

/**
 * Finds the rows of a header with cells merged over at least three rows. They have only words. A
 * row of units at the end is excluded.
 */
function mergedRows({ rows, merges }: Table, index: number): readonly [number, number] | undefined {
  const at = rows[index]?.number ?? 0;
  const tall = merges.filter((m) => m.top <= at && at <= m.bottom && m.left === m.right);
  const [top, bottom] = [
    Math.min(at, ...tall.map((m) => m.top)),
    Math.max(at, ...tall.map((m) => m.bottom)),
  ];
  const [first, last] = [top, bottom].map((number) =>
    rows.findIndex((row) => row.number === number),
  ) as [number, number];
  const [over, under] = [rows[last - 1], rows[last]];
  if (first < 0 || bottom - top < 2 || last - first !== bottom - top || over === undefined)
    return undefined;
  if (rows.slice(first, last + 1).some(hasDatum)) return undefined;
  return [first, readUnitsBelow(under, over).length > 0 ? last - 1 : last];
}

/**
 * Whether a third header row of a text file follows. It has only words, each below a header, and
 * blanks below headers that span all rows.
 */
function continuesBelow(rows: readonly Row[], first: number, last: number): boolean {
  const below = rows[last + 1];
  if (
    last === first ||
    below === undefined ||
    below.number - (rows[last]?.number ?? 0) !== 1 ||
    hasDatum(below)
  )
    return false;
  const texts = below.cells.flatMap((c, at) => (isText(c) ? [at] : []));
  const has = (row: Row | undefined, at: number): boolean => isText(row?.cells[at] ?? '');
  const alone = (rows[first]?.cells ?? []).flatMap((c, at) =>
    isText(c) && !rows.slice(first + 1, last + 1).some((row) => has(row, at)) ? [at] : [],
  );
  const start = rows[last]?.cells.findIndex(isText) ?? 0;
  return (
    texts.length >= 2 &&
    alone.length >= 2 &&
    texts.every((at) => at >= start && !alone.includes(at))
  );
}

/** Finds the first and last row of the header to which a row belongs. */
export function findHeaderRows(table: Table, index: number): readonly [number, number] {
  const { rows, merges } = table;
  const mergedCells = mergedRows(table, index);
  if (mergedCells !== undefined) return mergedCells;
  const row = rows[index] as Row;
  let [first, last] = [index, index];
  if (hasChildRow(row, rows[index + 1], merges)) last += 1;
  else if (isGroupRow(rows[index - 1], row, merges)) first -= 1;
  while (continuesBelow(rows, first, last)) last += 1;
  if (first === last && isHeaderTwice(rows, first)) last += 1;
  else if (first === last && isHeaderTwice(rows, first - 1)) first -= 1;
  return [first, last];
}
