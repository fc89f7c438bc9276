import { chartFormats } from '#contract/exports/constants.ts';
import { pictureSizes, type ChartContext } from '#charts/kit/definition.ts';
import { anyChartIds, findAnyChart, type AnyChartId } from '#charts/all-charts.ts';
import { removeOwners } from '#domain/redaction/without-notes.ts';
import type { Answer } from '#server/http/response-cache.ts';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { rejectHiddenFilters } from '#server/projects/register/read-filters.ts';
import { readOverview } from '#server/overview/service.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { problem } from '#server/core/problem.ts';
import { requirePrincipal } from '#server/core/policy.ts';
import { requireReadableChart } from '#server/saved-charts/service.ts';
import { makeStamp } from './figure-stamp.ts';
import { chartLanguage } from './chart-options.ts';
import { parseFileName, answerChart, readChartOverview } from './service.ts';

/** Adds the endpoints that list charts and send one, or a saved one, as a file. */
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
  route(
    host,
    'savedChartFile',
    async ({ params, query, signal, principal, mayViewNotes }): Promise<Answer> => {
      const { id: person } = requirePrincipal(principal);
      const id = params['id'] ?? '';
      const savedChart = await requireReadableChart(deps.db, id, person, mayViewNotes);
      const chart = parseFileName(params['file'] ?? '');
      if (chart.id !== savedChart.view_json.chart)
        throw problem(
          'not_found',
          `Request ${savedChart.view_json.chart}: the saved chart is this one.`,
        );
      rejectHiddenFilters(query, mayViewNotes);
      const read = await readChartOverview(deps, chart, query);
      const overview = mayViewNotes ? read : removeOwners(read);
      return answerChart(deps, chart, overview, query, {
        stamp: await makeStamp(deps, chart.id, overview, query),
        annotations: savedChart.annotations_json,
        signal,
      });
    },
  );
}
