import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { AnalysisChartId } from '#charts/labels/analysis-names.ts';

/** Loads each chart of the page of charts. */
const loaders: Readonly<Record<AnalysisChartId, () => Promise<ChartDefinition<unknown>>>> = {
  outlook: async () => (await import('#charts/outlook/analysis-chart.ts')).chart,
  stage_time: async () => (await import('#charts/stage-time/analysis-chart.ts')).chart,
  timeline: async () => (await import('#charts/timeline/analysis-chart.ts')).chart,
  quality: async () => (await import('#charts/quality/analysis-chart.ts')).chart,
  breakdown: async () => (await import('#charts/breakdown/analysis-chart.ts')).chart,
  forecast_record: async () => (await import('#charts/forecast-record/analysis-chart.ts')).chart,
  series: async () => (await import('#charts/series/analysis-chart.ts')).chart,
  funnel: async () => (await import('#charts/funnel/analysis-chart.ts')).chart,
  money_ladder: async () => (await import('#charts/money-ladder/analysis-chart.ts')).chart,
  distribution: async () => (await import('#charts/distribution/analysis-chart.ts')).chart,
};

const loading = new Map<AnalysisChartId, Promise<ChartDefinition<unknown>>>();
/**
 * Loads a chart once. The same promise each time, as a component needs that waits for it.
 *
 * @throws the error of the import
 */
export function loadAnalysisChart(id: AnalysisChartId): Promise<ChartDefinition<unknown>> {
  const promise = loading.get(id) ?? loaders[id]();
  loading.set(id, promise);
  return promise;
}
