import { use } from 'react';
import type { AnalysisChartId } from '#charts/labels/analysis-names.ts';
import { loadAnalysisChart } from '#web/figures/load-analysis-chart.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';

/**
 * The definition of an analysis chart. The component suspends until its code is loaded.
 * @throws the error of the import, to the error boundary
 */
export const useLoadedChart = (id: AnalysisChartId): ChartDefinition<unknown> =>
  use(loadAnalysisChart(id));
