import { compact } from '#domain/values/compact.ts';
import { splitHeader } from '#server/imports/headers/header-text.ts';
import { countHeaderWords } from '#server/imports/headers/match-header.ts';
import type { Merge, Row, Table } from '#server/imports/read/table.ts';
import { hasDatum, convertYearNames } from './header-cells.ts';
import { findHeaderRows, isText, findParent, readUnitsBelow } from './header-rows.ts';
import { isAmongData, createLetterHeader } from './lettered-header.ts';
import type { HeaderColumn, TableHeader } from './table-header.ts';
import { isHeaderTwice } from './translated-header.ts';

const SEARCH_ROWS = 15;
const countFilled = (row: Row): number =>
  row.cells.filter((c) => c !== '' && String(c).trim() !== '').length;

/** Scores how much a row looks like the header of this table, from 0. */
function score(row: Row, widest: number): number {
  const texts = row.cells.filter(isText);
  if (texts.length === 0 || hasDatum(row)) return 0;
  const hits = countHeaderWords(row.cells);
  const distinct = new Set(texts.map((t) => t.trim())).size / texts.length;
  const coverage = texts.length / Math.max(1, widest);
  const short = texts.filter((t) => t.length <= 60).length / texts.length;
  return hits * 3 + (coverage >= 0.5 && texts.length >= 2 ? 2 * coverage * distinct * short : 0);
}

/**
 * Reads the text of a cell that is merged downward over a header row, as in headers of three rows.
 */
function readTallText(table: Table, row: number, column: number): string {
  const merge = table.merges.find(
    (m) => m.top < row && row <= m.bottom && m.left === column && m.right === column,
  );
  const text =
    merge === undefined ? undefined : table.rows.find((r) => r.number === merge.top)?.cells[column];
  return text !== undefined && isText(text) ? text.replace(/\s+/g, ' ').trim() : '';
}

/**
 * Joins the headers above a column, the nearest first. A unit further up applies if the nearest
 * header names none.
 */
function joinParents(
  above: readonly Row[],
  child: Row,
  column: number,
  own: string,
  merges: readonly Merge[],
): string {
  const texts = above
    .toReversed()
    .map((group) => findParent(group, child, column, merges).replace(/\s+/g, ' '))
    .filter((text) => text !== '' && text !== own);
  const [nearest = '', ...further] = texts;
  const unit =
    splitHeader(nearest).unitText === undefined
      ? further.map((text) => splitHeader(text).unitText).find(Boolean)
      : undefined;
  return unit === undefined ? nearest : `${nearest} (${unit})`;
}

interface HeaderRows {
  /** The rows of groups above the headers, from the top. */
  readonly above: readonly Row[];
  readonly child: Row;
  /** The index of the first row below the header. */
  readonly below: number;
  readonly titles: readonly string[];
  /** The number of known words in the header. */
  readonly hits: number;
}
function makeHeader(table: Table, { above, child, below, titles, hits }: HeaderRows): TableHeader {
  const units = readUnitsBelow(table.rows[below], child);
  const first = units.length > 0 ? below + 1 : below;
  const tall = table.merges.filter((m) => m.top < child.number && child.number <= m.bottom);
  const width = Math.max(
    ...[child, ...above].map((row) => row.cells.length),
    ...tall.map((m) => m.right + 1),
  );
  const countByName = new Map<string, number>();
  const columns: HeaderColumn[] = [];
  const childTexts = child.cells.map((c) => String(c).replace(/\s+/g, ' ').trim());
  for (let index = 0; index < width; index += 1) {
    const own = childTexts[index] || readTallText(table, child.number, index);
    const unit = units[index] ?? '';
    const text = unit === '' || own === '' ? own : `${own} (${unit})`;
    const parent = joinParents(above, child, index, text, table.merges);
    const isRepeat = own !== '' && childTexts.filter((t) => t === own).length > 1;
    const over =
      above.length > 1 && own === childTexts[index]
        ? findParent(above.at(-1) as Row, child, index, table.merges)
        : '';
    const label = isRepeat ? parent : over;
    const base =
      text === ''
        ? parent
        : label === '' || label === text
          ? text
          : `${label.replace(/\s+/g, ' ')} ${text}`;
    const n = (countByName.get(base) ?? 0) + 1;
    countByName.set(base, n);
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

/**
 * Finds the header in the first 15 rows with content: the row with most known words, else the first
 * full row of words.
 * @returns undefined if no row looks like a header
 */
export function findHeader(foundTable: Table): TableHeader | undefined {
  const table: Table = {
    ...foundTable,
    rows: [
      ...convertYearNames(foundTable.rows.slice(0, SEARCH_ROWS + 3)),
      ...foundTable.rows.slice(SEARCH_ROWS + 3),
    ],
  };
  const top = table.rows.slice(0, SEARCH_ROWS);
  const widest = Math.max(0, ...table.rows.slice(0, 60).map(countFilled));
  let best = { index: -1, score: 0 };
  top.forEach((row, index) => {
    const s = score(row, widest);
    if (s > best.score + 1e-9) best = { index, score: s };
  });
  const row = table.rows[best.index];
  if (!row || (countHeaderWords(row.cells) <= 1 && isAmongData(table.rows, best.index)))
    return createLetterHeader(table);
  const titles = (until: number): string[] =>
    table.rows.slice(0, until).flatMap((r) => r.cells.filter((c) => c !== '').map(String));
  const [first, last] = findHeaderRows(table, best.index);
  const rows = table.rows.slice(first, last + 1);
  const hits = table.rows
    .slice(best.index, last + 1)
    .reduce((sum, { cells }) => sum + countHeaderWords(cells), 0);
  // of two languages, the one with more known words names the columns
  const [above, child] = isHeaderTwice(table.rows, first)
    ? [rows.filter((one) => one !== row), row]
    : [rows.slice(0, -1), rows.at(-1) ?? row];
  return makeHeader(table, { above, child, below: last + 1, titles: titles(first), hits });
}

/** Finds the sheet that looks most like a register, and whether another is as likely. */
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
