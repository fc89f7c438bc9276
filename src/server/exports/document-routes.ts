import { compact } from '#domain/values/compact.ts';
import type { DocumentEntry, DocumentFile, DocumentQuery } from '#contract/exports/endpoints.ts';
import { documentFiles } from '#contract/exports/endpoints.ts';
import { reportSections } from '#domain/report/report.ts';
import type { AppDeps, Drawn } from '#server/core/deps.ts';
import { NothingDraws } from '#server/exports/figure/chart-file.ts';
import { inPlace, type DocumentTask } from '#server/exports/pack/write-document.ts';
import type { MadeFile } from '#server/exports/pack/write-pack.ts';
import {
  reportPdf,
  reportPptx,
  type ReportFileAsked,
} from '#server/exports/report/write-report.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { isSeen, tagHeader, tagOf } from '#server/http/etag.ts';
import { attachment, csvMark } from '#server/http/file-name.ts';
import { missingHeader } from '#server/http/missing-characters-header.ts';
import { problem } from '#server/core/problem.ts';
import type { Principal } from '#server/core/policy.ts';
import { documentScope, periodsOf } from './document-scope-service.ts';
import { reportOf } from '#server/exports/report/routes.ts';
import { route, type Host } from '#server/http/route.ts';

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  csv: 'text/csv; charset=utf-8',
};
const perProject = ['projects', 'stage_events'];
const others = (compared: boolean): readonly string[] => [
  'observations',
  'corrections',
  'targets',
  ...(compared ? ['changes'] : []),
  'revisions',
  'sources',
];
/** What each document holds, in its order; the same ids that its tables bear. */
const partsOf = (file: DocumentFile, compared: boolean): readonly string[] => {
  if (file.startsWith('report.')) return [...reportSections];
  if (file === 'workbook.xlsx')
    return [
      'about',
      'indicators',
      'register',
      'progress',
      'signed',
      'issues',
      ...perProject,
      ...others(compared),
      'codebook',
    ];
  if (file === 'pack.zip')
    return [
      'readme',
      ...perProject,
      ...others(compared),
      'codebook',
      'workbook',
      'metadata',
      'report',
    ];
  return [file.replace(/\.csv$/, '')];
};
/** Pages of a PDF are made where there is a thread for them: elsewhere the page of the report is printed. */
const entries = (compared: boolean, pdf: boolean): readonly DocumentEntry[] =>
  documentFiles
    .filter((file) => pdf || file !== 'report.pdf')
    .map((file) => ({ file, parts: partsOf(file, compared) }));

/** The report as a file, with the characters in it that no font has; no drawer at all is said. */
async function reportFile(
  deps: AppDeps,
  form: 'pdf' | 'pptx',
  asked: ReportFileAsked,
  left: AbortSignal,
): Promise<Drawn<Uint8Array<ArrayBuffer>>> {
  try {
    return form === 'pdf'
      ? await reportPdf(asked, { drawing: deps.drawing, left })
      : { content: reportPptx(asked), missing: [] };
  } catch (error) {
    if (error instanceof NothingDraws)
      throw problem(
        'export_failed',
        'There is no PDF to be made here: open the report as a page and print it, or take the slides.',
      );
    throw error;
  }
}

/** The report inside a pack, in the forms that can be made here. The data need no pages: a pack leaves without them and says so. */
async function reportFiles(
  deps: AppDeps,
  query: DocumentQuery,
  principal: Principal | undefined,
  left: AbortSignal,
): Promise<Drawn<readonly MadeFile[]>> {
  const asked = await reportOf(deps, query, principal);
  const says = asked.report.title;
  const pptx = {
    path: 'report.pptx',
    says,
    bytes: (await reportFile(deps, 'pptx', asked, left)).content,
  };
  if (deps.drawing?.pdf === undefined) return { content: [pptx], missing: [] };
  try {
    const { content: bytes, missing } = await reportFile(deps, 'pdf', asked, left);
    return { content: [{ path: 'report.pdf', says, bytes }, pptx], missing };
  } catch (error) {
    if (left.aborted) throw error;
    logUnmade(deps, error);
    return { content: [{ path: 'report.pdf', says }, pptx], missing: [] };
  }
}

function logUnmade(deps: AppDeps, error: unknown): void {
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

/** A document as a download: a stream that is written while it leaves, under a tag made of what it is made from. */
async function documentResponse(
  deps: AppDeps,
  request: Request,
  file: DocumentFile,
  query: DocumentQuery,
  principal: Principal | undefined,
): Promise<Response> {
  const filtered = (['stage', 'status', 'industry', 'zone', 'q'] as const).filter(
    (filter) => query[filter] !== undefined,
  );
  if (file.startsWith('report.') && filtered.length > 0)
    throw problem(
      'bad_request',
      `Leave out ${filtered.join(', ')}: a report is of the whole register.`,
    );
  if (query.cur !== undefined && !file.startsWith('report.') && file !== 'pack.zip')
    throw problem(
      'bad_request',
      'Leave out cur: this file keeps each amount in its own currency. A report and a figure take it.',
    );
  const scope = await documentScope(deps, query);
  const [name = '', extension = ''] = file.split('.');
  const mark = csvMark(extension === 'csv' ? query.csv : undefined);
  const { profile, language, as_of, illustrative, known, compare, filters, address } = scope;
  const made = [
    file,
    deps.config.version,
    known,
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
    principal?.role,
  ];
  const tag = await tagOf(new TextEncoder().encode(JSON.stringify(made)));
  const headers = {
    'cache-control': 'no-cache',
    etag: tagHeader(tag, undefined),
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-disposition': attachment(
      [
        profile.short_name[language],
        name,
        as_of,
        language,
        ...mark,
        ...(illustrative ? ['ILLUSTRATIVE'] : []),
      ],
      extension,
    ),
  };
  if (isSeen(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  if (extension === 'pdf' || extension === 'pptx') {
    const { content, missing } = await reportFile(
      deps,
      extension,
      await reportOf(deps, query, principal),
      request.signal,
    );
    return new Response(content, { headers: { ...headers, ...missingHeader(missing) } });
  }
  const documents = deps.documents ?? inPlace(deps.db);
  if (file !== 'pack.zip')
    return new Response(await documents.open(tableTask(file, scope, query), request.signal), {
      headers,
    });
  const { content: reports, missing } = await reportFiles(deps, query, principal, request.signal);
  const stream = await documents.open({ kind: 'pack', scope, made: reports }, request.signal);
  // a pack whose report could not be made is not the one that the tag stands for
  const { etag, ...untagged } = headers;
  const whole = reports.every(({ bytes }) => bytes !== undefined);
  return new Response(stream, {
    headers: {
      ...untagged,
      ...compact({ etag: whole ? etag : undefined }),
      ...missingHeader(missing),
    },
  });
}

export function addDocuments(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listDocuments',
    async ({ query }) => {
      const scope = await documentScope(deps, query);
      const { overview, compare, as_of, known, projects } = scope;
      return {
        json: {
          items: entries(compare !== undefined, deps.drawing?.pdf !== undefined),
          as_of,
          ...compact({ compare }),
          revision: known,
          projects,
          ...compact({ projects_total: overview.projects_total }),
          data_status: scope.illustrative ? ('illustrative' as const) : scope.profile.data_status,
          ...periodsOf(overview),
        },
      };
    },
    { kept: true },
  );
  route(host, 'document', async ({ params, query, request, principal }) => {
    const file = documentFiles.find((one) => one === params['file']);
    if (file === undefined)
      throw problem('not_found', `Ask for one of ${documentFiles.join(', ')}.`);
    return documentResponse(deps, request, file, query, principal);
  });
}
