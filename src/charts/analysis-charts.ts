import { chart as outlook } from '#charts/outlook/analysis-chart.ts';
import { chart as stageTime } from '#charts/stage-time/analysis-chart.ts';
import { chart as timeline } from '#charts/timeline/analysis-chart.ts';
import { chart as quality } from '#charts/quality/analysis-chart.ts';
import { chart as breakdown } from '#charts/breakdown/analysis-chart.ts';
import { chart as forecastRecord } from '#charts/forecast-record/analysis-chart.ts';
import { chart as series } from '#charts/series/analysis-chart.ts';
import { chart as funnel } from '#charts/funnel/analysis-chart.ts';
import { chart as moneyLadder } from '#charts/money-ladder/analysis-chart.ts';
import { chart as distribution } from '#charts/distribution/analysis-chart.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { AnalysisChartId } from '#charts/analysis-loaders.ts';

/**
 * The charts of the page of charts, by id. Each draws a part of the overview that is read for it
 * alone. Pages load the chart that they show instead (`analysis-loaders.ts`).
 */
export const analysisCharts = {
  outlook,
  stage_time: stageTime,
  timeline,
  quality,
  breakdown,
  forecast_record: forecastRecord,
  series,
  funnel,
  money_ladder: moneyLadder,
  distribution,
} as const satisfies Readonly<Record<AnalysisChartId, ChartDefinition<unknown>>>;
