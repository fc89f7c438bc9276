import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { findFunnel, findSeries } from './events-service.ts';

/** Adds the endpoints of what happens to projects: series and cohorts. */
export function addProjectEvents(host: Host): void {
  route(
    host,
    'series',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findSeries(host.deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
  route(
    host,
    'funnel',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findFunnel(host.deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
}
