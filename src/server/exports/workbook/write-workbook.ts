import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import { illustrativeLabel, investorName, projectName } from '#domain/labels/index.ts';
import type { Source } from '#server/db/db.ts';
import { aboutWords } from '#server/exports/tables/about-labels.ts';
import { codebookTable } from '#server/exports/tables/codebook.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { eventTable, projectTable } from '#server/exports/tables/project-table.ts';
import type { ProjectTable, ReadyTable } from '#server/exports/tables/table.ts';
import { withhold, withoutColumns } from '#server/exports/tables/withheld.ts';
import type { RegisterTables } from '#server/exports/tables/tables.ts';
import { projectPages, type ProjectWithEvents } from '#server/projects/register/page-store.ts';
import { aboutSheet } from './about-sheet.ts';
import { indicatorTable } from './indicator-table.ts';
import { issueLayout } from './issue-layout.ts';
import { progressLayout, registerLayout, signedLayout } from './layouts.ts';
import { makeTranslator } from './cell-labels.ts';
import { wordCodebook } from './codebook-rows.ts';
import { wordRevisions } from './revision-rows.ts';
import { tableSheet, type SheetContext } from './table-sheet.ts';
import { XlsxWriter } from '#server/exports/formats/xlsx/xlsx-writer.ts';
import type { Archive } from '#server/exports/formats/zip/zip-stream.ts';
import { layoutWords as w } from './labels.ts';

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
  const line = aboutWords[language].line(formatDate(as_of, language, 'long'));
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
    const sheet = tableSheet(writer, table.title[language], table.columns, context);
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
  const open = perProject.map((table) => ({
    table,
    sheet: tableSheet(writer, table.title[language], table.columns, context),
  }));
  let number = 0;
  return {
    add(project) {
      number += 1;
      const translation = inLanguage(project, language);
      for (const { table, sheet } of open)
        for (const row of table.makeRows(keepsOriginals(table) ? project : translation, number))
          sheet.row(row);
    },
    end() {
      for (const { sheet } of open) sheet.end();
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
  for await (const page of projectPages(source, { origin, knownRevision, as_of, ...filters }))
    await each(page.map((one) => withhold(withoutLaterUpdate(one, as_of), scope)));
}
