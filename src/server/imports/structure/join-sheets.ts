import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { matchHeader } from '#server/imports/headers/match-header.ts';
import { createRejection } from '#server/imports/read/failure.ts';
import { writeWords } from '#server/imports/read/number-format-words.ts';
import type { Cell, FormatCurrency, Row, Table } from '#server/imports/read/table.ts';
import { limits } from '#server/imports/read/limits.ts';
import { JoinedNotes } from './joined-notes.ts';
import { findHeader } from './header.ts';
import { findNewestSheet } from './sheet-days.ts';
import type { TableHeader } from './table-header.ts';
import { area, readSectionWord } from './sections.ts';
import { findTables } from './tables.ts';
import { stages, statuses } from '#domain/projects/stage.ts';
import { isCancellation, proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { isStageOrStatus } from '#server/imports/vocabulary/words.ts';

/** Finds the stage word in the name of a sheet, as written. @returns undefined if there is none */
function findStageWord(name: string): string | undefined {
  const word = readSectionWord(name).replace(
    /\s*(?:项目|案件|projects?|projekte?|projets?|proyectos|progetti|projetos)$/i,
    '',
  );
  const bare = word === '' ? readSectionWord(name) : word;
  for (const one of [readSectionWord(name), bare]) {
    if (isStageOrStatus(one) || isCancellation(one)) return one;
    const proposal = proposeStage(one);
    if (
      proposal !== undefined &&
      ([...stages, ...statuses] as readonly string[]).includes(proposal)
    )
      return one;
  }
  return undefined;
}

/** The meaning of sheet names for the projects of their sheets. */
export type SheetMeaning = 'stage' | 'year' | 'area' | 'note';
/** One of several sheets that are read as one register. Its rows follow those of earlier sheets. */
export interface SheetPart {
  readonly name: string;
  /** The offset of its row numbers, by which every row of all sheets has a unique number. */
  readonly offset: number;
}

const yearIn = (name: string): string | undefined => /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(name)?.[0];
/** Removes years from the name of a column, since they differ between sheets. */
const columnName = (key: string): string => normaliseHeader(key).replace(/(?:19|20)\d\d/g, '');
const listNames = (header: TableHeader): string[] =>
  header.columns.map(({ key }) => columnName(key)).filter((name) => name !== '');

/** Lists the indexes of the sheets with the same columns as the chosen one, including it. */
export function listAlikeSheets(tables: readonly Table[], chosenSheet: number): readonly number[] {
  const shapes = tables.map((table) => {
    const tablesOfSheet = findTables(table);
    const header = tablesOfSheet.length === 1 ? tablesOfSheet[0]?.header : undefined;
    return header === undefined || table.rows.length <= header.first
      ? undefined
      : listNames(header).toSorted().join('\u0001');
  });
  const own = shapes[chosenSheet];
  return tables.flatMap((_, i) =>
    i === chosenSheet || (own !== undefined && own !== '' && shapes[i] === own) ? [i] : [],
  );
}

/** Lists the identity of each row's project in a sheet. */
function listIdentities({ rows }: Table, header: TableHeader): readonly string[] {
  const findField = (field: string): number | undefined =>
    header.columns.find(({ parent, child }) => {
      const { match } = matchHeader(parent, child);
      return match.kind === 'synonym' && match.field === field;
    })?.index;
  const at =
    findField('project_id') ??
    findField('project_name') ??
    header.columns.find(({ key }) => key !== '')?.index ??
    0;
  return rows.slice(header.first).flatMap(({ cells }) => {
    const text = String(cells[at] ?? '').trim();
    return text === '' || /^\d{1,3}$/.test(text) ? [] : [text];
  });
}

const listProjects = (table: Table): ReadonlySet<string> => {
  const header = findHeader(table);
  return new Set(header === undefined ? [] : listIdentities(table, header));
};
/** Whether the sheets list the same projects again, like editions of one register. */
function repeatProjects(sheets: readonly ReadonlySet<string>[]): boolean {
  const all = sheets.reduce((count, { size }) => count + size, 0);
  return all - new Set(sheets.flatMap((projects) => [...projects])).size > all * 0.2;
}

/** The least share of the projects of each older edition that the newest one lists. */
const fullEdition = 0.9;
/**
 * Whether the sheets are editions of one register by the days of their names, of which the newest
 * lists nearly all projects of the others.
 */
function areEditions(names: readonly string[], sheets: readonly ReadonlySet<string>[]): boolean {
  const newest = sheets[findNewestSheet(names) ?? -1];
  return (
    newest !== undefined &&
    sheets.every(
      (one) => [...one].filter((name) => newest.has(name)).length >= one.size * fullEdition,
    )
  );
}

/** Chooses the meaning of most sheet names. */
function chooseMeaning(names: readonly string[]): SheetMeaning {
  const share = (test: (name: string) => boolean): number =>
    names.filter(test).length / names.length;
  if (share((name) => findStageWord(name) !== undefined) >= 0.6) return 'stage';
  if (share((name) => yearIn(name) !== undefined) >= 0.6) return 'year';
  return share((name) => area.test(name.trim())) >= 0.6 ? 'area' : 'note';
}

/** Sheets of one shape, and whether they form one register by the answers. */
export interface AlikeSheets {
  readonly names: readonly string[];
  /** The meaning of the names; undefined if one sheet is read alone. */
  readonly meaning: SheetMeaning | undefined;
  /**
   * The proposal: one sheet if they are editions by their names. Undefined if they list the same
   * projects although their names state no days.
   */
  readonly proposal: SheetMeaning | 'one' | undefined;
}
const meanings: readonly string[] = ['stage', 'year', 'area', 'note'] satisfies SheetMeaning[];

/**
 * Finds the sheets that can be read as one table, and what their names say.
 * @returns undefined for one sheet, or if their columns differ
 */
export function findAlikeSheets(
  tables: readonly Table[],
  answers: ImportAnswers,
): AlikeSheets | undefined {
  if (tables.length < 2) return undefined;
  const names = tables.map(({ name = '' }) => name);
  const projects = tables.map(listProjects);
  const proposal = !repeatProjects(projects)
    ? chooseMeaning(names)
    : areEditions(names, projects)
      ? 'one'
      : undefined;
  const answer = readTextAnswer(answers, 'sheets');
  // a sheet that was chosen by name is read alone
  const isOne =
    answer === 'one' ||
    (answer === undefined &&
      (readTextAnswer(answers, 'sheet') ?? readTextAnswer(answers, 'table')) !== undefined);
  const chosenMeaning =
    answer !== undefined && meanings.includes(answer) ? (answer as SheetMeaning) : proposal;
  const meaning = isOne || chosenMeaning === 'one' ? undefined : chosenMeaning;
  return { names, proposal, meaning };
}

const fields: Readonly<Record<SheetMeaning, string>> = {
  stage: 'stage',
  year: 'Year',
  area: 'zone',
  note: 'Sheet',
};
const nameIn = (meaning: SheetMeaning, name: string): string =>
  meaning === 'stage'
    ? (findStageWord(name) ?? readSectionWord(name))
    : meaning === 'year'
      ? (yearIn(name) ?? name)
      : name;

/** Returns the cells of a row in the order of the first sheet's columns. */
function cellsInOrder(
  { cells }: Row,
  places: readonly (number | undefined)[],
  name: string,
): Cell[] {
  const out = places.map((at) => (at === undefined ? '' : (cells[at] ?? '')));
  out.push(name);
  return out;
}

/** A sheet and the place of its columns in the joined table. */
interface LocatedSheet {
  readonly table: Table;
  /** The row of its header. */
  readonly headerRow: number;
  readonly rows: readonly Row[];
  /** The column of the sheet for each column of the joined table. */
  readonly places: readonly (number | undefined)[];
}

function locate(table: Table, header: TableHeader, width: number): readonly LocatedSheet[] {
  const below = findHeader(table);
  if (below === undefined) return [];
  const byName = new Map(below.columns.map(({ key, index }) => [columnName(key), index]));
  const columns = Array.from({ length: width }, (_, index) =>
    header.columns.find((column) => column.index === index),
  );
  const places = columns.map((column) =>
    column === undefined ? undefined : byName.get(columnName(column.key)),
  );
  return [{ table, headerRow: below.row, rows: table.rows.slice(below.first), places }];
}

/**
 * Joins the currencies in the number formats of all sheets. If sheets differ in a column, each
 * number is written with the words of its own sheet.
 */
function joinCurrencies(
  sheets: readonly LocatedSheet[],
  column: number,
): FormatCurrency | undefined {
  const currencies = sheets.map(({ table, places }) => table.currencies?.get(places[column] ?? -1));
  const words = new Set(currencies.flatMap((one) => one?.words ?? []));
  const [first, more] = words;
  if (first === undefined) return undefined;
  const isWhole = more === undefined && currencies.every((one) => one?.isWhole === true);
  if (!isWhole)
    for (const [i, { rows, places }] of sheets.entries()) {
      const one = currencies[i];
      if (one?.isWhole === true) writeWords(rows, places[column] ?? -1, one.words);
    }
  return more === undefined ? { words: first, isWhole } : undefined;
}

/**
 * Joins the rows of all sheets into one table below the header of one of them, with the name of the
 * sheet in each row.
 * @throws ImportFailure beyond the limit of rows
 */
export function joinSheets(
  tables: readonly Table[],
  header: TableHeader,
  meaning: SheetMeaning,
): { readonly table: Table; readonly header: TableHeader; readonly parts: readonly SheetPart[] } {
  const width = Math.max(0, ...header.columns.map(({ index }) => index)) + 1;
  const sheets = tables.flatMap((table) => locate(table, header, width));
  const columns = header.columns.map(({ currency: _, ...column }) => {
    const currency = joinCurrencies(sheets, column.index);
    return currency === undefined ? column : { ...column, currency };
  });
  const rows: Row[] = [];
  const merges: Table['merges'][number][] = [];
  const notes = new JoinedNotes();
  const parts: SheetPart[] = [];
  let offset = 0;
  for (const { table, headerRow, rows: own, places } of sheets) {
    const { name = '' } = table;
    const monthName = nameIn(meaning, name);
    parts.push({ name, offset });
    notes.add(table, { headerRow, offset, places });
    for (const row of own)
      rows.push({ number: row.number + offset, cells: cellsInOrder(row, places, monthName) });
    const isOrdered = places.every((at, index) => at === undefined || at === index);
    if (isOrdered)
      for (const m of table.merges)
        if (m.top > headerRow)
          merges.push({ ...m, top: m.top + offset, bottom: m.bottom + offset });
    offset += (table.rows.at(-1)?.number ?? 0) + 1;
    if (rows.length > limits.rows)
      throw createRejection('too_many_rows', { limit: limits.rows }, { sheet: name });
  }
  const sheet = { index: width, parent: '', child: fields[meaning], key: 'Sheet' };
  return {
    table: { rows, merges, ...notes.summarise() },
    header: { ...header, columns: [...columns, sheet], first: 0 },
    parts,
  };
}

/**
 * Finds the number of a joined row in its own sheet.
 * @returns the number as it is, if the sheets are not joined
 */
export const findSheetRow = (parts: readonly SheetPart[], row: number): number =>
  findSheetPlace(parts, row)?.row ?? row;

/** Finds the sheet of a joined row, and its number there. */
export function findSheetPlace(
  parts: readonly SheetPart[],
  row: number,
): { readonly sheet: string; readonly row: number } | undefined {
  const part = parts.findLast(({ offset }) => offset < row);
  return part && { sheet: part.name, row: row - part.offset };
}
