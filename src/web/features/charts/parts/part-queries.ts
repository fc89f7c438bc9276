import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import type { ScenarioWords } from '#domain/outlook/scenario/scenario.ts';
import { pickKnown, type UnknownProjects } from '#domain/projects/first-known-day.ts';
import { compact } from '#domain/values/compact.ts';
import { call } from '#web/data/transport.ts';
import type { ReadContext } from '#web/url/next-view.ts';

/** The day, the projects and the data options of a chart. */
export type PartQuery = Readonly<Record<string, string | undefined>>;
type PartName = keyof AnalysisParts;

/** Reads a scenario from its text. Few readers have one, so its code loads with the first. */
const readScenarioWords = async (text: string): Promise<ScenarioWords | undefined> =>
  text === ''
    ? undefined
    : (await import('#domain/outlook/scenario/scenario.ts')).fromScenarioText(text);

/** The reader of each part. */
const readers: {
  readonly [Name in PartName]-?: (
    query: PartQuery,
    signal: AbortSignal,
  ) => Promise<NonNullable<AnalysisParts[Name]> | UnknownProjects>;
} = {
  outlook: async ({ scenario = '', ...query }, signal) =>
    call(endpoints.outlook, {
      query: { ...query, ...(await readScenarioWords(scenario)) },
      signal,
    }),
  stage_time: ({ plan: _, status: _status, ...query }, signal) =>
    call(endpoints.stageTime, { query, signal }),
  timeline: ({ plan: _, status: _status, ...query }, signal) =>
    call(endpoints.projectTimeline, { query, signal }),
  completeness: ({ plan: _, status: _status, ...query }, signal) =>
    call(endpoints.completeness, { query, signal }),
  breakdown: ({ plan: _, ...query }, signal) =>
    call(endpoints.breakdown, { query: query as never, signal }),
  forecasts: ({ as_of, known_at }, signal) =>
    call(endpoints.forecasts, { query: { as_of, known_at, ahead: '12' }, signal }),
  series: ({ plan: _, ...query }, signal) => call(endpoints.series, { query, signal }),
  funnel: ({ plan: _, ...query }, signal) => call(endpoints.funnel, { query, signal }),
  distribution: ({ plan: _, ...query }, signal) =>
    call(endpoints.distribution, { query: query as never, signal }),
  money_ladder: ({ plan: _, ...query }, signal) =>
    call(endpoints.moneyLadder, { query: query as never, signal }),
};
const isPartName = (name: string): name is PartName => Object.hasOwn(readers, name);

type DrawnChart = Pick<ChartDefinition<unknown>, 'id' | 'needs'>;

/** How the parts that a chart draws are read. */
export const partsRead = ({ id, needs }: DrawnChart, query: PartQuery) => ({
  queryKey: queryKeys.analysis(id, query),
  queryFn: async ({ signal }: ReadContext): Promise<AnalysisParts> => {
    const parts = needs
      .filter(isPartName)
      .map(async (name) => [name, pickKnown<object>(await readers[name](query, signal))] as const);
    return compact(Object.fromEntries(await Promise.all(parts)));
  },
});

/** Reads the parts that a chart draws. The previous ones stay while the next ones load. */
export const useAnalysisParts = (chart: DrawnChart, query: PartQuery, isNeeded = true) =>
  useQuery({
    ...partsRead(chart, query),
    enabled: isNeeded,
    placeholderData: (before, last) => {
      const isSameChart = last?.queryKey[1] === chart.id;
      return isSameChart ? keepPreviousData(before) : undefined;
    },
  });
