import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readBoard } from './board-service.ts';

/** Adds the route of the board. */
export function addBoard(host: Host): void {
  route(
    host,
    'board',
    async ({ query, mayViewNotes }) => ({
      json: await readBoard(host.deps, query, mayViewNotes),
    }),
    { cached: true },
  );
}
