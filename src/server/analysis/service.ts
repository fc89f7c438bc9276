import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { AnalysisQuery } from '#contract/analysis/query.ts';
import type { AnalysisParts, ComparableParts } from '#domain/analysis/analysis-parts.ts';
import { pickKnown, type UnknownProjects } from '#domain/projects/first-known-day.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { queryOfOther, readOtherSide } from '#domain/overview/read-versus.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { compact } from '#domain/values/compact.ts';
import { timelineGroups } from '#domain/analysis/project-timeline.ts';
import { findCompleteness, findProjectTimeline, findStageTime } from './project-service.ts';
import { readForecastRecords } from '#server/targets/forecast-service.ts';
import { findFunnel, findSeries } from './events/events-service.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { findBreakdown, findDistribution, findMoneyLadder } from './breakdown-service.ts';
import { readOutlook } from '#server/outlook/service.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
/**
 * `known`: the revision of the overview to which the part belongs. `without`: codes of excluded
 * projects.
 */
type PartQuery = AnalysisQuery & {
  readonly knownRevision: number;
  readonly without?: readonly string[];
};
type PartName = keyof AnalysisParts;

/** The function that reads each part. */
const readers: {
  readonly [Name in PartName]-?: (
    deps: Deps,
    query: PartQuery,
  ) => Promise<NonNullable<AnalysisParts[Name]> | UnknownProjects>;
} = {
  outlook: (deps, { as_of, knownRevision, plan, without, scenario = '' }) =>
    readOutlook(deps, {
      as_of,
      knownRevision,
      plan,
      ...compact({ excluded: without }),
      ...fromScenarioText(scenario),
    }),
  stage_time: findStageTime,
  timeline: (deps, { by, ...query }) =>
    findProjectTimeline(deps, {
      ...query,
      ...compact({ by: timelineGroups.find((group) => group === by) }),
    }),
  completeness: (deps, { by, ...query }) => findCompleteness(deps, query, by === 'owner'),
  breakdown: findBreakdown,
  forecasts: (deps, { as_of, knownRevision }) =>
    readForecastRecords(deps, { as_of, knownRevision }),
  series: findSeries,
  funnel: findFunnel,
  money_ladder: findMoneyLadder,
  distribution: findDistribution,
};
const isPartName = (name: string): name is PartName => Object.hasOwn(readers, name);

/** Reads the parts of an overview that an analysis chart draws; none where projects are not known. */
export async function readAnalysisParts(
  deps: Deps,
  { needs }: Pick<ChartDefinition<unknown>, 'needs'>,
  query: PartQuery,
): Promise<AnalysisParts> {
  const parts = needs
    .filter(isPartName)
    .map(async (name) => [name, pickKnown<object>(await readers[name](deps, query))] as const);
  return compact(Object.fromEntries(await Promise.all(parts)));
}

/** Reads the parts that an analysis chart draws, and those of the other side of its comparison. */
export async function readComparableParts(
  deps: Deps,
  chart: Pick<ChartDefinition<unknown>, 'needs'>,
  { versus: words = '', ...query }: PartQuery,
): Promise<ComparableParts> {
  const versus = readOtherSide(query, words);
  if (versus === undefined) return readAnalysisParts(deps, chart, query);
  const [own, parts] = await Promise.all([
    readAnalysisParts(deps, chart, query),
    readAnalysisParts(deps, chart, queryOfOther(query, versus)),
  ]);
  const groupValues = versus.kind === 'group' ? query[versus.field] : undefined;
  const base = groupValues === undefined ? [] : splitItems(groupValues);
  return { ...own, compared: { versus, base, parts } };
}
