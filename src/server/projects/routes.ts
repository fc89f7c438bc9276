import { listProjectPage, readProject, readSummary } from './service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoint of one project. */
export function addOneProject(host: Host): void {
  route(
    host,
    'project',
    ({ params, query, mayViewNotes }) =>
      readProject(host.deps, params['code'] ?? '', query, mayViewNotes),
    { cached: true, ofProject: 'code' },
  );
}

/** Adds the endpoints that list projects and sum them. */
export function addProjects(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listProjects',
    async ({ query, mayViewNotes }) => ({
      json: await listProjectPage(deps, query, mayViewNotes),
    }),
    { cached: true, ofRevision: true },
  );
  route(
    host,
    'summary',
    async ({ query, mayViewNotes }) => ({ json: await readSummary(deps, query, mayViewNotes) }),
    { cached: true, mayBeOld: true },
  );
}
