import { requirePrincipal } from '#server/core/policy.ts';
import { newId } from '#server/core/secrets.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import {
  checkInput,
  isReadable,
  requireRoom,
  requireSeenChart,
  toColumns,
  toSavedChart,
} from './service.ts';
import {
  addStoredChart,
  changeStoredChart,
  listStoredCharts,
  removeStoredChart,
  type StoredChart,
} from './store.ts';

/** Adds the endpoints of charts that people save for themselves or for everyone. */
export function addSavedCharts(host: Host): void {
  const { deps } = host;
  route(host, 'listSavedCharts', async ({ principal, mayViewNotes }) => {
    const person = requirePrincipal(principal);
    const charts = await listStoredCharts(deps.db, person.id);
    const visibleCharts = charts.filter(
      (one) => one.owner === person.id || isReadable(one, mayViewNotes),
    );
    return { json: { items: visibleCharts.map((one) => toSavedChart(one, person)) } };
  });
  route(host, 'saveChart', async ({ body, principal }) => {
    const person = requirePrincipal(principal);
    checkInput(body, person);
    const newChart: StoredChart = {
      ...toColumns(body),
      id: newId('g'),
      owner: person.id,
      owner_name: person.name,
      changed_at: deps.clock().toISOString(),
      version: 1,
    };
    await deps.db.write(async (trx) => {
      await requireRoom(trx, person);
      await addStoredChart(trx, newChart);
    });
    return { json: toSavedChart(newChart, person), tag: '1' };
  });
  route(host, 'changeSavedChart', async ({ params, body, principal, request }) => {
    const person = requirePrincipal(principal);
    checkInput(body, person);
    const nextChart = await deps.db.write(async (trx): Promise<StoredChart> => {
      const seenChart = await requireSeenChart(trx, params['id'] ?? '', {
        principal: person,
        request,
      });
      const next = {
        ...seenChart,
        ...toColumns(body),
        changed_at: deps.clock().toISOString(),
        version: seenChart.version + 1,
      };
      await changeStoredChart(trx, next);
      return next;
    });
    return { json: toSavedChart(nextChart, person), tag: String(nextChart.version) };
  });
  route(host, 'removeSavedChart', async ({ params, principal, request }) => {
    const person = requirePrincipal(principal);
    const id = params['id'] ?? '';
    await deps.db.write(async (trx) => {
      await requireSeenChart(trx, id, { principal: person, request });
      await removeStoredChart(trx, id);
    });
    return { json: { id } };
  });
}
