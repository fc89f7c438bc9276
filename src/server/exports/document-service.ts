import type { DocumentFile } from '#contract/exports/constants.ts';
import type { DocumentQuery } from '#contract/exports/schemas.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { AppDeps, DrawResult } from '#server/core/deps.ts';
import type { Principal } from '#server/core/policy.ts';
import { problem } from '#server/core/problem.ts';
import { NoDrawerError } from '#server/exports/figure/chart-file.ts';
import {
  createDocuments,
  type DocumentDeps,
  type DocumentTask,
} from '#server/exports/pack/write-document.ts';
import type { MadeFile } from '#server/exports/pack/write-pack.ts';
import { readDeckParts } from '#server/exports/report/deck/deck-parts-service.ts';
import { buildReport } from '#server/exports/report/service.ts';
import {
  reportDocx,
  reportPdf,
  reportPptx,
  type ReportFileInput,
} from '#server/exports/report/write-report.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { isSeen, tagHeader, hashTag } from '#server/http/etag.ts';
import { SpoolError } from '#server/exports/formats/zip/archive-tools.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import { makeMissingHeader } from '#server/http/missing-characters-header.ts';
import { readDocumentScope } from './document-scope-service.ts';

const reportFormats = {
  'report.pdf': 'pdf',
  'report.docx': 'docx',
  'report.pptx': 'pptx',
} as const satisfies Partial<Record<DocumentFile, string>>;
type ReportFormat = (typeof reportFormats)[keyof typeof reportFormats];

/** The media types of documents by file name extension. */
export const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
} as const;
const types: Readonly<Record<string, string>> = fileTypes;

/**
 * Makes the report as a file.
 *
 * @returns the file, and the characters that no font has
 * @throws HttpProblem `export_failed` without a drawer
 */
export async function makeReportFile(
  deps: AppDeps,
  format: ReportFormat,
  input: ReportFileInput,
  signal: AbortSignal,
): Promise<DrawResult<Uint8Array<ArrayBuffer>>> {
  try {
    const options = { drawing: deps.drawing, signal };
    if (format === 'pdf') return await reportPdf(input, options);
    if (format === 'docx') return await reportDocx(input, options);
    return { content: await reportPptx(input, await readDeckParts(deps, input)), missing: [] };
  } catch (error) {
    if (error instanceof NoDrawerError)
      throw problem(
        'export_failed',
        'This server cannot make this file. Open the report as a page and print it, or export the slides.',
      );
    throw error;
  }
}

/** Makes the reports of a pack. A report that fails is logged and returned without bytes. */
async function makePackReports(
  deps: AppDeps,
  query: DocumentQuery,
  principal: Principal | undefined,
  signal: AbortSignal,
): Promise<DrawResult<readonly MadeFile[]>> {
  const input = await buildReport(deps, query, principal);
  const description = input.report.title;
  const { drawing } = deps;
  const formats = (['pdf', 'docx'] as const).filter((format) => drawing?.[format] !== undefined);
  const make = async (format: ReportFormat): Promise<DrawResult<MadeFile>> => {
    const path = `report.${format}`;
    try {
      const { content: bytes, missing } = await makeReportFile(deps, format, input, signal);
      return { content: { path, description, bytes }, missing };
    } catch (error) {
      if (signal.aborted || format === 'pptx') throw error;
      logMissingReport(deps, error);
      return { content: { path, description }, missing: [] };
    }
  };
  const files = await Promise.all([...formats, 'pptx' as const].map(make));
  return {
    content: files.map(({ content }) => content),
    missing: [...new Set(files.flatMap(({ missing }) => missing))],
  };
}

function logMissingReport(deps: AppDeps, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  deps.log?.({
    level: 'error',
    reference: 'report-in-pack',
    method: 'GET',
    path: '/api/v1/documents/pack.zip',
    status: 200,
    error: text,
  });
}

function tableTask(file: DocumentFile, scope: DocumentScope, query: DocumentQuery): DocumentTask {
  if (file === 'workbook.xlsx') return { kind: 'workbook', scope };
  return {
    kind: 'csv',
    scope,
    which:
      file === 'projects.csv'
        ? 'projects'
        : file === 'observations.csv'
          ? 'observations'
          : 'stage_events',
    excel: query.csv === 'excel',
  };
}

const isReport = (file: DocumentFile): file is keyof typeof reportFormats => file in reportFormats;

/** @throws HttpProblem `bad_request` for a parameter that the file does not take */
function checkQuery(file: DocumentFile, query: DocumentQuery): void {
  const filters = ([...projectFilterFields, 'q'] as const).filter(
    (filter) => query[filter] !== undefined,
  );
  if (isReport(file) && filters.length > 0)
    throw problem(
      'bad_request',
      `Leave out ${filters.join(', ')}: a report always covers the whole register.`,
    );
  if (query.cur !== undefined && !isReport(file) && file !== 'pack.zip')
    throw problem(
      'bad_request',
      'Leave out cur: this file keeps each amount in its own currency. Only reports and figures take it.',
    );
}

/** Makes the entity tag of a document: a hash of all inputs of its bytes. */
function documentTag(
  { config }: AppDeps,
  file: DocumentFile,
  query: DocumentQuery,
  scope: DocumentScope,
  role: Principal['role'] | undefined,
): Promise<string> {
  const { language, as_of, knownRevision, compare, filters, address } = scope;
  const inputs = [
    file,
    config.version,
    knownRevision,
    scope.recorded_at,
    as_of,
    compare,
    language,
    filters,
    query.period,
    query.csv,
    query.plan,
    query.cur,
    address,
    role,
  ];
  return hashTag(new TextEncoder().encode(JSON.stringify(inputs)));
}

function documentHeaders(
  file: DocumentFile,
  query: DocumentQuery,
  { profile, language, as_of, illustrative }: DocumentScope,
) {
  const [name = '', extension = ''] = file.split('.');
  return {
    'cache-control': 'no-cache',
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-disposition': attachment(
      [
        profile.short_name[language],
        name,
        as_of,
        language,
        ...csvMark(extension === 'csv' ? query.csv : undefined),
        ...(illustrative ? ['ILLUSTRATIVE'] : []),
      ],
      extension,
    ),
  };
}

/**
 * Opens a document.
 * @throws Error with the folder for the log, whose cause is the problem to respond with, if the
 * parts of the document have no place
 */
async function openDocument(
  { documents, db }: DocumentDeps,
  task: DocumentTask,
  signal: AbortSignal,
) {
  try {
    return await (documents ?? createDocuments(db)).open(task, signal);
  } catch (error) {
    if (!(error instanceof SpoolError)) throw error;
    const detail = `The server has no place for the parts of this file: ${error.reason}. Tell its operator, or request fewer projects.`;
    throw new Error(error.message, { cause: problem('export_failed', detail, { status: 507 }) });
  }
}

/**
 * Sends a document as a download. Workbooks, tables and packs are streamed as they are written.
 * @throws HttpProblem for a query that the document does not take, without a zone, or if it could
 * not be made
 */
export async function exportDocument(
  deps: DocumentDeps,
  request: Request,
  file: DocumentFile,
  query: DocumentQuery,
  principal: Principal | undefined,
): Promise<Response> {
  checkQuery(file, query);
  const scope = await readDocumentScope(deps, query);
  const tag = await documentTag(deps, file, query, scope, principal?.role);
  const headersWithoutTag = documentHeaders(file, query, scope);
  const headers = { ...headersWithoutTag, etag: tagHeader(tag, undefined) };
  if (isSeen(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { signal } = request;
  if (isReport(file)) {
    const format = reportFormats[file];
    const input = await buildReport(deps, query, principal);
    const { content, missing } = await makeReportFile(deps, format, input, signal);
    return new Response(content, { headers: { ...headers, ...makeMissingHeader(missing) } });
  }
  if (file !== 'pack.zip')
    return new Response(await openDocument(deps, tableTask(file, scope, query), signal), {
      headers,
    });
  // a report names in words what files of data must leave out
  const { content: reports, missing } =
    scope.overview.zone.withheld === undefined
      ? await makePackReports(deps, query, principal, signal)
      : { content: [], missing: [] };
  const stream = await openDocument(deps, { kind: 'pack', scope, files: reports }, signal);
  // An incomplete pack must not get the tag of the complete one.
  const isComplete = reports.every(({ bytes }) => bytes !== undefined);
  const ownHeaders = isComplete ? headers : headersWithoutTag;
  return new Response(stream, { headers: { ...ownHeaders, ...makeMissingHeader(missing) } });
}
