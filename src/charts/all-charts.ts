import type { ChartDefinition } from '#charts/kit/definition.ts';
import * as analysis from './analysis-charts.ts';
import {
  type AnalysisChartId,
  analysisChartIds,
  isAnalysisChartId,
} from './labels/analysis-names.ts';
import { type ChartId, chartIds, charts, isChartId } from './registry.ts';

/**
 * Charts of the overview and analysis charts together: for files, where bundle size does not
 * matter.
 */
export type AnyChartId = ChartId | AnalysisChartId;
export const anyChartIds: readonly AnyChartId[] = [...chartIds, ...analysisChartIds];
/** Whether a text is the id of a chart, of the overview or of the page of charts. */
export const isAnyChartId = (id: string): id is AnyChartId =>
  isChartId(id) || isAnalysisChartId(id);

/** The charts of the page of charts. */
export const analysisCharts: Readonly<Record<AnalysisChartId, ChartDefinition<unknown>>> = {
  ...analysis,
};
const allCharts: Readonly<Record<AnyChartId, ChartDefinition<unknown>>> = {
  ...charts,
  ...analysisCharts,
};
/** The definition of a chart whose series only its own View reads. */
export const findAnyChart = (id: AnyChartId): ChartDefinition<unknown> => allCharts[id];
