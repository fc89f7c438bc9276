import { requirePrincipal } from '#server/core/policy.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { changeSavedChart, listReadableCharts, removeSavedChart, saveChart } from './service.ts';

/** Adds the endpoints of charts that people save for themselves or for everyone. */
export function addSavedCharts(host: Host): void {
  const { deps } = host;
  route(host, 'listSavedCharts', async ({ principal, mayViewNotes }) => {
    const items = await listReadableCharts(deps, requirePrincipal(principal), mayViewNotes);
    return { json: { items: [...items] } };
  });
  route(host, 'saveChart', async ({ body, principal }) =>
    saveChart(deps, body, requirePrincipal(principal)),
  );
  route(host, 'changeSavedChart', async ({ params, body, principal, request }) => {
    const editor = { principal: requirePrincipal(principal), request };
    return changeSavedChart(deps, params['id'] ?? '', body, editor);
  });
  route(host, 'removeSavedChart', async ({ params, principal, request }) => {
    const id = params['id'] ?? '';
    await removeSavedChart(deps, id, { principal: requirePrincipal(principal), request });
    return { json: { id } };
  });
}
