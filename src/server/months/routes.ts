import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { acceptDrafts, saveDrafts } from './draft-service.ts';
import { saveMonthNotes } from './note-service.ts';
import { listPeriods, readMonth } from './month-service.ts';
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
    async ({ query }) => ({ json: await listPeriods(deps, query.known_at) }),
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
