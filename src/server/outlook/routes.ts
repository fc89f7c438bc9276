import { compact } from '#domain/values/compact.ts';
import { removeTargetNotes } from '#domain/redaction/without-notes.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readOutlook } from './service.ts';

/** Removes owners of projects and what people wrote on targets, for readers who may not see notes. */
const removeNotes = (outlook: Outlook): Outlook => ({
  ...outlook,
  targets: outlook.targets.map(({ fewest, row, ...target }) => ({
    ...target,
    row: removeTargetNotes(row),
    ...compact({
      fewest:
        fewest === undefined
          ? undefined
          : { ...fewest, projects: fewest.projects.map(({ owner: _, ...one }) => one) },
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
      return { json: mayViewNotes ? outlook : removeNotes(outlook) };
    },
    { cached: true, namesRevision: true, mayBeOld: true },
  );
}
