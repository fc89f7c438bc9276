import { redactionProfiles } from '#domain/redaction/profile.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import { redactOverview } from '#domain/redaction/redact.ts';
import { registerCells } from './register-cell-store.ts';
import { readOverview } from './service.ts';
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
    async ({ query }) => {
      const overview = await readOverview(host.deps, query);
      const { origin, as_of, revision: knownRevision } = overview;
      const cells = await registerCells(host.deps.db, { origin, as_of, knownRevision });
      return {
        json: redactOverview(overview, redactionProfiles.totals, { keptCells: cells, out: [] }),
      };
    },
    { cached: true, namesRevision: true },
  );
}
