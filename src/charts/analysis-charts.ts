import { type AnalysisChartId, analysisChartIds } from '#charts/labels/analysis-names.ts';
import { loadAnalysisChart } from '#charts/analysis-loaders.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';

/**
 * All charts of the page of charts, by id, for the server and for files. Pages load the chart that
 * they show instead.
 */
export const analysisCharts = Object.fromEntries(
  await Promise.all(analysisChartIds.map(async (id) => [id, await loadAnalysisChart(id)])),
) as Readonly<Record<AnalysisChartId, ChartDefinition<unknown>>>;
