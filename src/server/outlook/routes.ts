import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readVisibleOutlook } from './service.ts';

/** Adds the endpoint of the outlook: whether the targets will be met. */
export function addOutlook(host: Host): void {
  route(
    host,
    'outlook',
    async ({ query, mayViewNotes }) => ({
      json: await readVisibleOutlook(host.deps, query, mayViewNotes),
    }),
    { cached: true, namesRevision: true, mayBeOld: true },
  );
}
