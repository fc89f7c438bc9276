import type { Host } from '#server/http/host.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { route } from '#server/http/route.ts';
import { readChanges } from './service.ts';

/** Adds the endpoint of the changes between two days. */
export function addChanges(host: Host): void {
  route(
    host,
    'changes',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await readChanges(host.deps, query) };
    },
    { cached: true },
  );
}
