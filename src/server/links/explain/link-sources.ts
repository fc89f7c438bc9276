import type { SharedPayload } from '#contract/links/schemas.ts';
import type { ExplanationQuery } from '#contract/measures/schemas.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import type { Breakdown, BreakdownGroup } from '#domain/analysis/breakdown.ts';
import type { Bridge } from '#domain/changes/bridge.ts';
import type { Cell } from '#domain/analysis/cell.ts';
import type { ExplainedInput } from '#domain/measures/explain/outlook.ts';
import { fromScenarioText, readScenario } from '#domain/outlook/scenario/scenario.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import { stageGroup } from '#domain/projects/stage.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { type IsoDate, toMonth } from '#domain/values/date.ts';
import { type MeasuredObservation, targetKey } from '#domain/zone/indicator.ts';
import { problem } from '#server/core/problem.ts';
import {
  type ChartSources,
  type FigureSources,
  type FigureZone,
  ProjectsUnknown,
} from '#server/measures/sources.ts';
import { listVisibleProjects } from './visible-projects.ts';

/** Makes the problem of a figure that the page of a link does not show. */
export const noSuchFigure = () => problem('not_found', 'This link shows no such figure.');
const refuse = (): never => {
  throw noSuchFigure();
};
const requirePart = <T>(part: T | undefined): T => part ?? refuse();

/** The parts of one side of a link's chart, and its day. */
export interface LinkSide {
  readonly as_of: IsoDate;
  /** Whether no project is known on the day of its chart. */
  readonly isUnknown: boolean;
  readonly parts: AnalysisParts;
}

/** Says why a part of a chart of projects is not there. */
function refuseSide({ isUnknown }: Pick<LinkSide, 'isUnknown'>): never {
  if (isUnknown) throw new ProjectsUnknown();
  return refuse();
}

/** Lists the targets that a link shows, on its page or in its outlook. */
const listTargets = ({ overview }: SharedPayload, { parts }: LinkSide): readonly TargetRow[] =>
  overview.targets ?? parts.outlook?.targets.map(({ row }) => row) ?? [];

/** Lists the monthly values that a link shows. */
function listObservations(
  { overview: { origin }, changes }: SharedPayload,
  targets: readonly TargetRow[],
): MeasuredObservation[] {
  const ofDays = (changes?.indicators ?? []).flatMap(({ indicator, from, to }) =>
    [from, to].flatMap((one) =>
      one === undefined
        ? []
        : [
            {
              indicator,
              period: toMonth(one.date),
              value: one.value,
              data_status: one.data_status,
              origin,
              revision: 0,
            },
          ],
    ),
  );
  const ofTargets = targets.flatMap(({ indicator, series }) =>
    series.map(({ period, value, missing, data_status }) => ({
      indicator,
      period,
      data_status,
      origin,
      revision: 0,
      ...compact({ value, missing }),
    })),
  );
  return ofTargets.length > 0 ? ofTargets : ofDays;
}

const entriesOf = (names: Readonly<Record<string, object>> = {}) =>
  Object.entries(names).map(([id, name]) => ({ id, name }));

/** Describes the zone with the names on the page of a link. */
function describeZone(
  { overview, changes }: SharedPayload,
  side: LinkSide,
  targets: readonly TargetRow[],
) {
  const { zone, stage_mapping, origin } = overview;
  const { series, forecasts, breakdown, money_ladder } = side.parts;
  const ofSeries = series?.indicator === undefined ? [] : [series.indicator.indicator];
  const ofRecords = (forecasts?.items ?? []).map(({ indicator, name, unit }) => ({
    id: indicator,
    name,
    unit,
  }));
  const ofTargets = [...targets, ...(changes?.indicators ?? [])].map(
    ({ indicator, name, unit }) => ({ id: indicator, name, unit }),
  );
  const profile: FigureZone['profile'] = {
    sources: [],
    stage_mapping,
    ...compact({ stage_words: zone.stage_words }),
    industries: zone.industries,
    function_zones: entriesOf(
      breakdown?.zones ?? money_ladder?.zones,
    ) as FigureZone['profile']['function_zones'],
    base_currency: zone.base_currency,
    targets: targets.map(({ id, indicator }) => ({ ...compact({ id }), indicator })),
    indicators: [...ofTargets, ...ofSeries, ...ofRecords],
  };
  return { origin, profile };
}

const noProjects = { projects: [], other_currencies: [] };

/** Makes the input of the explanation of a link's outlook. It has no projects. */
function makeOutlookInput({ overview, view }: SharedPayload, { as_of }: LinkSide): ExplainedInput {
  const scenario = readScenario(fromScenarioText(view.scenario ?? '') ?? {});
  return {
    as_of,
    mapping: overview.stage_mapping,
    measures: { jobs: noProjects, output: noProjects },
    ...compact({ scenario }),
  };
}

/** Makes the stages of a pipeline, or those that the list of projects counts. */
function makePipeline(payload: SharedPayload, overview: Overview): Pipeline {
  const { pipeline, projects, overview: shared } = payload;
  const base = { origin: shared.origin, revision: 0, as_of: shared.as_of, stalled: [] };
  if (pipeline !== undefined) return { ...base, ...pipeline };
  const rows = projects?.stages ?? overview.strip.groups.flatMap(({ rows: own }) => own);
  const withoutDate = 0;
  return {
    ...base,
    data_status: projects?.data_status ?? overview.strip.data_status,
    stages: rows.map((row) => ({
      ...row,
      dated: 0,
      undated: withoutDate,
      group: stageGroup(row.stage, 'active', shared.stage_mapping),
    })),
    pipeline: {
      ...(overview.strip.groups.find(({ group }) => group === 'pipeline') ??
        requirePart(projects?.total)),
      undated: withoutDate,
    },
  };
}

const emptyBridge = (days: Pick<Bridge, 'from' | 'to'>): Bridge => ({
  ...days,
  measure: 'total_investment',
  rates: { kind: 'none' },
  groups: [],
});

/** Makes the changes of a link, or for an overview the number of changed projects. */
function makeChanges({ changes, overview }: SharedPayload): RegisterChanges {
  const base = { moves: [], indicators: [], targets: [], revision: { from: 0, to: 0 } };
  if (changes !== undefined) {
    const { days, bridge = emptyBridge(days), ...more } = changes;
    return { ...base, ...more, bridge };
  }
  const { compare, indicator_changes: indicators = [] } = overview;
  const since = requirePart(overview.changes?.since ?? compare);
  return {
    ...base,
    indicators,
    ...compact({ total: overview.changes?.total }),
    data_status: requirePart(overview.strip ?? indicators[0]?.to).data_status,
    bridge: emptyBridge({ from: since, to: overview.as_of }),
  };
}

/** Makes the breakdown of project counts that belongs to the sums of another breakdown. */
function countBreakdown(breakdown: Breakdown): Breakdown {
  const toCount = ({ count }: Cell): Cell => ({
    count,
    undisclosed: 0,
    sums: count === 0 ? [] : [{ unit: 'projects', value: String(count), count }],
  });
  const toGroup = (group: BreakdownGroup): BreakdownGroup => ({
    ...group,
    cells: group.cells.map(toCount),
    total: toCount(group.total),
  });
  const { held_back: _, ...rest } = breakdown;
  return {
    ...rest,
    measure: 'count',
    units: ['projects'],
    concentration: {},
    groups: breakdown.groups.map(toGroup),
    total: toGroup(breakdown.total),
  };
}

/** Makes a project from the data that the page of a link shows. */
function makeProject(payload: SharedPayload, code: string | undefined): ProjectDetail {
  const project = requirePart(listVisibleProjects(payload).find((one) => one.code === code));
  const { money, missing, ...named } = project;
  if (money === undefined && missing === undefined) return refuse();
  const { origin } = payload.overview;
  return {
    ...named,
    origin,
    revision: 0,
    milestones: [],
    stage_events: [],
    status_events: [],
    amounts: { total_investment: compact({ money, missing }) },
    data_status: origin === 'own' ? 'reported' : 'illustrative',
  };
}

/** Makes the sources of the part of a link's chart, with the options that the link fixes. */
function makeCharts({ parts, ...side }: LinkSide, countName: string | undefined): ChartSources {
  const requireProjects = <T>(part: T | undefined): T => part ?? refuseSide(side);
  return {
    breakdown: async () => {
      const one = requireProjects(parts.breakdown);
      if (countName === undefined || countName === one.measure) return one;
      return countName === 'count' && one.measure !== 'exits' ? countBreakdown(one) : refuse();
    },
    ladder: async () => requireProjects(parts.money_ladder),
    distribution: async () => requireProjects(parts.distribution),
    series: async () => requireProjects(parts.series),
    funnel: async () => requireProjects(parts.funnel),
    stageTime: async () => requireProjects(parts.stage_time),
    quality: async () => requireProjects(parts.completeness),
    timeline: async () => requireProjects(parts.timeline),
    forecasts: async () => requirePart(parts.forecasts),
  };
}

/** Counts the projects of a size class in the chart of a link. */
function countSize(
  { parts, ...side }: LinkSide,
  { stage, unit, class: size }: Parameters<FigureSources['countSize']>[0],
): number {
  const { rows } = parts.distribution ?? refuseSide(side);
  const own = rows.filter((row) => stage === undefined || row.stage === stage);
  const lines = own.flatMap((row) => row.lines.filter((line) => line.unit === unit));
  if (size === 'none') return own.reduce((sum, row) => sum + row.undisclosed, 0);
  if (size === 'zero') return lines.reduce((sum, line) => sum + line.not_positive, 0);
  return refuse();
}

/**
 * Makes the sources of a link's figures from the data of its page only, so that an explanation
 * reveals nothing that the page does not show.
 */
export function makeLinkSources(
  payload: SharedPayload,
  query: ExplanationQuery,
  side: LinkSide,
): FigureSources {
  const overview = toDrawableOverview(payload.overview, payload.changes);
  const targets = listTargets(payload, side);
  const charts = makeCharts(side, query.counted);
  return {
    query,
    snapshot: describeZone(payload, side, targets),
    as_of: side.as_of,
    overview: async () => overview,
    target: async () => {
      const row = targets.find(
        (one) => targetKey(one) === query.target || one.indicator === query.target,
      );
      return { overview, row: requirePart(row) };
    },
    pipeline: async () => makePipeline(payload, overview),
    changes: async () => makeChanges(payload),
    outlook: async () => ({
      input: makeOutlookInput(payload, side),
      outlook: requirePart(side.parts.outlook),
    }),
    observations: async () => listObservations(payload, targets),
    project: async () => makeProject(payload, query.code),
    timed: async () =>
      requirePart(side.parts.timeline?.rows?.find(({ code }) => code === query.code)),
    charts,
    chartsOf: ({ counted = query.counted }) => makeCharts(side, counted),
    rungsOf: async () => undefined,
    countSize: async (rows) => countSize(side, rows),
  };
}
