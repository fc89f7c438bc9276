import { chartFormats } from '#contract/exports/constants.ts';
import { pictureSizes, type ChartContext } from '#charts/kit/definition.ts';
import { anyChartIds, findAnyChart, type AnyChartId } from '#charts/all-charts.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { isAnalysisChartId } from '#charts/analysis-charts.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { readOverview } from '#server/overview/service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { makeStamp } from './figure-stamp.ts';
import { chartLanguage } from './chart-options.ts';
import { parseFileName, answerChart, readChartOverview } from './service.ts';

export function addCharts(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listCharts',
    async ({ query }) => {
      const overview = await readOverview(deps, {});
      const context: ChartContext = { language: chartLanguage(query), options: {} };
      const entry = (id: AnyChartId) => ({
        id,
        title: isAnalysisChartId(id)
          ? findAnyChart(id).name(context.language)
          : findAnyChart(id).words(overview, context).title,
        formats: [...chartFormats],
        sizes: Object.keys(pictureSizes),
      });
      return { json: { items: anyChartIds.map(entry) } };
    },
    { cached: true },
  );
  route(
    host,
    'chart',
    async ({ params, query, signal, mayViewNotes }): Promise<Answer> => {
      rejectHiddenFilters(query, mayViewNotes);
      const chart = parseFileName(params['file'] ?? '');
      const read = await readChartOverview(deps, chart, query);
      const overview = mayViewNotes ? read : removeOwners(read);
      return answerChart(deps, chart, overview, query, {
        stamp: await makeStamp(deps, chart.id, overview, query),
        signal,
      });
    },
    { cached: true },
  );
}
