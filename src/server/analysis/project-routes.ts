import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { findCompleteness, findProjectTimeline, findStageTime } from './project-service.ts';

/** Adds the endpoints of the time in stages, the timeline and completeness. */
export function addProjectAnalysis(host: Host): void {
  const { deps } = host;
  route(
    host,
    'stageTime',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findStageTime(deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
  route(
    host,
    'projectTimeline',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findProjectTimeline(deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
  route(
    host,
    'completeness',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findCompleteness(deps, query, mayViewNotes) };
    },
    { cached: true, mayBeOld: true },
  );
}
