import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import {
  findBreakdown,
  findDistribution,
  findMoneyLadder,
  findOwnColumns,
} from './breakdown-service.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';

/** Adds the endpoints of the parts that analysis charts draw. */
export function addAnalysis(host: Host): void {
  route(
    host,
    'breakdown',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findBreakdown(host.deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
  route(host, 'columns', async ({ query }) => ({ json: await findOwnColumns(host.deps, query) }), {
    cached: true,
    mayBeOld: true,
  });
  route(
    host,
    'moneyLadder',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findMoneyLadder(host.deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
  route(
    host,
    'distribution',
    async ({ query, mayViewNotes }) => {
      rejectHiddenFilters(query, mayViewNotes);
      return { json: await findDistribution(host.deps, query) };
    },
    { cached: true, mayBeOld: true },
  );
}
