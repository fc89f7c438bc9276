import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { listClosedPeriods, listReopenedPeriods } from '#server/zone/period-close-store.ts';
import { acceptDrafts, saveDrafts } from './draft-service.ts';
import { saveMonthNotes } from './note-service.ts';
import { readMonth } from './month-service.ts';
import { closeMonth, reopenMonth, storeValues } from './service.ts';

/** Adds the endpoints of months: their values, drafts and notes, and closing. */
export function addPeriods(host: Host): void {
  const { deps } = host;
  route(host, 'addObservations', async ({ body, author }) => ({
    json: await storeValues(deps, body, author),
  }));
  route(
    host,
    'listPeriods',
    async ({ query }) => {
      const { origin, knownRevision } = await readZoneSnapshot(deps, query.known_at);
      const [items, reopened] = await Promise.all([
        listClosedPeriods(deps.db, origin, knownRevision),
        listReopenedPeriods(deps.db, origin, knownRevision),
      ]);
      return { json: { items, reopened } };
    },
    { cached: true },
  );
  route(
    host,
    'period',
    async ({ params, query }) => {
      const period = params['month'] ?? '';
      return { json: await readMonth(deps, period, query.known_at) };
    },
    { cached: true },
  );
  route(host, 'closePeriod', async ({ params, body, author }) => ({
    json: await closeMonth(deps, params['month'] ?? '', body.note, author),
  }));
  route(host, 'saveDrafts', async ({ params, body, author }) => ({
    json: await saveDrafts(deps, params['month'] ?? '', body, author),
  }));
  route(host, 'acceptDrafts', async ({ params, body, author }) => ({
    json: await acceptDrafts(deps, params['month'] ?? '', body, author),
  }));
  route(host, 'saveMonthNotes', async ({ params, body, author }) => ({
    json: await saveMonthNotes(deps, params['month'] ?? '', body, author),
  }));
  route(host, 'reopenPeriod', async ({ params, body, author }) => ({
    json: await reopenMonth(deps, params['month'] ?? '', body.reason, author),
  }));
}
