import { removeOwners } from '#domain/redaction/without-notes.ts';
import { readOverview, readOverviewTotals } from './service.ts';
import { addSecondaryCurrencyIfKnown } from '#server/currencies/secondary-currency-service.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';

/** Adds the endpoints of the overview, without owners for some readers, and of its totals. */
export function addOverview(host: Host): void {
  route(
    host,
    'overview',
    async ({ query: { cur, ...query }, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      const overview = await readOverview(host.deps, query);
      const visibleOverview = mayViewNotes ? overview : removeOwners(overview);
      return { json: await addSecondaryCurrencyIfKnown(host.deps, visibleOverview, cur) };
    },
    { cached: true, namesRevision: true, mayBeOld: true },
  );
  route(
    host,
    'overviewTotals',
    async ({ query }) => ({ json: await readOverviewTotals(host.deps, query) }),
    { cached: true, namesRevision: true },
  );
}
