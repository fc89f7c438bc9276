import type { ComponentType } from 'react';
import { View as BreakdownView } from '#charts/breakdown/View.tsx';
import type { ViewProps } from '#charts/kit/definition.ts';
import { View as RecordView } from '#charts/forecast-record/View.tsx';
import { View as FunnelView } from '#charts/funnel/View.tsx';
import { View as SeriesView } from '#charts/series/View.tsx';
import { View as MoneyLadderView } from '#charts/money-ladder/View.tsx';
import { View as OutlookView } from '#charts/outlook/View.tsx';
import { View as QualityView } from '#charts/quality/View.tsx';
import { View as StageTimeView } from '#charts/stage-time/View.tsx';
import { View as TimelineView } from '#charts/timeline/View.tsx';
import type { AnalysisChartId } from './analysis-charts.ts';

/** The drawing of each analysis chart. */
const analysisViews = {
  outlook: OutlookView,
  stage_time: StageTimeView,
  timeline: TimelineView,
  quality: QualityView,
  breakdown: BreakdownView,
  forecast_record: RecordView,
  series: SeriesView,
  funnel: FunnelView,
  money_ladder: MoneyLadderView,
} as const satisfies Readonly<Record<AnalysisChartId, ComponentType<never>>>;

/** The View of an analysis chart, for a series made by the same id. */
export const findAnalysisView = (id: AnalysisChartId): ComponentType<ViewProps<unknown>> =>
  analysisViews[id] as ComponentType<ViewProps<unknown>>;
