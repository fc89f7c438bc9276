import type { AnalysisChartId } from '#charts/analysis-charts.ts';
import type { AnalysisQuery } from '#contract/analysis/query.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { compact } from '#domain/values/compact.ts';
import { timelineGroups } from '#domain/analysis/project-timeline.ts';
import { findCompleteness, findProjectTimeline, findStageTime } from './project-service.ts';
import { readForecastRecords } from '#server/targets/forecast-service.ts';
import { findFunnel, findSeries } from './events/events-service.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { findBreakdown, findMoneyLadder } from './breakdown-service.ts';
import { readOutlook } from '#server/outlook/service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/** Reads the part of one chart. `known` is the revision of the overview that it joins. */
type ReadPart = (
  deps: Deps,
  query: AnalysisQuery & { readonly known: number },
) => Promise<AnalysisParts>;

const readers: Readonly<Record<AnalysisChartId, ReadPart>> = {
  outlook: async (deps, { as_of, known, plan, scenario = '' }) => ({
    outlook: await readOutlook(deps, { as_of, known, plan, ...fromScenarioText(scenario) }),
  }),
  stage_time: async (deps, query) => ({ stage_time: await findStageTime(deps, query) }),
  timeline: async (deps, { by, ...query }) => ({
    timeline: await findProjectTimeline(deps, {
      ...query,
      ...compact({ by: timelineGroups.find((group) => group === by) }),
    }),
  }),
  quality: async (deps, { by, ...query }) => ({
    completeness: await findCompleteness(deps, query, by === 'owner'),
  }),
  breakdown: async (deps, query) => ({ breakdown: await findBreakdown(deps, query) }),
  forecast_record: async (deps, { as_of, known }) => ({
    forecasts: await readForecastRecords(deps, { as_of, known }),
  }),
  series: async (deps, query) => ({ series: await findSeries(deps, query) }),
  funnel: async (deps, query) => ({ funnel: await findFunnel(deps, query) }),
  money_ladder: async (deps, query) => ({ money_ladder: await findMoneyLadder(deps, query) }),
};

/** Reads the part of an overview that one analysis chart draws. */
export const readAnalysisPart = (
  deps: Deps,
  chart: AnalysisChartId,
  query: AnalysisQuery & { readonly known: number },
): Promise<AnalysisParts> => readers[chart](deps, query);
