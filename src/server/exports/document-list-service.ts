import type { Endpoints, ReplyOf } from '#contract/endpoints.ts';
import type { DocumentEntry, DocumentQuery } from '#contract/exports/schemas.ts';
import { type DocumentFile, documentFiles } from '#contract/exports/constants.ts';
import { orderSections, type ReportTemplate } from '#domain/zone/report/report-template.ts';
import { compact } from '#domain/values/compact.ts';
import type { Drawing } from '#server/core/deps.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { DocumentDeps } from './pack/write-document.ts';
import { readDocumentScope, listPeriods } from './document-scope-service.ts';

const projectTables = ['projects', 'stage_events'];
const otherTables = (isComparison: boolean): readonly string[] => [
  'observations',
  'corrections',
  'targets',
  'target_parts',
  'outlook',
  ...(isComparison ? ['changes'] : []),
  'decisions',
  'revisions',
  'sources',
];
interface PartsOptions {
  /** Whether two days are compared. */
  readonly compared: boolean;
  readonly template: ReportTemplate | undefined;
}
/**
 * Lists the parts of a document in order. The id of a table is the name of its file in the pack.
 */
const listParts = (file: DocumentFile, { compared, template }: PartsOptions): readonly string[] => {
  if (file.startsWith('report.')) return [...orderSections(template)];
  if (file === 'workbook.xlsx')
    return [
      'about',
      'indicators',
      'register',
      'progress',
      'signed',
      'issues',
      ...projectTables,
      ...otherTables(compared),
      'codebook',
    ];
  if (file === 'pack.zip')
    return [
      'readme',
      ...projectTables,
      ...otherTables(compared),
      'codebook',
      'workbook',
      'metadata',
      'oc4ids',
      'report',
    ];
  return [file.replace(/\.csv$/, '')];
};
/**
 * Lists the documents. Without a drawing thread there is no PDF and no Word document. Users then
 * print the report's page.
 */
const entries = (options: PartsOptions, drawing: Drawing | undefined): readonly DocumentEntry[] =>
  documentFiles
    .filter((file) => file !== 'report.pdf' || drawing?.pdf !== undefined)
    .filter((file) => file !== 'report.docx' || drawing?.docx !== undefined)
    .map((file) => ({ file, parts: listParts(file, options) }));

/**
 * Lists the documents of a day with their parts, and the periods that have one.
 * @throws HttpProblem if there is no zone
 */
export async function listDocuments(
  deps: DocumentDeps,
  query: DocumentQuery,
): Promise<ReplyOf<Endpoints['listDocuments']>> {
  const scope = await readDocumentScope(deps, query);
  const { overview, compare, as_of, knownRevision, projects } = scope;
  const options = { compared: compare !== undefined, template: scope.profile.report };
  return {
    items: entries(options, deps.drawing),
    as_of,
    ...compact({ compare }),
    revision: knownRevision,
    ...compact({
      projects: areProjectsKnown(as_of, overview.first_known_day) ? projects : undefined,
      projects_total: overview.projects_total,
      first_known_day: overview.first_known_day,
    }),
    data_status: scope.illustrative ? ('illustrative' as const) : scope.profile.data_status,
    ...listPeriods(overview),
  };
}
