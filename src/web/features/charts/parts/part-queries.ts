import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnalysisChartId } from '#charts/analysis-charts.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { call } from '#web/data/transport.ts';

/** Which day, which projects and which data options of a chart. */
export type PartQuery = Readonly<Record<string, string | undefined>>;
type ReadPart = (query: PartQuery, signal: AbortSignal) => Promise<AnalysisParts>;

/** How the part of each chart is read. */
const readers: Readonly<Record<AnalysisChartId, ReadPart>> = {
  outlook: async ({ scenario = '', ...query }, signal) => ({
    outlook: await call(endpoints.outlook, {
      query: { ...query, ...fromScenarioText(scenario) },
      signal,
    }),
  }),
  stage_time: async ({ plan: _, status: _status, ...query }, signal) => ({
    stage_time: await call(endpoints.stageTime, { query, signal }),
  }),
  timeline: async ({ plan: _, status: _status, ...query }, signal) => ({
    timeline: await call(endpoints.projectTimeline, { query, signal }),
  }),
  quality: async ({ plan: _, status: _status, ...query }, signal) => ({
    completeness: await call(endpoints.completeness, { query, signal }),
  }),
  breakdown: async ({ plan: _, ...query }, signal) => ({
    breakdown: await call(endpoints.breakdown, { query: query as never, signal }),
  }),
  forecast_record: async ({ as_of, known_at }, signal) => ({
    forecasts: await call(endpoints.forecasts, {
      query: { as_of, known_at, ahead: '12' },
      signal,
    }),
  }),
  series: async ({ plan: _, ...query }, signal) => ({
    series: await call(endpoints.series, { query, signal }),
  }),
  funnel: async ({ plan: _, ...query }, signal) => ({
    funnel: await call(endpoints.funnel, { query, signal }),
  }),
  money_ladder: async ({ plan: _, ...query }, signal) => ({
    money_ladder: await call(endpoints.moneyLadder, { query: query as never, signal }),
  }),
};

/** Reads the part that a chart draws. The previous part stays while the next one loads. */
export const useAnalysisPart = (chart: AnalysisChartId, query: PartQuery) =>
  useQuery({
    queryKey: queryKeys.analysis(chart, query),
    queryFn: ({ signal }) => readers[chart](query, signal),
    placeholderData: (before, last) => {
      const isSameChart = last?.queryKey[1] === chart;
      return isSameChart ? keepPreviousData(before) : undefined;
    },
  });
