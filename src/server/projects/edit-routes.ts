import {
  changeProject,
  changeProjectStatus,
  createProject,
  moveProject,
} from './change-service.ts';
import { readProjectHistory } from './history-service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/**
 * Adds the routes that create and change projects, move them between stages and statuses, and list
 * their history.
 */
export function addProjectEdits(host: Host): void {
  const { deps } = host;
  route(host, 'createProject', async ({ body, author }) => createProject(deps, body, author));
  route(host, 'changeProject', async ({ params, body, request, author }) =>
    changeProject(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(host, 'moveProject', async ({ params, body, request, author }) =>
    moveProject(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(host, 'changeProjectStatus', async ({ params, body, request, author }) =>
    changeProjectStatus(deps, { code: params['code'] ?? '', body, request, author }),
  );
  route(
    host,
    'projectHistory',
    async ({ params, query }) => ({
      json: await readProjectHistory(
        deps,
        params['code'] ?? '',
        query.before === undefined ? undefined : Number(query.before),
      ),
    }),
    { cached: true, ofProject: 'code' },
  );
}
