import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import { illustrativeLabel, investorName, projectName } from '#domain/labels/index.ts';
import type { Source } from '#server/db/db.ts';
import { aboutLabels } from '#server/exports/tables/labels/index.ts';
import { codebookTable } from '#server/exports/tables/codebook.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { eventTable, projectTable } from '#server/exports/tables/project-table.ts';
import type { FileRow, ProjectTable, ReadyTable } from '#server/exports/tables/table.ts';
import { withhold, withoutColumns } from '#server/exports/tables/withheld.ts';
import type { RegisterTables } from '#server/exports/tables/tables.ts';
import { isExpired } from '#domain/work/judgement.ts';
import { listDeclaredStatuses } from '#server/work/judgement-store.ts';
import { projectPages, type ProjectWithEvents } from '#server/projects/register/page-store.ts';
import { aboutSheet } from './about-sheet.ts';
import { indicatorTable } from './indicator-table.ts';
import { issueLayout } from './issue-layout.ts';
import { progressLayout, registerLayout, signedLayout } from './layouts.ts';
import { makeTranslator } from './cell-labels.ts';
import { wordCodebook, wordRevisions } from './readable-tables.ts';
import { findBlankColumns, tableSheet, type SheetContext, type TableSheet } from './table-sheet.ts';
import { XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import type { Archive } from '#server/exports/formats/zip/zip-stream.ts';
import { layoutLabels as w } from './labels/index.ts';

/** Lists the sheets with rows for each project, in order. */
const layouts = (scope: DocumentScope, { issues }: RegisterTables): readonly ProjectTable[] =>
  [
    registerLayout,
    progressLayout(scope.as_of),
    signedLayout,
    issueLayout(issues, scope.as_of),
    projectTable(scope.as_of, scope.profile.stage_words),
    eventTable(scope.as_of),
  ].map((table) => withoutColumns(table, scope));

/** Whether a sheet has the original names, with all translations beside them. */
const keepsOriginals = ({ id }: ProjectTable): boolean => id === 'projects';
/**
 * Replaces the names of a project by those in the language of the file, for the sheets that people
 * read.
 */
const inLanguage = (one: ProjectWithEvents, language: Language): ProjectWithEvents => ({
  ...one,
  project: {
    ...one.project,
    name: projectName(one.project, language),
    ...compact({ investor: investorName(one.project, language) }),
  },
});

export interface WorkbookUnderWay {
  /** Adds the rows of one project to its sheets. */
  add(project: ProjectWithEvents): void;
  end(): void;
}

function makeContext(scope: DocumentScope, { currencies }: RegisterTables): SheetContext {
  const { language, profile, as_of, illustrative } = scope;
  const line = aboutLabels[language].line(formatDate(as_of, language, 'long'));
  return {
    language,
    base_currency: profile.base_currency,
    used: currencies,
    translate: makeTranslator(profile, language),
    zone: profile.name[language],
    line: illustrative ? `${illustrativeLabel[language]} · ${line}` : line,
    illustrative,
  };
}

/** Sheets that keep columns which no row fills: data, and work whose missing owner or day counts. */
const wholeSheets = new Set(['projects', 'issues', 'decisions']);
const listBlank = ({ id, columns }: ProjectTable | ReadyTable, rows: readonly FileRow[]) =>
  wholeSheets.has(id) ? undefined : findBlankColumns(columns, rows);

/** A register with more projects is nothing to print: its sheets keep all columns. */
const mostHeld = 2000;

/**
 * The sheets with rows of each project. It holds the first projects back, since the head of a sheet
 * says which columns nobody fills.
 */
class ProjectSheets {
  readonly #tables: readonly ProjectTable[];
  readonly #language: Language;
  readonly #open: (table: ProjectTable, rows: readonly FileRow[]) => TableSheet;
  #waiting: ProjectWithEvents[] = [];
  #sheets: readonly TableSheet[] | undefined;
  #number = 0;
  constructor(
    tables: readonly ProjectTable[],
    language: Language,
    open: (table: ProjectTable, rows: readonly FileRow[]) => TableSheet,
  ) {
    this.#tables = tables;
    this.#language = language;
    this.#open = open;
  }

  add(project: ProjectWithEvents): void {
    this.#waiting.push(project);
    if (this.#sheets !== undefined || this.#waiting.length > mostHeld) this.#flush(false);
  }

  end(): void {
    this.#flush(true);
    for (const sheet of this.#sheets ?? []) sheet.end();
  }

  /** Writes the projects held back. `isAll`: no other project follows them. */
  #flush(isAll: boolean): void {
    const rowsOf = this.#tables.map((): FileRow[] => []);
    for (const project of this.#waiting) {
      this.#number += 1;
      const translation = inLanguage(project, this.#language);
      for (const [at, table] of this.#tables.entries())
        rowsOf[at]?.push(
          ...table.makeRows(keepsOriginals(table) ? project : translation, this.#number),
        );
    }
    this.#waiting = [];
    this.#sheets ??= this.#tables.map((table, at) =>
      this.#open(table, isAll ? (rowsOf[at] ?? []) : []),
    );
    for (const [at, sheet] of this.#sheets.entries())
      for (const row of rowsOf[at] ?? []) sheet.row(row);
  }
}

/** Starts the workbook of the register and writes the tables that need no project. */
export function beginWorkbook(
  into: Archive,
  scope: DocumentScope,
  tables: RegisterTables,
): WorkbookUnderWay {
  const { language, profile, overview, illustrative, recorded_at } = scope;
  const writer = new XlsxWriter(into, {
    title: `${profile.short_name[language]} · ${w.workbook[language]}${illustrative ? ` · ${illustrativeLabel[language]}` : ''}`,
    author: 'Headway',
    moment: recorded_at,
  });
  const context = makeContext(scope, tables);
  const ready = (table: ReadyTable): void => {
    const blank = listBlank(table, table.rows);
    const sheet = tableSheet(writer, table.title[language], table.columns, context, blank);
    for (const row of table.rows) sheet.row(row);
    sheet.end();
  };
  const perProject = layouts(scope, tables);
  const others = [
    tables.series,
    tables.corrections,
    tables.targets,
    tables.target_parts,
    tables.outlook,
    ...(tables.changes === undefined ? [] : [tables.changes]),
    tables.decisions,
    wordRevisions(tables.revisions, profile, language),
  ];
  const sheets = [...perProject.slice(-2), ...others];
  const codebook = wordCodebook(codebookTable(sheets, profile, language), sheets, language);
  const indicators = indicatorTable(overview, profile, tables.observations, language);
  const all = [indicators, ...perProject, ...others, codebook, tables.sources];
  aboutSheet(
    writer,
    scope,
    all.map(({ title }) => title[language]),
  );
  ready(indicators);
  const sheetsOfProjects = new ProjectSheets(perProject, language, (table, rows) =>
    tableSheet(writer, table.title[language], table.columns, context, listBlank(table, rows)),
  );
  return {
    add: (project) => sheetsOfProjects.add(project),
    end() {
      sheetsOfProjects.end();
      for (const table of [...others, codebook, tables.sources]) ready(table);
      writer.end();
    },
  };
}

/** Removes the day of the last update if it is after the day of the document. */
function withoutLaterUpdate(one: ProjectWithEvents, as_of: IsoDate): ProjectWithEvents {
  const { last_update, ...project } = one.project;
  return last_update === undefined || last_update <= as_of ? one : { ...one, project };
}

/**
 * Reads every project of a document by code, page by page. `each` may wait until its output is
 * taken.
 */
export async function forEachPage(
  source: Source,
  scope: DocumentScope,
  each: (page: readonly ProjectWithEvents[]) => Promise<void>,
): Promise<void> {
  const { origin, knownRevision, as_of, filters, overview } = scope;
  if (!areProjectsKnown(as_of, overview.first_known_day)) return;
  const statuses = await listDeclaredStatuses(source, { origin, knownRevision, as_of }, 'project');
  const declaredOf = new Map(
    statuses.filter((one) => !isExpired(one, as_of)).map((one) => [one.code, one]),
  );
  for await (const page of projectPages(source, { origin, knownRevision, as_of, ...filters }))
    await each(
      page.map((one) => ({
        ...withhold(withoutLaterUpdate(one, as_of), scope),
        ...compact({ declared: declaredOf.get(one.project.code) }),
      })),
    );
}
