import { compact } from '#domain/values/compact.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { readZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';
import { listClosedPeriods } from '#server/zone/period-close-store.ts';
import { closeMonth, readOpenPoints, reopenMonth, storeValues } from './service.ts';

export function addPeriods(host: Host): void {
  const { deps } = host;
  route(host, 'addObservations', async ({ body, author }) => ({
    json: await storeValues(deps, body, author),
  }));
  route(
    host,
    'listPeriods',
    async ({ query }) => {
      const { origin, known } = await readZoneSnapshot(deps, query.known_at);
      return { json: { items: await listClosedPeriods(deps.db, origin, known) } };
    },
    { cached: true },
  );
  route(
    host,
    'period',
    async ({ params, query }) => {
      const { origin, known, profile } = await readZoneSnapshot(deps, query.known_at);
      const period = params['month'] ?? '';
      const all = await listClosedPeriods(deps.db, origin, known);
      const closed = all.find((one) => one.period === period);
      const points = closed?.points ?? (await readOpenPoints(deps.db, profile, period, known));
      return { json: { period, points, ...compact({ closed }) } };
    },
    { cached: true },
  );
  route(host, 'closePeriod', async ({ params, body, author }) => ({
    json: await closeMonth(deps, params['month'] ?? '', body.note, author),
  }));
  route(host, 'reopenPeriod', async ({ params, body, author }) => ({
    json: await reopenMonth(deps, params['month'] ?? '', body.reason, author),
  }));
}
