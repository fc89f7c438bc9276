import { compact } from '#domain/values/compact.ts';
import { findHints } from '#server/imports/headers/header-hints.ts';
import { countHeaderWords, matchHeader } from '#server/imports/headers/match-header.ts';
import { namingFields } from '#contract/imports/constants.ts';
import type { Cell, Row, Table } from '#server/imports/read/table.ts';
import { writeWords } from '#server/imports/read/number-format-words.ts';
import { findHeader } from './header.ts';
import type { TableHeader } from './table-header.ts';
import type { FoundTable } from './tables.ts';
import { isValue } from './value-columns.ts';

/** The most fields below each other. */
const mostFields = 80;
const trimText = (cell: Cell | undefined): string => String(cell ?? '').trim();

/** Counts the cells that look like field names: short words with a hint. */
function fieldNames(cells: readonly Cell[]): number {
  const texts = cells.map(trimText).filter((text) => text !== '');
  const names = texts.filter(
    (text) =>
      text.length <= 60 &&
      !/^\d/.test(text) &&
      (countHeaderWords([text]) > 0 || findHints(text).size > 0),
  );
  return texts.length === 0 ? 0 : names.length / texts.length;
}

/** Measures how uniform the cells of each line are: all numbers and days, or all words. */
function evenness(linesOfCells: readonly (readonly Cell[])[]): number {
  const shares = linesOfCells.flatMap((cells) => {
    const filledCells = cells.filter((cell) => trimText(cell) !== '');
    if (filledCells.length < 2) return [];
    const values = filledCells.filter(isValue).length / filledCells.length;
    return [Math.max(values, 1 - values)];
  });
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

const listColumns = (rows: readonly Row[]): Cell[][] =>
  Array.from({ length: Math.max(0, ...rows.map(({ cells }) => cells.length)) }, (_, at) =>
    rows.map(({ cells }) => cells[at] ?? ''),
  );

/** Returns the rows from the first one with more than one cell on. */
function withoutTitles({ rows }: Table): readonly Row[] {
  const first = rows.findIndex(
    ({ cells }) => cells.filter((cell) => trimText(cell) !== '').length > 1,
  );
  return first < 0 ? [] : rows.slice(first);
}

/** Whether field names are below each other, so that each column is a project. */
export function isTransposed({ table }: Pick<FoundTable, 'table'>): boolean {
  const rows = withoutTitles(table);
  const [top] = rows;
  if (top === undefined || rows.length > mostFields || rows.length < 3) return false;
  const firsts = rows.map(({ cells }) => cells[0] ?? '');
  const [hits, hitsAcross] = [countHeaderWords(firsts), countHeaderWords(top.cells)];
  if (hitsAcross <= 2 && hits >= 3 && hits * 2 > firsts.length) return true;
  const [down, across] = [fieldNames(firsts), fieldNames(top.cells)];
  if (down < 0.5 || down < across + 0.2 || hitsAcross > 1) return false;
  const data = rows.slice(1).map(({ cells }) => cells.slice(1));
  const inRows = evenness(data);
  const inColumns = evenness(listColumns(rows.slice(1)).slice(1));
  return inRows >= 0.9 && inRows > inColumns + 0.1;
}

/** Whether a header names projects. */
const namesProjects = ({ columns }: TableHeader): boolean =>
  columns.some(({ parent, child }) => {
    const { match } = matchHeader(parent, child);
    const isNaming =
      match.kind === 'synonym' &&
      (match.field === 'project_id' || (namingFields as readonly string[]).includes(match.field));
    return isNaming || findHints(child).has('project');
  });

/**
 * Transposes the table. Its columns become rows, each with the number of its column.
 * @returns undefined if its columns are no projects either
 */
export function transpose({ table }: Pick<FoundTable, 'table'>): FoundTable | undefined {
  const rows = withoutTitles(table);
  // in a row of its own, each number would lose the currency of its column
  for (const [column, { words, isWhole }] of table.currencies ?? [])
    if (isWhole) writeWords(rows, column, words);
  const titles = table.rows
    .slice(0, table.rows.length - rows.length)
    .flatMap(({ cells }) => cells.filter((cell) => cell !== '').map(String));
  const rowsOfColumns: Row[] = listColumns(rows).map((cells, at) => ({ number: at + 1, cells }));
  const { name } = table;
  const upright: Table = {
    ...compact({ name }),
    rows: rowsOfColumns,
    merges: [],
    isTransposed: true,
  };
  const header = findHeader(upright);
  if (header === undefined || !namesProjects(header) || rowsOfColumns.length <= header.first)
    return undefined;
  return { table: upright, header: { ...header, titles } };
}
