import { documentFiles } from '#contract/exports/constants.ts';
import { problem } from '#server/core/problem.ts';
import type { Host } from '#server/http/host.ts';
import type { DocumentDeps } from './pack/write-document.ts';
import { route } from '#server/http/route.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { listDocuments } from './document-list-service.ts';

/** Adds the endpoints that list the documents of a day and make them. */
export function addDocuments(host: Host<DocumentDeps>): void {
  const { deps } = host;
  route(
    host,
    'listDocuments',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await listDocuments(deps, query) };
    },
    { cached: true },
  );
  route(host, 'document', async ({ params, query, request, principal, mayViewNotes }) => {
    rejectHiddenFilters(query, mayViewNotes);
    const file = documentFiles.find((one) => one === params['file']);
    if (file === undefined)
      throw problem('not_found', `Request one of ${documentFiles.join(', ')}.`);
    const { exportDocument } = await import('./document-service.ts');
    return exportDocument(deps, request, file, query, principal);
  });
}
