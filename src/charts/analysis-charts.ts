import { breakdownComparison } from '#charts/breakdown/comparison.ts';
import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { funnelComparison } from '#charts/funnel/comparison.ts';
import { ladderComparison } from '#charts/money-ladder/comparison.ts';
import { seriesComparison } from '#charts/series/comparison.ts';
import { stageTimeComparison } from '#charts/stage-time/comparison.ts';
import { breakdownChart } from '#charts/breakdown/definition.ts';
import { sizeComparison } from '#charts/distribution/comparison.ts';
import { distributionChart } from '#charts/distribution/definition.ts';
import { chooseCurrency } from '#charts/breakdown/choose-currency.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { recordChart } from '#charts/forecast-record/definition.ts';
import { funnelChart } from '#charts/funnel/definition.ts';
import { seriesChart } from '#charts/series/definition.ts';
import { moneyLadderChart } from '#charts/money-ladder/definition.ts';
import { outlookChart } from '#charts/outlook/definition.ts';
import { qualityChart } from '#charts/quality/definition.ts';
import { stageTimeChart } from '#charts/stage-time/definition.ts';
import { timelineChart } from '#charts/timeline/definition.ts';

/**
 * The charts of the page of charts, by id. Each draws a part of the overview that is read for it
 * alone. A page loads this file only when it shows one of them.
 */
export const analysisCharts = {
  outlook: annotateChart(outlookChart),
  stage_time: annotateChart(comparable(stageTimeChart, stageTimeComparison)),
  timeline: annotateChart(timelineChart),
  quality: annotateChart(qualityChart),
  breakdown: annotateChart(
    comparable(chooseCurrency(breakdownChart, 'breakdown'), breakdownComparison),
  ),
  forecast_record: annotateChart(recordChart),
  series: annotateChart(comparable(seriesChart, seriesComparison)),
  funnel: annotateChart(comparable(funnelChart, funnelComparison)),
  money_ladder: annotateChart(
    comparable(chooseCurrency(moneyLadderChart, 'money_ladder'), ladderComparison),
  ),
  distribution: annotateChart(
    comparable(chooseCurrency(distributionChart, 'distribution'), sizeComparison),
  ),
} as const satisfies Readonly<Record<string, ChartDefinition<unknown>>>;
export type AnalysisChartId = keyof typeof analysisCharts;
/** The chart that the page of charts shows first. */
export const firstAnalysisChart: AnalysisChartId = 'outlook';
export const analysisChartIds = Object.keys(analysisCharts) as readonly AnalysisChartId[];
/** Whether a text is the id of a chart of the page of charts. */
export const isAnalysisChartId = (id: string): id is AnalysisChartId =>
  Object.hasOwn(analysisCharts, id);
