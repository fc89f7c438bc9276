import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { absences } from '#domain/measures/explain/texts.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import * as changes from '#domain/measures/explain/changes.ts';
import * as months from '#domain/measures/explain/months.ts';
import * as outlook from '#domain/measures/explain/outlook.ts';
import * as pipeline from '#domain/measures/explain/pipeline.ts';
import * as projects from '#domain/measures/explain/projects.ts';
import * as scenarios from '#domain/measures/explain/scenario.ts';
import * as plans from '#domain/measures/explain/target-plan.ts';
import * as register from '#domain/measures/explain/register.ts';
import * as pace from '#domain/measures/explain/target-pace.ts';
import type { TargetSubject } from '#domain/measures/explain/target-subject.ts';
import * as targets from '#domain/measures/explain/targets.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import { sourceTitle } from '#domain/zone/standard-texts.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { problem } from '#server/core/problem.ts';
import { noteExplainers } from './note-explainers.ts';
import { analysisExplainers, describe } from './analysis-explainers.ts';
import { addLaterRungs } from './later-rungs.ts';
import { explainProjectBehind, explainSize, explainSizePoint } from './register-explainers.ts';
import { need, type FigureSources, ProjectsUnknown } from './sources.ts';

type Explain = (sources: FigureSources) => Promise<DayExplanation>;

const ofOverview =
  (explain: (read: Awaited<ReturnType<FigureSources['overview']>>) => DayExplanation): Explain =>
  async ({ overview }) =>
    explain(await overview());

const ofTarget =
  (
    explain: (
      subject: TargetSubject,
      query: FigureSources['query'],
      overview: Overview,
    ) => DayExplanation,
  ): Explain =>
  async ({ query, target, snapshot }) => {
    const { overview, row } = await target();
    return explain(
      {
        row,
        againstPlan,
        thresholds: overview.thresholds,
        sourceTitle: (id) => sourceTitle(snapshot.profile, id),
      },
      query,
      overview,
    );
  };

/** Reads the requested stage or group. */
function readStage(words: string): pipeline.StageSubject {
  const one = [...stagesAndUnknown, 'established' as const, 'pipeline' as const].find(
    (stage) => stage === words,
  );
  if (one === undefined)
    throw problem('bad_request', 'Choose one stage: this measure is explained for one at a time.');
  return one;
}

const ofStage =
  (
    explain: (subject: Parameters<typeof pipeline.explainStageProjects>[0]) => DayExplanation,
  ): Explain =>
  async ({ query, pipeline: read, snapshot }) =>
    explain({
      stageOrGroup: readStage(need(query, 'stage')),
      pipeline: await read(),
      stage_words: snapshot.profile.stage_words,
    });

const ofStep =
  (money: boolean): Explain =>
  async ({ query, changes: read, snapshot }) => {
    const [group, step] = [need(query, 'group'), need(query, 'step')];
    const mapping = snapshot.profile.stage_mapping;
    return changes.explainStep({ changes: await read(), mapping, group, step }, money);
  };

const ofProject =
  (
    explain: (subject: projects.ProjectSubject, query: FigureSources['query']) => DayExplanation,
  ): Explain =>
  async ({ query, project, as_of }) =>
    explain({ project: await project(), as_of }, query);

const ofOutlook =
  (
    explain: (subject: outlook.OutlookSubject, query: FigureSources['query']) => DayExplanation,
  ): Explain =>
  async ({ query, outlook: read, overview }) => {
    const key = need(query, 'target');
    const [{ input, outlook: made }, { strip }] = await Promise.all([read(), overview()]);
    const target = made.targets.find(({ row }) => targetKey(row) === key);
    if (target === undefined)
      throw problem('not_found', `No target has the key ${key}. /api/v1/zone lists them.`);
    const subject = { outlook: target, input, data_status: strip.data_status };
    return scenarios.explainScenario(subject, (one) => explain(one, query));
  };

const explainForecast = ofTarget((subject, { point }) =>
  point === undefined || point === 'median' || point === 'p50'
    ? pace.explainForecast(subject)
    : plans.explainBand(subject, point),
);

const explainIndicator: Explain = async ({ query, changes: read, snapshot }) => {
  const key = need(query, 'target');
  const changes = await read();
  const target = snapshot.profile.targets.find((one) => targetKey(one) === key);
  const id = target?.indicator ?? key;
  const change = changes.indicators.find(({ indicator }) => indicator === id);
  if (change === undefined)
    throw problem('not_found', `No indicator has the id ${key}. /api/v1/indicators lists them.`);
  return months.explainIndicatorChange(change, {
    since: changes.bridge.from,
    data_status: changes.data_status,
  });
};

const explainMonthValue: Explain = async ({ query, observations, snapshot }) => {
  const key = need(query, 'target');
  const { profile } = snapshot;
  const target = profile.targets.find((one) => targetKey(one) === key);
  const indicator = profile.indicators.find(({ id }) => id === (target?.indicator ?? key));
  if (indicator === undefined)
    throw problem('not_found', `No indicator has the id ${key}. /api/v1/indicators lists them.`);
  return months.explainMonth({
    indicator,
    observations: await observations(),
    month: query.month,
    sourceTitle: (id) => sourceTitle(profile, id),
  });
};

/** The explainer of each measure. A measure without one does not compile. */
const explainers = {
  established_projects: ofOverview((read) => register.explainGroup(read, 'established')),
  established_investment: async (sources) =>
    addLaterRungs(
      sources,
      register.explainInvestment(await sources.overview()),
      sources.snapshot.profile.stage_mapping.established,
    ),
  pipeline_projects: ofOverview((read) => register.explainGroup(read, 'pipeline')),
  class_projects: async ({ overview, query }) =>
    register.explainClass(await overview(), Number(need(query, 'place'))),
  projects_not_counted: ofOverview(register.explainNotCounted),
  undisclosed_projects: ofOverview(register.explainUndisclosed),
  listed_projects: ofOverview(register.explainAllProjects),
  stage_projects: ofStage(pipeline.explainStageProjects),
  stage_investment: async (sources) => {
    const stageOrGroup = readStage(need(sources.query, 'stage'));
    const { stage_mapping } = sources.snapshot.profile;
    return addLaterRungs(
      sources,
      await ofStage(pipeline.explainStageInvestment)(sources),
      stageOrGroup === 'established' || stageOrGroup === 'pipeline'
        ? stage_mapping[stageOrGroup]
        : [stageOrGroup],
    );
  },
  stage_median_days: ofStage((subject) => pipeline.explainStageDays(subject, 'median_days')),
  stage_days_8_in_10: ofStage((subject) => pipeline.explainStageDays(subject, 'p80_days')),
  projects_on_hold: async ({ pipeline: read }) => pipeline.explainOnHold(await read()),
  stage_moves: async ({ query, pipeline: read, snapshot }) =>
    pipeline.explainMoves(
      { pipeline: await read(), stage_words: snapshot.profile.stage_words },
      compact({ from: query.from_stage, to: query.stage }),
    ),
  needs_action: async ({ overview }) => {
    const { actions, strip, as_of } = await overview();
    return pipeline.explainActions(actions, { data_status: strip.data_status, as_of });
  },
  target_value: ofTarget(targets.explainValue),
  target: ofTarget(targets.explainTarget),
  target_share: ofTarget(targets.explainShare),
  plan_to_date: ofTarget(targets.explainPlan),
  plan_progress: ofTarget(targets.explainProgress),
  plan_gap: ofTarget(targets.explainGap),
  points_ahead: ofTarget(targets.explainPoints),
  remaining: ofTarget(pace.explainRemaining),
  pace_needed: ofTarget(pace.explainNeeded),
  pace: ofTarget(pace.explainPace),
  pace_ratio: ofTarget(pace.explainPaceRatio),
  forecast: async (sources) =>
    sources.query.scenario === undefined
      ? explainForecast(sources)
      : ofOutlook(scenarios.explainPaceScenario)(sources),
  baseline: ofTarget(plans.explainBaseline),
  plan_at: ofTarget((subject, query, { plan }) =>
    plans.explainPlanAt(subject, plan, need(query, 'day')),
  ),
  converted_amount: async ({ overview, query }) =>
    plans.explainConverted(await overview(), need(query, 'amount_value'), need(query, 'in')),
  size_projects: explainSize,
  size_point: explainSizePoint,
  project_behind: explainProjectBehind,
  verdict: ofTarget(targets.explainVerdict),
  checklist: ofTarget(targets.explainChecklist),
  reported_value: explainMonthValue,
  indicator_change: explainIndicator,
  bridge_projects: ofStep(false),
  bridge_investment: ofStep(true),
  changed_projects: async ({ changes: read }) => changes.explainChanged({ changes: await read() }),
  project_amount: ofProject((subject, query) =>
    projects.explainAmount(subject, query.amount ?? 'total_investment'),
  ),
  project_jobs: ofProject((subject, query) =>
    projects.explainJobs(subject, query.jobs ?? 'jobs_plan'),
  ),
  project_fact: ofProject((subject, query) => projects.explainFact(subject, need(query, 'fact'))),
  project_stage_days: ofProject(projects.explainStageTime),
  project_delay: ofProject((subject, query) =>
    projects.explainDelay(subject, need(query, 'milestone')),
  ),
  project_overdue: async ({ overview, project, as_of, query: { milestone } }) => {
    if (milestone !== undefined)
      return projects.explainMilestoneOverdue({ project: await project(), as_of }, milestone);
    const [detail, { actions }] = await Promise.all([project(), overview()]);
    const action = actions?.items.find(({ code }) => code === detail.code);
    return projects.explainOverdue({ project: detail, as_of, ...compact({ action }) });
  },
  project_light: ofProject(projects.explainLight),
  outlook_adds: ofOutlook((subject, { addition }) => outlook.explainAdds(subject, addition)),
  outlook_signed: ofOutlook(outlook.explainSigned),
  outlook_ceiling: ofOutlook(outlook.explainCeiling),
  outlook_missing: ofOutlook(outlook.explainMissing),
  outlook_by_date: ofOutlook((subject, { dated }) => outlook.explainByDate(subject, dated)),
  outlook_in_time: ofOutlook(outlook.explainInTime),
  outlook_unknown: ofOutlook(scenarios.explainUnknown),
  outlook_effect: ofOutlook((subject, query) =>
    scenarios.explainEffect(subject, need(query, 'assumption'), Number(query.place ?? 0)),
  ),
  outlook_fewest: ofOutlook(outlook.explainFewest),
  outlook_chance: ofOutlook(outlook.explainChance),
  outlook_likely: ofOutlook(outlook.explainLikely),
  ...analysisExplainers,
  ...noteExplainers,
} as const satisfies Record<MeasureId, Explain>;

/**
 * Explains a figure, or says that no project is known of its day.
 * @throws HttpProblem if the address lacks what the measure needs; not for unknown projects, which
 * it explains
 */
export async function explainFigure(
  measure: MeasureId,
  sources: FigureSources,
): Promise<DayExplanation> {
  try {
    return await explainers[measure](sources);
  } catch (error) {
    if (!(error instanceof ProjectsUnknown)) throw error;
    const { data_status } = describe(sources);
    return { absent: absences.unknown, data_status, rows: { kind: 'none' } };
  }
}
