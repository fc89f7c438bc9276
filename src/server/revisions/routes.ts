import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readRevisions, undoById } from './service.ts';

/** Adds the endpoints that list revisions and undo one. */
export function addRevisions(host: Host): void {
  const { deps } = host;
  route(host, 'listRevisions', async ({ query }) => ({ json: await readRevisions(deps, query) }), {
    cached: true,
  });
  route(host, 'undoRevision', async ({ params, body, author }) => ({
    json: await undoById(deps, Number(params['id']), body, author),
  }));
}
