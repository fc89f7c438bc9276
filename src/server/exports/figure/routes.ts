import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { requirePrincipal } from '#server/core/policy.ts';
import { requireReadableChart } from '#server/saved-charts/service.ts';

/** Loads the code of charts with the first request for one. */
const loadCharts = () => import('./register-chart.ts');

/** Adds the endpoints that list charts and send one, or a saved one, as a file. */
export function addCharts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listCharts',
    async ({ query }) => {
      const { listCharts } = await import('./chart-list.ts');
      return { json: { items: await listCharts(deps, query) } };
    },
    { cached: true },
  );
  route(
    host,
    'chart',
    async ({ params, query, signal, mayViewNotes }) => {
      const { answerRegisterChart } = await loadCharts();
      const file = params['file'] ?? '';
      return answerRegisterChart(deps, { file, query, mayViewNotes, signal });
    },
    { cached: true },
  );
  route(host, 'savedChartFile', async ({ params, query, signal, principal, mayViewNotes }) => {
    const { id: person } = requirePrincipal(principal);
    const id = params['id'] ?? '';
    const savedChart = await requireReadableChart(deps.db, id, person, mayViewNotes);
    const { answerRegisterChart } = await loadCharts();
    const file = params['file'] ?? '';
    return answerRegisterChart(deps, { file, query, mayViewNotes, signal, savedChart });
  });
}
