import { headerHits } from '#server/importing/columns/match.ts';
import { parseDate } from '#server/importing/cells/date.ts';
import { parseNumber } from '#server/importing/cells/number.ts';
import { floorFactor, isPlainUnit, landFactor, parseUnit } from '#server/importing/cells/unit.ts';
import type { Cell, Merge, Row, Table } from '#server/importing/files/table.ts';

export interface HeaderColumn {
  readonly index: number;
  readonly parent: string;
  readonly child: string /** Unique in the file: what `mapping` is keyed by. */;
  readonly key: string;
}
export interface TableHeader {
  readonly columns: readonly HeaderColumn[];
  /** Row number of the last header row. */
  readonly row: number;
  /** Index in `table.rows` of the first row below. */
  readonly first: number;
  /** How many fields its line has in a text file. */
  readonly fields?: number;
  /** Texts above the header. */
  readonly titles: readonly string[];
  readonly hits: number;
}

const SEARCHED = 15;
const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';
const filled = (row: Row): number => row.cells.filter((c) => c !== '' && String(c).trim() !== '').length;
export const isValue = (c: Cell): boolean => typeof c === 'number' || parseNumber(c).kind === 'value' || parseDate(c).kind === 'date';
const titleLike = /(?:单位|単位|unit)\s*[:：]|截至|基準日|填报|制表|報告日|as of/i;

/** 0–n: how much a row looks like the header of this table. */
function score(row: Row, widest: number): number {
  const texts = row.cells.filter(isText);
  if (texts.length === 0 || row.cells.some(isValue)) return 0;
  const hits = headerHits(row.cells);
  const distinct = new Set(texts.map((t) => t.trim())).size / texts.length;
  const coverage = texts.length / Math.max(1, widest);
  const short = texts.filter((t) => t.length <= 60).length / texts.length;
  return hits * 3 + (coverage >= 0.5 && texts.length >= 2 ? 2 * coverage * distinct * short : 0);
}

const covering = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find((m) => m.top <= row && row <= m.bottom && m.left <= column && column <= m.right);

/** The text of a group header over a column: its own cell, its merged range, or in CSV the nearest to the left. */
function parentAt(group: Row, child: Row, column: number, merges: readonly Merge[]): string {
  const own = group.cells[column];
  if (own !== undefined && isText(own)) return own.trim();
  if (merges.length > 0) {
    const merge = covering(merges, group.number, column);
    const left = merge && group.cells[merge.left];
    return merge && merge.top === group.number && left !== undefined && isText(left) ? left.trim() : '';
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
  if (!group || child.number - group.number !== 1 || group.cells.some((c) => titleLike.test(String(c))) || group.cells.some(isValue))
    return false;
  const texts = group.cells.filter(isText).length;
  const partial = merges.some((m) => m.top === group.number && m.bottom === group.number && m.right > m.left && m.left > 0);
  if (texts >= 2 && merges.length === 0)
    return group.cells.some((c, i) => isText(c) && !isText(group.cells[i + 1] ?? '') && isText(child.cells[i + 1] ?? ''));
  return texts >= 2 || (texts === 1 && partial);
}

/** A second header row below: words only, in columns where the first is blank or merged, and some column has none. */
function hasChildRow(row: Row, below: Row | undefined, merges: readonly Merge[]): boolean {
  if (!below || below.number - row.number !== 1 || below.cells.some(isValue)) return false;
  let under = 0;
  let bare = 0;
  const width = Math.max(row.cells.length, below.cells.length);
  for (let c = 0; c < width; c += 1) {
    const top = isText(row.cells[c] ?? '');
    const low = isText(below.cells[c] ?? '');
    if (top && !low) bare += 1;
    if (!low) continue;
    const merge = covering(merges, row.number, c);
    const group = merge ? merge.right > merge.left && merge.bottom === row.number : !top || !isText(row.cells[c + 1] ?? '');
    if (!group) return false;
    under += 1;
  }
  return under >= 2 && bare >= 1;
}

/** A row below the header that holds nothing but units: （百万円）, 人. */
function unitsBelow(row: Row | undefined, child: Row): readonly string[] {
  if (row === undefined || row.number - child.number !== 1) return [];
  const texts = row.cells.map((c) => (isText(c) ? c.trim() : ''));
  const bare = texts.map((text) => text.normalize('NFKC').replace(/^\((.+)\)$/, '$1'));
  const all = row.cells.every((c) => c === '' || isText(c)) && bare.every((text) => text === '' || isUnit(text));
  return all && bare.some((text) => text !== '') ? bare : [];
}
const isUnit = (text: string): boolean =>
  parseUnit(text) !== undefined || isPlainUnit(text) || landFactor(text) !== undefined || floorFactor(text) !== undefined;

/** Where a header ends whose cells are merged over three rows and more; words only, without a row of units at its end. */
function lastHeaderRow({ rows, merges }: Table, index: number): number {
  const top = rows[index]?.number ?? 0;
  const bottom = Math.max(top, ...merges.filter((m) => m.top === top && m.left === m.right).map((m) => m.bottom));
  const last = rows.findIndex((row) => row.number === bottom);
  const [over, under] = [rows[last - 1], rows[last]];
  if (last - index !== bottom - top || over === undefined || rows.slice(index, last + 1).some((row) => row.cells.some(isValue)))
    return index;
  return unitsBelow(under, over).length > 0 ? last - 1 : last;
}

/** The text of a cell that is merged downward over a header row: a header of three rows has such columns. */
function tallText(table: Table, row: number, column: number): string {
  const merge = table.merges.find((m) => m.top < row && row <= m.bottom && m.left === column && m.right === column);
  const text = merge === undefined ? undefined : table.rows.find((r) => r.number === merge.top)?.cells[column];
  return text !== undefined && isText(text) ? text.replace(/\s+/g, ' ').trim() : '';
}

function build(table: Table, group: Row | undefined, child: Row, below: number, titles: readonly string[], hits: number): TableHeader {
  const units = unitsBelow(table.rows[below], child);
  const first = units.length > 0 ? below + 1 : below;
  const tall = table.merges.filter((m) => m.top < child.number && child.number <= m.bottom);
  const width = Math.max(child.cells.length, group?.cells.length ?? 0, ...tall.map((m) => m.right + 1));
  const seen = new Map<string, number>();
  const columns: HeaderColumn[] = [];
  const childTexts = child.cells.map((c) => String(c).replace(/\s+/g, ' ').trim());
  for (let index = 0; index < width; index += 1) {
    const own = childTexts[index] || tallText(table, child.number, index);
    const unit = units[index] ?? '';
    const text = unit === '' || own === '' ? own : `${own} (${unit})`;
    const parent = group ? parentAt(group, child, index, table.merges).replace(/\s+/g, ' ') : '';
    const repeated = own !== '' && childTexts.filter((t) => t === own).length > 1;
    const base = text === '' ? parent : repeated && parent !== '' ? `${parent} ${text}` : text;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    columns.push({ index, parent: text === '' ? '' : parent, child: text === '' ? parent : text, key: n > 1 ? `${base} (${n})` : base });
  }
  const fields = child.fields ?? (child.cells.length < width ? undefined : child.cells.length);
  return { columns, row: child.number, first, titles, hits, ...(fields === undefined ? {} : { fields }) };
}

/** Finds the header in the first 15 rows with content: most known words, else the first full row of words. */
export function findHeader(table: Table): TableHeader | undefined {
  const top = table.rows.slice(0, SEARCHED);
  const widest = Math.max(0, ...table.rows.slice(0, 60).map(filled));
  let best = { index: -1, score: 0 };
  top.forEach((row, index) => {
    const s = score(row, widest);
    if (s > best.score + 1e-9) best = { index, score: s };
  });
  const row = table.rows[best.index];
  if (!row) return undefined;
  const titles = (until: number): string[] => table.rows.slice(0, until).flatMap((r) => r.cells.filter((c) => c !== '').map(String));
  const last = lastHeaderRow(table, best.index);
  if (last > best.index + 1) {
    const [over, under] = [table.rows[last - 1], table.rows[last]];
    if (under) return build(table, over, under, last + 1, titles(best.index), headerHits(row.cells) + headerHits(under.cells));
  }
  const below = table.rows[best.index + 1];
  if (hasChildRow(row, below, table.merges) && below)
    return build(table, row, below, best.index + 2, titles(best.index), headerHits(row.cells) + headerHits(below.cells));
  const above = table.rows[best.index - 1];
  const grouped = isGroupRow(above, row, table.merges);
  return build(
    table,
    grouped ? above : undefined,
    row,
    best.index + 1,
    titles(grouped ? best.index - 1 : best.index),
    headerHits(row.cells),
  );
}

/** Which sheet looks most like a register, and whether another is as likely. */
export function rankTables(tables: readonly Table[]): { readonly best: number; readonly close: boolean } {
  const scores = tables.map((t) => {
    const header = findHeader(t);
    return header && t.rows.length > header.first ? header.hits + Math.min(1, t.rows.length / 60) : 0;
  });
  const best = scores.indexOf(Math.max(...scores));
  return { best: Math.max(0, best), close: scores.some((s, i) => i !== best && s >= 2 && s >= (scores[best] ?? 0) * 0.7) };
}
