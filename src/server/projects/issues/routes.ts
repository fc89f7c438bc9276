import { addIssue, editIssue, readIssues } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the routes that list, add, change and close issues. */
export function addIssues(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listIssues',
    async ({ params, query }) => ({
      json: { items: await readIssues(deps, params['code'] ?? '', query) },
    }),
    { cached: true, ofProject: 'code' },
  );
  route(host, 'addIssue', ({ params, body, author }) =>
    addIssue(deps, params['code'] ?? '', body, author),
  );
  route(host, 'changeIssue', ({ params, body, request, author }) => {
    const { code = '', id = '' } = params;
    return editIssue(deps, { code, id, body, request, author });
  });
}
