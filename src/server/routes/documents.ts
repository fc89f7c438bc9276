import type { DocumentEntry, DocumentFile, DocumentQuery } from '#contract/documents.ts';
import { documentFiles } from '#contract/documents.ts';
import type { AppDeps } from '#server/deps.ts';
import { inPlace, type DocumentTask } from '#server/exporting/documents.ts';
import type { DocumentScope } from '#server/exporting/register/document.ts';
import { isSeen, tagHeader, tagOf } from '#server/http/entity-tag.ts';
import { attachment } from '#server/http/file-name.ts';
import { problem } from '#server/http/problem.ts';
import { documentScope, periodsOf } from './document-scope.ts';
import { route, type Host } from './route.ts';

const types: Readonly<Record<string, string>> = {
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
  if (file === 'workbook.xlsx')
    return ['about', 'indicators', 'register', 'progress', 'signed', 'issues', ...perProject, ...others(compared), 'codebook'];
  if (file === 'pack.zip') return ['readme', ...perProject, ...others(compared), 'codebook', 'workbook', 'metadata'];
  return [file.replace(/\.csv$/, '')];
};
const entries = (compared: boolean): readonly DocumentEntry[] => documentFiles.map((file) => ({ file, parts: partsOf(file, compared) }));

function taskOf(file: DocumentFile, scope: DocumentScope, query: DocumentQuery): DocumentTask {
  if (file === 'workbook.xlsx') return { kind: 'workbook', scope };
  if (file === 'pack.zip') return { kind: 'pack', scope, made: [] };
  return {
    kind: 'csv',
    scope,
    which: file === 'projects.csv' ? 'projects' : file === 'observations.csv' ? 'observations' : 'stage_events',
    excel: query.csv === 'excel',
  };
}

/** A document as a download: a stream that is written while it leaves, under a tag made of what it is made from. */
async function documentResponse(deps: AppDeps, request: Request, file: DocumentFile, query: DocumentQuery): Promise<Response> {
  const scope = await documentScope(deps, query);
  const [name = '', extension = ''] = file.split('.');
  const { profile, language, as_of, illustrative, known, compare, filters, address } = scope;
  const made = [file, deps.config.version, known, scope.recorded_at, as_of, compare, language, filters, query.csv, address];
  const tag = await tagOf(new TextEncoder().encode(JSON.stringify(made)));
  const headers = {
    'cache-control': 'no-cache',
    etag: tagHeader(tag, undefined),
    'content-type': types[extension] ?? 'application/octet-stream',
    'content-disposition': attachment(
      [profile.short_name[language], name, as_of, language, ...(illustrative ? ['ILLUSTRATIVE'] : [])],
      extension,
    ),
  };
  if (isSeen(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers });
  if (request.method === 'HEAD') return new Response(null, { headers });
  const documents = deps.documents ?? inPlace(deps.db);
  return new Response(await documents.open(taskOf(file, scope, query)), { headers });
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
          items: entries(compare !== undefined),
          as_of,
          ...(compare === undefined ? {} : { compare }),
          revision: known,
          projects,
          projects_total: overview.projects_total,
          data_status: scope.illustrative ? ('illustrative' as const) : scope.profile.data_status,
          ...periodsOf(overview),
        },
      };
    },
    { kept: true },
  );
  route(host, 'document', async ({ params, query, request }) => {
    const file = documentFiles.find((one) => one === params['file']);
    if (file === undefined) throw problem('not_found', `Ask for one of ${documentFiles.join(', ')}.`);
    return documentResponse(deps, request, file, query);
  });
}
