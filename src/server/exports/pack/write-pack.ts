import type { Source } from '#server/db/db.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { withoutColumns } from '#server/exports/tables/withheld.ts';
import { codebookTable } from '#server/exports/tables/codebook.ts';
import { eventTable, projectTable } from '#server/exports/tables/project-table.ts';
import type {
  ReadyTable,
  FileColumn,
  FileRow,
  ProjectTable,
} from '#server/exports/tables/table.ts';
import { makeRegisterTables, type RegisterTables } from '#server/exports/tables/tables.ts';
import {
  openArchive,
  type Archive,
  type ArchiveEntry,
  type ArchiveStream,
  type Sink,
} from '#server/exports/formats/zip/zip-stream.ts';
import type { ArchiveTools } from '#server/exports/formats/zip/archive-tools.ts';
import { beginWorkbook, forEachPage } from '#server/exports/workbook/write-workbook.ts';
import { layoutLabels } from '#server/exports/workbook/labels/index.ts';
import { openOc4ids, toOc4ids } from './oc4ids.ts';
import { writeMetadata, type PackedTable } from './metadata.ts';
import { describeMissingFile, writeReadme, type PackedFile } from './readme.ts';
import type { Language } from '#domain/values/language.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';
import { quoteCell, unitWord } from '#server/exports/formats/csv/to-csv.ts';
import { makeTranslator, type Translate } from '#server/exports/workbook/cell-labels.ts';

/**
 * The form of a CSV file. The plain form has exact values and ids. The form for Excel has words in
 * their place and escapes text that would run as a formula.
 */
interface CsvForm {
  readonly excel: boolean;
  readonly language: Language;
}

/** Replaces the ids of a row by words. */
function writeWords(
  row: FileRow,
  columns: readonly FileColumn[],
  language: Language,
  translate: Translate,
): FileRow {
  return row.map((value, at) => {
    const { id = '', kind } = columns[at] ?? {};
    if (value === null || kind !== 'text') return value;
    return id === 'unit' ? unitWord(value, language) : translate(id, value);
  });
}

/** Writes the header line. Excel detects UTF-8 by the byte order mark before it. */
const csvHead = (columns: readonly FileColumn[], { excel, language }: CsvForm): string =>
  `${excel ? '\ufeff' : ''}${csvLine(
    columns.map(({ id, label }) => (excel ? label[language] : id)),
    excel,
  )}`;

/** Writes one row. A missing value is an empty field. */
const csvLine = (row: FileRow, excel: boolean): string =>
  `${row.map((value) => (value === null ? '' : quoteCell(excel ? spreadsheetSafe(value) : value))).join(',')}\r\n`;

/** A file made elsewhere and packed unchanged. */
export interface MadeFile extends PackedFile {
  /** Omitted when the file could not be made; the README says so. */
  readonly bytes?: Uint8Array;
}
/** Where a document goes, and where its parts wait for their turn. */
export interface Output {
  readonly sink: Sink;
  readonly tools: ArchiveTools;
}
const plainForm = { excel: false, language: 'en' } as const;
const folder = 'data';

/** Writes a table into the archive and counts its rows for the metadata. */
class CsvFile {
  readonly #entry: ArchiveEntry;
  readonly #table: PackedTable['table'];
  readonly #path: string;
  #rows = 0;
  constructor(into: Archive, table: PackedTable['table']) {
    this.#table = table;
    this.#path = `${folder}/${table.id}.csv`;
    this.#entry = into.entry(this.#path);
    this.#entry.write(csvHead(table.columns, plainForm));
  }
  row(row: readonly (string | null)[]): void {
    this.#rows += 1;
    this.#entry.write(csvLine(row, false));
  }
  end(): PackedTable {
    this.#entry.end();
    return { path: this.#path, table: this.#table, rows: this.#rows, bytes: this.#entry.size };
  }
}

function addTable(into: Archive, table: ReadyTable): PackedTable {
  const file = new CsvFile(into, table);
  for (const row of table.rows) file.row(row);
  return file.end();
}

/**
 * The bytes of waiting parts for each project, as much as was ever measured. They are checked
 * before the start, since a full disk would end a document that takes minutes.
 */
const reservedForWorkbook = 500;
const reservedForPack = 700;

interface ProjectFilesInput {
  readonly source: Source;
  readonly scope: DocumentScope;
  readonly tables: RegisterTables;
  readonly tools: ArchiveTools;
}
/**
 * Adds the files with rows of projects. It reads the register once for all of them, page by page.
 * The workbook is the last of them, since its own parts then go straight into the pack at its end.
 */
async function addProjects(
  pack: ArchiveStream,
  [projects, events]: readonly [ProjectTable, ProjectTable],
  { source, scope, tables, tools }: ProjectFilesInput,
): Promise<PackedTable[]> {
  const [projectFile, eventFile] = [new CsvFile(pack, projects), new CsvFile(pack, events)];
  const openContracting = pack.entry('oc4ids.json');
  const book = pack.entry('workbook.xlsx', { packed: true });
  const bookSink = { write: book.write.bind(book), drain: () => pack.drain() };
  const bookArchive = openArchive(scope.recorded_at, bookSink, { tools });
  const workbook = beginWorkbook(bookArchive, scope, tables);
  openContracting.write(openOc4ids(scope));
  let number = 0;
  await forEachPage(source, scope, async (page) => {
    for (const one of page) {
      openContracting.write(
        `${number === 0 ? '' : ','}${JSON.stringify(toOc4ids(one.project, scope))}`,
      );
      number += 1;
      for (const row of projects.makeRows(one, number)) projectFile.row(row);
      for (const row of events.makeRows(one, number)) eventFile.row(row);
      workbook.add(one);
    }
    await bookArchive.drain();
  });
  openContracting.write(']}\n');
  openContracting.end();
  const tablesOfProjects = [projectFile.end(), eventFile.end()];
  workbook.end();
  await bookArchive.end();
  book.end();
  return tablesOfProjects;
}

/**
 * Writes the data pack: exact CSV files, the same data as a workbook, metadata, a README and the
 * files made elsewhere. It reads the register once, page by page. Equal scopes give equal bytes.
 * @throws the error of the compression
 * @throws SpoolError without room for the parts that wait
 */
export async function writePack(
  source: Source,
  scope: DocumentScope,
  allFiles: readonly MadeFile[],
  { sink, tools }: Output,
): Promise<void> {
  const { language, as_of, profile, recorded_at } = scope;
  tools.reserve(scope.projects * reservedForPack);
  const tables = await makeRegisterTables(source, scope);
  const projects = withoutColumns(projectTable(as_of, profile.stage_words), scope);
  const events = eventTable(as_of);
  const others = [
    tables.series,
    tables.corrections,
    tables.targets,
    tables.target_parts,
    tables.outlook,
    tables.checkpoints,
    ...(tables.changes === undefined ? [] : [tables.changes]),
    tables.decisions,
    tables.revisions,
    tables.sources,
  ];
  const definitions = codebookTable([projects, events, ...others], profile, language);
  const pack = openArchive(recorded_at, sink, { tools });
  const files: readonly PackedFile[] = [
    ...[projects, events, ...others, definitions].map(({ id, title }) => ({
      path: `${folder}/${id}.csv`,
      description: title[language],
    })),
    { path: 'workbook.xlsx', description: layoutLabels.workbook[language] },
    { path: 'datapackage.json', description: definitions.title[language] },
    { path: 'oc4ids.json', description: layoutLabels.oc4ids[language] },
    ...allFiles.map(({ path, description, bytes }) => ({
      path,
      description: bytes === undefined ? describeMissingFile(description, language) : description,
    })),
  ];
  const addFile = (path: string, content: string | Uint8Array, isPacked = false): void => {
    const entry = pack.entry(path, { packed: isPacked });
    entry.write(content);
    entry.end();
  };
  addFile('README.md', writeReadme(scope, files));
  const isPacked = await addProjects(pack, [projects, events], { source, scope, tables, tools });
  isPacked.push(...[...others, definitions].map((table) => addTable(pack, table)));
  addFile('datapackage.json', writeMetadata(scope, isPacked));
  for (const { path, bytes } of allFiles) if (bytes !== undefined) addFile(path, bytes, true);
  await pack.end();
}

/**
 * Writes the workbook of the register.
 * @throws the error of the compression
 * @throws SpoolError without room for the parts that wait
 */
export async function writeWorkbook(
  source: Source,
  scope: DocumentScope,
  { sink, tools }: Output,
): Promise<void> {
  tools.reserve(scope.projects * reservedForWorkbook);
  const into = openArchive(scope.recorded_at, sink, { tools });
  const workbook = beginWorkbook(into, scope, await makeRegisterTables(source, scope));
  await forEachPage(source, scope, async (page) => {
    for (const one of page) workbook.add(one);
    await into.drain();
  });
  workbook.end();
  await into.end();
}

const encoder = new TextEncoder();
/** Writes one table as CSV, plain or for Excel. */
export async function writeCsv(
  source: Source,
  scope: DocumentScope,
  which: 'projects' | 'observations' | 'stage_events',
  excel: boolean,
  sink: Sink,
): Promise<void> {
  const form = { excel, language: scope.language };
  const text = (lines: string): void => {
    if (lines !== '') sink.write(encoder.encode(lines));
  };
  const translate = makeTranslator(scope.profile, scope.language);
  const writeRow = (row: FileRow, columns: readonly FileColumn[]): string =>
    csvLine(excel ? writeWords(row, columns, scope.language, translate) : row, excel);
  if (which === 'observations') {
    const { series } = await makeRegisterTables(source, scope);
    const rows = series.rows.map((row) => writeRow(row, series.columns));
    text(csvHead(series.columns, form) + rows.join(''));
    return;
  }
  const table =
    which === 'projects'
      ? withoutColumns(projectTable(scope.as_of, scope.profile.stage_words), scope)
      : eventTable(scope.as_of);
  text(csvHead(table.columns, form));
  let number = 0;
  await forEachPage(source, scope, async (page) => {
    text(
      page
        .flatMap((one) =>
          table.makeRows(one, (number += 1)).map((row) => writeRow(row, table.columns)),
        )
        .join(''),
    );
    await sink.drain();
  });
}
