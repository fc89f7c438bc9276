import type { Source } from '#server/db/db.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { codebookTable } from '#server/exports/tables/codebook.ts';
import { eventTable, projectTable } from '#server/exports/tables/project-table.ts';
import type { ReadyTable, FileColumn, FileRow } from '#server/exports/tables/table.ts';
import { registerTables } from '#server/exports/tables/tables.ts';
import {
  archive,
  type Archive,
  type ArchiveEntry,
} from '#server/exports/formats/zip/zip-stream.ts';
import { beginWorkbook, forEachPage } from '#server/exports/workbook/write-workbook.ts';
import { layoutWords } from '#server/exports/workbook/labels.ts';
import { metadataOf, type PackedTable } from './metadata.ts';
import { notMade, readmeOf, type PackedFile } from './readme.ts';
import type { Language } from '#domain/values/language.ts';
import { spreadsheetSafe } from '#charts/kit/spreadsheet-safe.ts';

const quote = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/**
 * For the clean form: exact values, ids as headings. For Excel: words as headings, and no text that
 * would be run.
 */
interface CsvForm {
  readonly excel: boolean;
  readonly language: Language;
}

/** The byte order mark by which Excel knows UTF-8, then the headings in the first line. */
const csvHead = (columns: readonly FileColumn[], { excel, language }: CsvForm): string =>
  `${excel ? '\ufeff' : ''}${csvLine(
    columns.map(({ id, label }) => (excel ? label[language] : id)),
    excel,
  )}`;

/** One row; a missing value is an empty field. */
const csvLine = (row: FileRow, excel: boolean): string =>
  `${row.map((value) => (value === null ? '' : quote(excel ? spreadsheetSafe(value) : value))).join(',')}\r\n`;

/** A file that was made elsewhere and goes into the pack as it is. */
export interface MadeFile extends PackedFile {
  /** Absent where it could not be made: README says so. */
  readonly bytes?: Uint8Array;
}
/** Where bytes go; `taken` waits until there is room for more. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): void;
  taken(): Promise<void>;
}
const clean = { excel: false, language: 'en' } as const;
const folder = 'data';

/** A table under way in the archive, counted for the metadata. */
class CsvFile {
  readonly #entry: ArchiveEntry;
  readonly #table: PackedTable['table'];
  readonly #path: string;
  #rows = 0;
  constructor(into: Archive, table: PackedTable['table']) {
    this.#table = table;
    this.#path = `${folder}/${table.id}.csv`;
    this.#entry = into.entry(this.#path);
    this.#entry.write(csvHead(table.columns, clean));
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

function wholeTable(into: Archive, table: ReadyTable): PackedTable {
  const file = new CsvFile(into, table);
  for (const row of table.rows) file.row(row);
  return file.end();
}

/**
 * The data pack: exact CSV files, the same as a workbook, what a program and a person need to read
 * them, and what was made
 * beside. The register is read once, a page at a time; equal scopes give equal bytes.
 */
export async function writePack(
  source: Source,
  scope: DocumentScope,
  made: readonly MadeFile[],
  sink: Sink,
): Promise<void> {
  const { language, as_of, profile, recorded_at } = scope;
  const tables = await registerTables(source, scope);
  const [projects, events] = [projectTable(as_of, profile.stage_words), eventTable(as_of)];
  const others = [
    tables.series,
    tables.corrections,
    tables.targets,
    tables.checkpoints,
    ...(tables.changes === undefined ? [] : [tables.changes]),
    tables.revisions,
    tables.sources,
  ];
  const definitions = codebookTable([projects, events, ...others], profile, language);
  const pack = archive(recorded_at, (bytes) => sink.write(bytes));
  const listed: readonly PackedFile[] = [
    ...[projects, events, ...others, definitions].map(({ id, title }) => ({
      path: `${folder}/${id}.csv`,
      says: title[language],
    })),
    { path: 'workbook.xlsx', says: layoutWords.workbook[language] },
    { path: 'metadata.json', says: definitions.title[language] },
    ...made.map(({ path, says, bytes }) => ({
      path,
      says: bytes === undefined ? notMade(says, language) : says,
    })),
  ];
  const whole = (path: string, content: string | Uint8Array, packed = false): void => {
    const entry = pack.entry(path, { packed });
    entry.write(content);
    entry.end();
  };
  whole('README.md', readmeOf(scope, listed));
  const [projectFile, eventFile] = [new CsvFile(pack, projects), new CsvFile(pack, events)];
  const book = pack.entry('workbook.xlsx', { packed: true });
  const bookArchive = archive(recorded_at, (bytes) => book.write(bytes));
  const workbook = beginWorkbook(bookArchive, scope, tables);
  let number = 0;
  await forEachPage(source, scope, async (page) => {
    for (const one of page) {
      number += 1;
      for (const row of projects.rowsOf(one, number)) projectFile.row(row);
      for (const row of events.rowsOf(one, number)) eventFile.row(row);
      workbook.add(one);
    }
    await sink.taken();
  });
  const packed = [projectFile.end(), eventFile.end()];
  workbook.end();
  bookArchive.end();
  book.end();
  packed.push(...[...others, definitions].map((table) => wholeTable(pack, table)));
  whole('metadata.json', metadataOf(scope, packed));
  for (const { path, bytes } of made) if (bytes !== undefined) whole(path, bytes, true);
  pack.end();
}

/** The workbook of the register alone. */
export async function writeWorkbook(
  source: Source,
  scope: DocumentScope,
  sink: Sink,
): Promise<void> {
  const into = archive(scope.recorded_at, (bytes) => sink.write(bytes));
  const workbook = beginWorkbook(into, scope, await registerTables(source, scope));
  await forEachPage(source, scope, async (page) => {
    for (const one of page) workbook.add(one);
    await sink.taken();
  });
  workbook.end();
  into.end();
}

const encoder = new TextEncoder();
/** One table of the pack alone: the projects or the series, clean or for Excel. */
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
  if (which === 'observations') {
    const { series } = await registerTables(source, scope);
    text(csvHead(series.columns, form) + series.rows.map((row) => csvLine(row, excel)).join(''));
    return;
  }
  const table =
    which === 'projects'
      ? projectTable(scope.as_of, scope.profile.stage_words)
      : eventTable(scope.as_of);
  text(csvHead(table.columns, form));
  let number = 0;
  await forEachPage(source, scope, async (page) => {
    text(
      page
        .flatMap((one) => table.rowsOf(one, (number += 1)).map((row) => csvLine(row, excel)))
        .join(''),
    );
    await sink.taken();
  });
}
