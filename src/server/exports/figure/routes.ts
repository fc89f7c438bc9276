import { chartFormats } from '#contract/exports/constants.ts';
import { pictureSizes, type ChartContext } from '#charts/kit/definition.ts';
import { chartIds, findChart, type ChartId } from '#charts/registry.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { readOverview } from '#server/overview/service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { makeStamp } from './figure-stamp.ts';
import { parseFileName, answerChart, chartLanguage, readChartOverview } from './service.ts';

export function addCharts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listCharts',
    async ({ query }) => {
      const overview = await readOverview(deps, {});
      const context: ChartContext = { language: chartLanguage(query), options: {} };
      const entry = (id: ChartId) => ({
        id,
        title: findChart(id).words(overview, context).title,
        formats: [...chartFormats],
        sizes: Object.keys(pictureSizes),
      });
      return { json: { items: chartIds.map(entry) } };
    },
    { cached: true },
  );
  route(
    host,
    'chart',
    async ({ params, query, signal }): Promise<Answer> => {
      const chart = parseFileName(params['file'] ?? '');
      const overview = await readChartOverview(deps, chart, query);
      return answerChart(deps, chart, overview, query, {
        stamp: await makeStamp(deps, chart.id, overview, query),
        signal,
      });
    },
    { cached: true },
  );
}
