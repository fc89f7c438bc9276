import { anyChartIds, findAnyChart, type AnyChartId } from '#charts/all-charts.ts';
import { type ChartContext, pictureSizes } from '#charts/kit/definition.ts';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import { chartFormats } from '#contract/exports/constants.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readOverview } from '#server/overview/service.ts';
import { chartLanguage } from './chart-options.ts';

/** Lists all charts with their titles, formats and sizes. */
export async function listCharts(deps: AppDeps, query: { readonly lang?: string }) {
  const overview = await readOverview(deps, {});
  const context: ChartContext = { language: chartLanguage(query), options: {} };
  const titleOf = (id: AnyChartId): string =>
    isAnalysisChartId(id)
      ? findAnyChart(id).name(context.language)
      : findAnyChart(id).words(overview, context).title;
  return anyChartIds.map((id) => ({
    id,
    title: titleOf(id),
    formats: [...chartFormats],
    sizes: Object.keys(pictureSizes),
  }));
}
