import type { Heading } from '#domain/analysis/headings.ts';
import { isEventMeasure } from '#domain/analysis/events/event-series.ts';
import { projectEvents } from '#domain/analysis/events/project-events.ts';
import { qualityFields } from '#domain/analysis/completeness.ts';
import {
  type QuarterPart,
  quarterParts,
  timelineGroups,
} from '#domain/analysis/project-timeline.ts';
import { registerAsSource } from '#domain/measures/explain/own-source.ts';
import { foldLadder, type MoneyLadder } from '#domain/analysis/money-ladder.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import * as cells from '#domain/measures/explain/analysis/breakdown.ts';
import * as cohorts from '#domain/measures/explain/analysis/cohorts.ts';
import * as concentration from '#domain/measures/explain/analysis/concentration.ts';
import * as events from '#domain/measures/explain/analysis/events.ts';
import * as records from '#domain/measures/explain/analysis/forecasts.ts';
import * as ladders from '#domain/measures/explain/analysis/ladder.ts';
import * as quality from '#domain/measures/explain/analysis/quality.ts';
import * as times from '#domain/measures/explain/analysis/times.ts';
import { splitItems } from '#domain/overview/register-filter.ts';
import { stages } from '#domain/projects/stage.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { problem } from '#server/core/problem.ts';
import { listValues } from './indicator-values.ts';
import { type FigureSources, need } from './sources.ts';
import { foldDrawn } from './fold-drawn.ts';

type Explain = (sources: FigureSources) => Promise<DayExplanation>;
type Query = FigureSources['query'];

/** Makes the translated names of groups by key. Only investors have any. */
const findNames = (groups: readonly Heading[]) =>
  new Map(
    groups.flatMap(({ key, names }) =>
      key === undefined || names === undefined ? [] : [[key, names] as const],
    ),
  );

/**
 * Makes the common parts of explanations of projects: the register as source, and the names of
 * groups.
 */
export function describe({ snapshot, as_of }: FigureSources, groups: readonly Heading[] = []) {
  const { profile, origin } = snapshot;
  const data_status = origin === 'own' ? ('reported' as const) : ('illustrative' as const);
  return {
    names: { ...profile, investors: findNames(groups) },
    data_status,
    sources: [registerAsSource(data_status, as_of)],
  };
}

const placesOf = ({ query: { key, part, parts, not_parts, rest } }: FigureSources) => ({
  group: { key, rest: rest === 'key' || rest === 'both' },
  part: {
    key: part,
    rest: rest === 'part' || rest === 'both',
    keys: parts === undefined ? undefined : splitItems(parts),
    not: not_parts === undefined ? undefined : splitItems(not_parts),
  },
});

const ofCell =
  (explain: (subject: cells.CellSubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const breakdown = foldDrawn(await sources.charts.breakdown(), sources.query);
    const description = describe(sources, breakdown.groups);
    const unit = sources.query.in;
    return explain({ ...description, ...placesOf(sources), breakdown, unit }, sources.query);
  };

/** Makes the explainer of a measure that a breakdown has under the same id. */
const ofMeasure =
  (countName: NonNullable<Query['counted']>): Explain =>
  (sources) =>
    ofCell(cells.explainCell)({
      ...sources,
      charts: {
        ...sources.charts,
        breakdown: () => sources.chartsOf({ counted: countName }).breakdown(),
      },
    });

const ofConcentration = (measure: concentration.ConcentrationMeasure): Explain =>
  ofCell((subject, { among = 'projects' }) =>
    concentration.explainConcentration(subject, measure, among),
  );

const foldRungs = (ladder: MoneyLadder, { query: { most } }: FigureSources): MoneyLadder =>
  most === undefined ? ladder : { ...ladder, groups: foldLadder(ladder, Number(most)) };

/** Makes the explainer of a figure of the money ladder from a function of its subject. */
export const ofLadder =
  (explain: (subject: ladders.LadderSubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const ladder = foldRungs(await sources.charts.ladder(), sources);
    const { group } = placesOf(sources);
    const subject = { ...describe(sources, ladder.groups), ladder, group, unit: sources.query.in };
    return explain(subject, sources.query);
  };

const ofEvents =
  (figure: events.EventFigure): Explain =>
  async (sources) => {
    const { query, charts } = sources;
    const key = need(query, 'event');
    const event = projectEvents.find((one) => one === key);
    const series = await charts.series();
    if (event === undefined || series.events === undefined)
      throw problem('bad_request', `Correct event: use one of ${projectEvents.join(', ')}.`);
    const { first_month, in: currency } = query;
    return events.explainEvents(
      { ...describe(sources), events: series.events, event, first_month, currency },
      figure,
    );
  };

const explainPeriod: Explain = async (sources) => {
  const id = need(sources.query, 'target');
  const { indicator } = await sources.charts.series();
  if (isEventMeasure(id) || indicator === undefined)
    throw problem('bad_request', 'Correct target: use the id of an indicator.');
  const values = await listValues(sources, id);
  const first = values[0]?.source;
  return events.explainPeriodValue({
    series: indicator,
    first_month: sources.query.first_month,
    values,
    sources: first === undefined ? [] : [{ title: first }],
  });
};

const ofCohort =
  (explain: (subject: cohorts.CohortSubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const { first_month, end } = sources.query;
    const funnel = await sources.charts.funnel();
    return explain({ ...describe(sources), funnel, first_month, end }, sources.query);
  };

const ofStay =
  (explain: (subject: times.StageTimeSubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const key = need(sources.query, 'key');
    const stage = stages.find((one) => one === key);
    if (stage === undefined)
      throw problem('bad_request', `Correct key: use one of ${stages.join(', ')}.`);
    return explain(
      {
        ...describe(sources),
        times: await sources.charts.stageTime(),
        stage,
        as_of: sources.as_of,
        stage_words: sources.snapshot.profile.stage_words,
      },
      sources.query,
    );
  };

const ofTimeline =
  (
    explain: (subject: Parameters<typeof times.explainBehind>[0], query: Query) => DayExplanation,
  ): Explain =>
  async (sources) => {
    const by = timelineGroups.find((group) => group === sources.query.by) ?? 'established';
    const timeline = await sources.charts.timeline();
    return explain({ ...describe(sources), timeline, by }, sources.query);
  };

const ofField =
  (explain: (subject: quality.QualitySubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const { query } = sources;
    const { fields } = query;
    const isOwner = query.by === 'owner';
    const field = qualityFields.find((one) => one.field === query.field)?.field;
    if (!isOwner && field === undefined && fields === undefined)
      throw problem('bad_request', 'Add field: the fields are those of the chart quality.');
    const row = isOwner ? { owner: query.key ?? '' } : { field, fields };
    return explain(
      { ...describe(sources), quality: await sources.charts.quality(), ...row },
      query,
    );
  };

const ofRecord =
  (explain: (subject: records.RecordSubject, query: Query) => DayExplanation): Explain =>
  async (sources) => {
    const { query, charts, snapshot } = sources;
    const key = need(query, 'target');
    const target = snapshot.profile.targets.find((one) => targetKey(one) === key);
    const indicator = target?.indicator ?? key;
    const { items } = await charts.forecasts();
    const record = items.find(
      (one) =>
        one.indicator === indicator && (query.day === undefined || one.deadline === query.day),
    );
    if (record === undefined)
      throw problem('not_found', `No indicator has the id ${key}. /api/v1/indicators lists them.`);
    const values = await listValues(sources, indicator);
    const first = values[0]?.source;
    return explain(
      { record, values, sources: first === undefined ? [] : [{ title: first }] },
      query,
    );
  };

const bandPoint = (point: Query['point']): records.BandPoint =>
  point === undefined || point === 'median' ? 'p50' : point;
const quarterPart = (query: Query): QuarterPart => {
  const key = need(query, 'part');
  const part = quarterParts.find((one) => one === key);
  if (part === undefined)
    throw problem('bad_request', `Correct part: use one of ${quarterParts.join(', ')}.`);
  return part;
};

/** The explainers of the figures of analysis charts. */
export const analysisExplainers = {
  breakdown_count: ofMeasure('count'),
  breakdown_exits: ofMeasure('exits'),
  breakdown_total_investment: ofMeasure('total_investment'),
  breakdown_contracted_amount: ofMeasure('contracted_amount'),
  breakdown_paid_in: ofMeasure('paid_in'),
  breakdown_fai_done_total: ofMeasure('fai_done_total'),
  breakdown_output_plan: ofMeasure('output_plan'),
  breakdown_output_actual: ofMeasure('output_actual'),
  breakdown_contracted_fdi: ofMeasure('contracted_fdi'),
  breakdown_utilised_fdi: ofMeasure('utilised_fdi'),
  breakdown_jobs_plan: ofMeasure('jobs_plan'),
  breakdown_jobs_actual: ofMeasure('jobs_actual'),
  breakdown_investment_per_mu: ofMeasure('investment_per_mu'),
  breakdown_output_per_mu: ofMeasure('output_per_mu'),
  breakdown_jobs_per_100m: ofMeasure('jobs_per_100m'),
  breakdown_fdi_realised: ofMeasure('fdi_realised'),
  group_share: ofCell(cells.explainGroupShare),
  group_known: ofCell((subject) => cells.explainCellProjects(subject, 'known')),
  group_unknown: ofCell((subject) => cells.explainCellProjects(subject, 'unknown')),
  ratio_part: ofCell((subject, { fact_of = 'above' }) => cells.explainRatioPart(subject, fact_of)),
  largest_share: ofConcentration('largest_share'),
  largest_three: ofConcentration('largest_three'),
  effective_number: ofConcentration('effective_number'),
  hhi: ofConcentration('hhi'),
  hhi_normalised: ofConcentration('hhi_normalised'),
  rung_share: ofLadder((subject, { of = 'total_investment', has = 'contracted_amount' }) =>
    ladders.explainPair(subject, { of, has }),
  ),
  rung_over: ofLadder(ladders.explainOver),
  event_projects: ofEvents('sum'),
  event_amount: ofEvents('sum'),
  event_total: ofEvents('total'),
  event_unknown: ofEvents('unknown'),
  period_value: explainPeriod,
  cohort_projects: ofCohort((subject) => cohorts.explainCohort(subject, 'count')),
  cohort_share: ofCohort((subject) => cohorts.explainCohort(subject, 'share')),
  incidence_share: ofCohort((subject, query) =>
    cohorts.explainIncidence(subject, Number(need(query, 'months')), 'share'),
  ),
  incidence_followed: ofCohort((subject, query) =>
    cohorts.explainIncidence(subject, Number(need(query, 'months')), 'followed'),
  ),
  stage_cases: ofStay((subject, { line = 'open' }) => times.explainCases(subject, line)),
  stage_case_days: ofStay((subject, { line, point = 'median' }) =>
    times.explainCaseDays(
      subject,
      line === undefined || line === 'open' ? 'open' : 'closed',
      times.dayPoints.find((one) => one === point) ?? 'median',
    ),
  ),
  stage_limit: ofStay(times.explainLimit),
  stage_over: ofStay(times.explainOverLimit),
  stage_undated: ofStay(times.explainUndated),
  projects_behind: ofTimeline(times.explainBehind),
  quarter_milestones: ofTimeline((subject, query) =>
    times.explainQuarter(subject, need(query, 'quarter'), quarterPart(query)),
  ),
  due_dates: ofTimeline((subject, { due = 'next' }) => times.explainDue(subject, due)),
  field_projects: ofField((subject, { state }) =>
    state === undefined ? quality.explainOwned(subject) : quality.explainField(subject, state),
  ),
  field_share: ofField(quality.explainFieldShare),
  update_age: ofField((subject, query) => quality.explainAge(subject, need(query, 'age'))),
  oldest_update: ofField(quality.explainOldest),
  past_forecast: ofRecord((subject, { month, point }) =>
    records.explainPast(subject, month, bandPoint(point)),
  ),
  forecast_inside: ofRecord((subject, { far }) => records.explainInside(subject, far === 'true')),
  forecast_brier: ofRecord(records.explainBrier),
  forecast_error: ofRecord(records.explainError),
} as const satisfies Partial<Record<MeasureId, Explain>>;
