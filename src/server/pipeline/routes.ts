import { removeOwners } from '#domain/redaction/without-notes.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readPipeline } from './service.ts';

/** Adds the endpoint of the pipeline. Owners are left out for readers who may not see them. */
export function addPipeline(host: Host): void {
  route(
    host,
    'pipeline',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      const pipeline = await readPipeline(host.deps, query);
      return { json: mayViewNotes ? pipeline : removeOwners(pipeline) };
    },
    { cached: true, namesRevision: true, mayBeOld: true },
  );
}
