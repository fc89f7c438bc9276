import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readOutlook } from './service.ts';

/** Removes the owners of projects, for readers who may not see notes. */
const removeProjectOwners = (outlook: Outlook): Outlook => ({
  ...outlook,
  targets: outlook.targets.map(({ fewest, ...target }) => ({
    ...target,
    ...(fewest === undefined
      ? {}
      : {
          fewest: { ...fewest, projects: fewest.projects.map(({ owner: _, ...one }) => one) },
        }),
  })),
});

/** Adds the endpoint of the outlook: whether the targets will be met. */
export function addOutlook(host: Host): void {
  route(
    host,
    'outlook',
    async ({ query, mayViewNotes }) => {
      const outlook = await readOutlook(host.deps, query);
      return { json: mayViewNotes ? outlook : removeProjectOwners(outlook) };
    },
    { cached: true, namesRevision: true, mayBeOld: true },
  );
}
