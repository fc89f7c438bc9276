import type { ChartDefinition } from '#charts/kit/definition.ts';
import { outlookChart } from '#charts/outlook/definition.ts';

/**
 * The charts of the page of charts, by id. Each draws a part of the overview that is read for it
 * alone. A page loads this file only when it shows one of them.
 */
export const analysisCharts = { outlook: outlookChart } as const satisfies Readonly<
  Record<string, ChartDefinition<unknown>>
>;
export type AnalysisChartId = keyof typeof analysisCharts;
export const analysisChartIds = Object.keys(analysisCharts) as readonly AnalysisChartId[];
export const isAnalysisChartId = (id: string): id is AnalysisChartId =>
  Object.hasOwn(analysisCharts, id);
