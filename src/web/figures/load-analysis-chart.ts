import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { AnalysisChartId } from '#charts/labels/analysis-names.ts';
import { importWithLabels } from '#web/i18n/load.ts';

/** Loads each chart of the page of charts, by its file. The build finds the files. */
const loaders = import.meta.glob<ChartDefinition<unknown>>('/src/charts/*/analysis-chart.ts', {
  import: 'chart',
});

const loading = new Map<AnalysisChartId, Promise<ChartDefinition<unknown>>>();
/**
 * Loads a chart once. Returns the same promise each time, because a component waits for it.
 *
 * @throws the error of the import
 */
export function loadAnalysisChart(id: AnalysisChartId): Promise<ChartDefinition<unknown>> {
  const load = loaders[`/src/charts/${id.replaceAll('_', '-')}/analysis-chart.ts`];
  const promise =
    loading.get(id) ??
    (load === undefined
      ? Promise.reject(new Error(`The chart ${id} has no file.`))
      : importWithLabels(load()));
  loading.set(id, promise);
  return promise;
}
