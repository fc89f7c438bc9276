import { compact } from '#domain/values/compact.ts';
import { splitHeader } from '#server/imports/headers/header-text.ts';
import { headerHits } from '#server/imports/headers/match-header.ts';
import { floorFactor, isPlainUnit, landFactor, parseUnit } from '#server/imports/values/unit.ts';
import { hasDatum, withYearNames } from './header-cells.ts';
import { isAmongData, lettersAsHeader } from './lettered-header.ts';
import { isHeaderTwice } from './translated-header.ts';
import { sheetUnit } from './titles.ts';
import type { Cell, FormatCurrency, Merge, Row, Table } from '#server/imports/read/table.ts';

export interface HeaderColumn {
  readonly index: number;
  readonly parent: string;
  readonly child: string /** Unique in the file: what `mapping` is keyed by. */;
  readonly key: string;
  /** The sheet hides it. */
  readonly isHidden?: boolean;
  readonly currency?: FormatCurrency;
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
  /** The table has none: its columns are called by their letters. */
  readonly isMissing?: boolean;
}

const SEARCHED = 15;
const isText = (c: Cell): c is string => typeof c === 'string' && c.trim() !== '';
const filled = (row: Row): number =>
  row.cells.filter((c) => c !== '' && String(c).trim() !== '').length;
const titleWords =
  /(?:单位|單位|単位|unit)\s*[:：]|截至|基準日|기준일|填报|制表|報告日|as of|arrêtée? au|cập nhật|tính đến|actualiza|aggiornat|atualizad|\bstand\b|по состоянию|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)/i;
const isTitle = (c: Cell): boolean =>
  isText(c) && (titleWords.test(c) || sheetUnit([c]) !== undefined);

/** 0–n: how much a row looks like the header of this table. */
function score(row: Row, widest: number): number {
  const texts = row.cells.filter(isText);
  if (texts.length === 0 || hasDatum(row)) return 0;
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
    return merge && merge.top === group.number && left !== undefined && isText(left)
      ? left.trim()
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

/** A second header row below: words only, in columns where the first is blank or merged, and some column has none. */
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

/** A row below the header that holds nothing but units: （百万円）, 人. */
function unitsBelow(row: Row | undefined, child: Row): readonly string[] {
  if (row === undefined || row.number - child.number !== 1) return [];
  const texts = row.cells.map((c) => (isText(c) ? c.trim() : ''));
  const bare = texts.map((text) => text.normalize('NFKC').replace(/^\((.+)\)$/, '$1'));
  const all =
    row.cells.every((c) => c === '' || isText(c)) &&
    bare.every((text) => text === '' || isUnit(text));
  return all && bare.some((text) => text !== '') ? bare : [];
}
const isUnit = (text: string): boolean =>
  parseUnit(text) !== undefined ||
  isPlainUnit(text) ||
  landFactor(text) !== undefined ||
  floorFactor(text) !== undefined;

/** The rows of a header whose cells are merged over three rows and more; words only, without a row of units at its end. */
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
  return [first, unitsBelow(under, over).length > 0 ? last - 1 : last];
}

/** A third header row in a text file: words only, each below a header, and nothing below those that stand alone. */
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

/** The first and last row of the header that a row belongs to. */
function headerRows(table: Table, index: number): readonly [number, number] {
  const { rows, merges } = table;
  const merged = mergedRows(table, index);
  if (merged !== undefined) return merged;
  const row = rows[index] as Row;
  let [first, last] = [index, index];
  if (hasChildRow(row, rows[index + 1], merges)) last += 1;
  else if (isGroupRow(rows[index - 1], row, merges)) first -= 1;
  while (continuesBelow(rows, first, last)) last += 1;
  if (first === last && isHeaderTwice(rows, first)) last += 1;
  else if (first === last && isHeaderTwice(rows, first - 1)) first -= 1;
  return [first, last];
}

/** The text of a cell that is merged downward over a header row: a header of three rows has such columns. */
function tallText(table: Table, row: number, column: number): string {
  const merge = table.merges.find(
    (m) => m.top < row && row <= m.bottom && m.left === column && m.right === column,
  );
  const text =
    merge === undefined ? undefined : table.rows.find((r) => r.number === merge.top)?.cells[column];
  return text !== undefined && isText(text) ? text.replace(/\s+/g, ' ').trim() : '';
}

/** What stands over a column, the nearest first; the unit of one further up holds where the nearest names none. */
function parentOf(
  above: readonly Row[],
  child: Row,
  column: number,
  own: string,
  merges: readonly Merge[],
): string {
  const texts = above
    .toReversed()
    .map((group) => parentAt(group, child, column, merges).replace(/\s+/g, ' '))
    .filter((text) => text !== '' && text !== own);
  const [nearest = '', ...further] = texts;
  const unit =
    splitHeader(nearest).unitText === undefined
      ? further.map((text) => splitHeader(text).unitText).find(Boolean)
      : undefined;
  return unit === undefined ? nearest : `${nearest} (${unit})`;
}

function build(
  table: Table,
  above: readonly Row[],
  child: Row,
  below: number,
  titles: readonly string[],
  hits: number,
): TableHeader {
  const units = unitsBelow(table.rows[below], child);
  const first = units.length > 0 ? below + 1 : below;
  const tall = table.merges.filter((m) => m.top < child.number && child.number <= m.bottom);
  const width = Math.max(
    ...[child, ...above].map((row) => row.cells.length),
    ...tall.map((m) => m.right + 1),
  );
  const seen = new Map<string, number>();
  const columns: HeaderColumn[] = [];
  const childTexts = child.cells.map((c) => String(c).replace(/\s+/g, ' ').trim());
  for (let index = 0; index < width; index += 1) {
    const own = childTexts[index] || tallText(table, child.number, index);
    const unit = units[index] ?? '';
    const text = unit === '' || own === '' ? own : `${own} (${unit})`;
    const parent = parentOf(above, child, index, text, table.merges);
    const repeated = own !== '' && childTexts.filter((t) => t === own).length > 1;
    const over =
      above.length > 1 && own === childTexts[index]
        ? parentAt(above.at(-1) as Row, child, index, table.merges)
        : '';
    const said = repeated ? parent : over;
    const base =
      text === ''
        ? parent
        : said === '' || said === text
          ? text
          : `${said.replace(/\s+/g, ' ')} ${text}`;
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    const currency = table.currencies?.get(index);
    columns.push({
      index,
      parent: text === '' ? '' : parent,
      child: text === '' ? parent : text,
      key: n > 1 ? `${base} (${n})` : base,
      ...compact({
        isHidden: table.hiddenColumns?.includes(index) === true ? true : undefined,
        currency,
      }),
    });
  }
  const fields = child.fields ?? (child.cells.length < width ? undefined : child.cells.length);
  return {
    columns,
    row: child.number,
    first,
    titles,
    hits,
    ...compact({ fields }),
  };
}

/** Finds the header in the first 15 rows with content: most known words, else the first full row of words. */
export function findHeader(found: Table): TableHeader | undefined {
  const table: Table = {
    ...found,
    rows: [...withYearNames(found.rows.slice(0, SEARCHED + 3)), ...found.rows.slice(SEARCHED + 3)],
  };
  const top = table.rows.slice(0, SEARCHED);
  const widest = Math.max(0, ...table.rows.slice(0, 60).map(filled));
  let best = { index: -1, score: 0 };
  top.forEach((row, index) => {
    const s = score(row, widest);
    if (s > best.score + 1e-9) best = { index, score: s };
  });
  const row = table.rows[best.index];
  if (!row || (headerHits(row.cells) <= 1 && isAmongData(table.rows, best.index)))
    return lettersAsHeader(table);
  const titles = (until: number): string[] =>
    table.rows.slice(0, until).flatMap((r) => r.cells.filter((c) => c !== '').map(String));
  const [first, last] = headerRows(table, best.index);
  const rows = table.rows.slice(first, last + 1);
  const hits = table.rows
    .slice(best.index, last + 1)
    .reduce((sum, { cells }) => sum + headerHits(cells), 0);
  // of two languages the one that is known better names the columns
  const [above, child] = isHeaderTwice(table.rows, first)
    ? [rows.filter((one) => one !== row), row]
    : [rows.slice(0, -1), rows.at(-1) ?? row];
  return build(table, above, child, last + 1, titles(first), hits);
}

/** Which sheet looks most like a register, and whether another is as likely. */
export function rankTables(tables: readonly Table[]): {
  readonly best: number;
  readonly close: boolean;
} {
  const scores = tables.map((t) => {
    const header = findHeader(t);
    return header && t.rows.length > header.first
      ? header.hits + Math.min(1, t.rows.length / 60)
      : 0;
  });
  const best = scores.indexOf(Math.max(...scores));
  return {
    best: Math.max(0, best),
    close: scores.some((s, i) => i !== best && s >= 2 && s >= (scores[best] ?? 0) * 0.7),
  };
}
