import {
  areProjectsKnown,
  pickKnown,
  type UnknownProjects,
} from '#domain/projects/first-known-day.ts';
import type { ExplanationQuery } from '#contract/measures/schemas.ts';
import { removeNotes } from '#domain/redaction/without-notes.ts';
import type { ExplainedInput } from '#domain/measures/explain/outlook.ts';
import { makeOutlook } from '#domain/outlook/make-outlook.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { SizeRowsInput } from '#domain/measures/rows-input.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pickRegisterFilter, projectFilterFields } from '#domain/overview/register-filter.ts';
import type { Pipeline } from '#domain/projects/pipeline.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { Distribution } from '#domain/analysis/distribution.ts';
import type { Completeness } from '#domain/analysis/completeness.ts';
import type { CohortFunnel } from '#domain/analysis/events/cohort-funnel.ts';
import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import type { MoneyLadder } from '#domain/analysis/money-ladder.ts';
import { type ProjectTimeline, timelineGroups } from '#domain/analysis/project-timeline.ts';
import type { StageTime } from '#domain/analysis/stage-time.ts';
import type { ForecastRecords } from '#domain/targets/forecast-record.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import {
  findBreakdown,
  findDistribution,
  findMoneyLadder,
} from '#server/analysis/breakdown-service.ts';
import { findFunnel, findSeries } from '#server/analysis/events/events-service.ts';
import {
  findCompleteness,
  findProjectTimeline,
  findStageTime,
} from '#server/analysis/project-service.ts';
import { describeProject, type TimelineProject } from '#domain/analysis/timeline-project.ts';
import { usualGates } from '#domain/projects/gate.ts';
import { readForecastRecords } from '#server/targets/forecast-service.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import type { Indicator, MeasuredObservation } from '#domain/zone/indicator.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { readChanges } from '#server/changes/service.ts';
import { readOutlookInput } from '#server/outlook/service.ts';
import { addSecondaryCurrencyIfKnown } from '#server/currencies/secondary-currency-service.ts';
import { readOverview } from '#server/overview/service.ts';
import { readPipeline } from '#server/pipeline/service.ts';
import { findProject } from '#server/projects/register/find-project-store.ts';
import { findAnalysisRows } from './analysis-rows.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { resolveAsOf, type ZoneSnapshot } from '#server/zone/zone-snapshot-service.ts';

/** The data of the zone that explanations use. */
export interface FigureZone {
  readonly origin: Origin;
  readonly profile: Pick<
    ZoneProfile,
    | 'sources'
    | 'stage_mapping'
    | 'stage_words'
    | 'gates'
    | 'industries'
    | 'function_zones'
    | 'base_currency'
  > & {
    readonly targets: readonly Pick<ZoneProfile['targets'][number], 'id' | 'indicator'>[];
    readonly indicators: readonly Pick<Indicator, 'id' | 'name' | 'unit'>[];
  };
}
/** No project is known of the day of a figure of projects. */
export class ProjectsUnknown extends Error {}

/** @throws {@link ProjectsUnknown} where no project is known of the day */
async function requireKnown<T extends object>(reading: Promise<T | UnknownProjects>): Promise<T> {
  const answer = pickKnown(await reading);
  if (answer === undefined) throw new ProjectsUnknown();
  return answer;
}

/**
 * The sources of a figure. For an account, the functions of its page read them. For the reader of a
 * link, they contain only the data that the link shows.
 */
export interface FigureSources {
  readonly query: ExplanationQuery;
  readonly snapshot: FigureZone;
  readonly as_of: IsoDate;
  readonly overview: () => Promise<Overview>;
  readonly target: () => Promise<{ readonly overview: Overview; readonly row: TargetRow }>;
  readonly pipeline: () => Promise<Pipeline>;
  readonly changes: () => Promise<RegisterChanges>;
  readonly outlook: () => Promise<{ readonly input: ExplainedInput; readonly outlook: Outlook }>;
  readonly observations: () => Promise<readonly MeasuredObservation[]>;
  readonly project: () => Promise<ProjectDetail>;
  /** A project with the milestones and deadlines of its timeline. */
  readonly timed: () => Promise<TimelineProject>;
  readonly charts: ChartSources;
  /** The same chart sources with other options. */
  readonly chartsOf: (more: Partial<ExplanationQuery>) => ChartSources;
  /** The money ladder of the projects in these stages. Undefined if the reader may not see it. */
  readonly rungsOf: (stages: readonly StageOrUnknown[]) => Promise<MoneyLadder | undefined>;
  /** The number of projects in a size class. */
  readonly countSize: (rows: SizeRowsInput) => Promise<number>;
}
/** The parts that analysis charts draw, with the filters and choices of the query. */
export interface ChartSources {
  readonly breakdown: () => Promise<Breakdown>;
  readonly ladder: () => Promise<MoneyLadder>;
  readonly distribution: () => Promise<Distribution>;
  readonly series: () => Promise<SeriesPart>;
  readonly funnel: () => Promise<CohortFunnel>;
  readonly stageTime: () => Promise<StageTime>;
  readonly quality: () => Promise<Completeness>;
  readonly timeline: () => Promise<ProjectTimeline>;
  readonly forecasts: () => Promise<ForecastRecords>;
}

/** Makes the readers of the parts of analysis charts. */
function makeChartSources(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  query: ExplanationQuery,
  day: { readonly as_of: IsoDate; readonly knownRevision: number },
): ChartSources {
  const filters = Object.fromEntries(
    projectFilterFields.flatMap((field) =>
      query[field] === undefined ? [] : [[field, query[field]]],
    ),
  );
  const { counted: measure, by, stack, event, period, ahead } = query;
  const scope = { ...day, ...filters };
  const own = { ...scope, ...compact({ by, stack, event, period }) };
  return {
    breakdown: () => requireKnown(findBreakdown(deps, { ...own, ...compact({ measure }) })),
    ladder: () => requireKnown(findMoneyLadder(deps, own)),
    distribution: () => requireKnown(findDistribution(deps, { ...scope, ...compact({ measure }) })),
    series: () => requireKnown(findSeries(deps, { ...own, ...compact({ measure: query.target }) })),
    funnel: () => requireKnown(findFunnel(deps, own)),
    stageTime: () => requireKnown(findStageTime(deps, scope)),
    quality: () => requireKnown(findCompleteness(deps, scope, by === 'owner')),
    timeline: () =>
      requireKnown(
        findProjectTimeline(deps, {
          ...scope,
          ...compact({ by: timelineGroups.find((group) => group === by) }),
        }),
      ),
    forecasts: () => readForecastRecords(deps, { ...day, ahead }),
  };
}

/**
 * Returns a query parameter that a measure needs.
 *
 * @throws HttpProblem that names the missing parameter
 */
export function need<K extends keyof ExplanationQuery>(
  query: ExplanationQuery,
  name: K,
): NonNullable<ExplanationQuery[K]> {
  const value = query[name];
  if (value === undefined || value === null)
    throw problem('bad_request', `Add ${name}: this measure is explained for one at a time.`, {
      errors: [{ path: name, message: 'is needed for this measure' }],
    });
  return value;
}

/** Reads a project with its history, without notes for readers who may not see them. */
async function readProject(
  { db }: Pick<AppDeps, 'db'>,
  where: Parameters<typeof findProject>[1],
  mayViewNotes: boolean,
): Promise<ProjectDetail> {
  const project = await findProject(db, where);
  if (project === undefined)
    throw problem(
      'not_found',
      'No project has this code on that day. Look it up in /api/v1/projects.',
    );
  return mayViewNotes ? project.project : removeNotes(project.project);
}

/**
 * Makes the sources of an explanation. Each reads only when it is called.
 * @throws HttpProblem from a source if no target has the key; ProjectsUnknown before the first
 * known day
 */
export function makeSources(
  deps: Pick<AppDeps, 'db' | 'clock'>,
  snapshot: ZoneSnapshot,
  query: ExplanationQuery,
  mayViewNotes: boolean,
): FigureSources {
  const as_of = resolveAsOf(snapshot, query.as_of);
  const { knownRevision, origin } = snapshot;
  const { known_at, compare, plan, from, known_from, rates, cur } = query;
  const filter = pickRegisterFilter(query);
  const overview = async () =>
    addSecondaryCurrencyIfKnown(
      deps,
      await readOverview(deps, { knownRevision, as_of, compare, plan, dots: 0, ...filter }),
      cur,
    );
  const project = () =>
    readProject(deps, { origin, knownRevision, as_of, code: need(query, 'code') }, mayViewNotes);
  const chartsOf: FigureSources['chartsOf'] = (more) =>
    makeChartSources(deps, { ...query, ...more }, { as_of, knownRevision });
  return {
    query,
    snapshot,
    as_of,
    overview,
    target: async () => {
      const key = need(query, 'target');
      const read = await overview();
      const row = read.targets.find((one) => targetKey(one) === key || one.indicator === key);
      if (row === undefined)
        throw problem('not_found', `No target has the key ${key}. /api/v1/zone lists them.`);
      return { overview: read, row };
    },
    pipeline: () => readPipeline(deps, { as_of, known_at, compare, ...filter }),
    changes: () =>
      readChanges(deps, {
        to: as_of,
        ...compact({ from, known_from, known_at, rates, cur, ...filter }),
      }),
    outlook: async () => {
      const scenario = fromScenarioText(query.scenario ?? '');
      const input = await readOutlookInput(deps, { as_of, known_at, plan, ...scenario });
      return { input, outlook: makeOutlook(input) };
    },
    observations: () => listObservations(deps.db, { origin, as_of, knownRevision }),
    project,
    timed: async () =>
      describeProject(await project(), snapshot.profile.gates ?? usualGates, as_of),
    charts: makeChartSources(deps, query, { as_of, knownRevision }),
    chartsOf,
    rungsOf: (stages) => chartsOf({ stage: stages.join(','), by: 'stage' }).ladder(),
    countSize: async (rows) => {
      if (!areProjectsKnown(as_of, snapshot.first_known_day)) throw new ProjectsUnknown();
      const { cursor: _, ...first } = { ...query, limit: '1', as_of };
      const rowsAnswer = await findAnalysisRows(deps, snapshot, rows, first);
      return rowsAnswer.kind === 'projects' ? rowsAnswer.total : 0;
    },
  };
}
