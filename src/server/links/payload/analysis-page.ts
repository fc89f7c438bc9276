import {
  analysisCharts,
  isAnalysisChartId,
  type AnalysisChartId,
} from '#charts/analysis-charts.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { LinkChart, LinkView } from '#contract/links/view-schemas.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import { joinItems, projectFilterFields, splitItems } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import {
  type ChartRefusal,
  findChartRefusal,
  optionsOf,
} from '#domain/redaction/analysis/chart-refusal.ts';
import { redactBreakdown } from '#domain/redaction/analysis/redact-breakdown.ts';
import {
  redactCompleteness,
  redactStageTime,
  redactTimeline,
} from '#domain/redaction/analysis/redact-counts.ts';
import { redactOutlook } from '#domain/redaction/analysis/redact-outlook.ts';
import {
  hiddenIndicators,
  redactForecasts,
  redactSeries,
} from '#domain/redaction/analysis/redact-targets.ts';
import { isNamed, type RedactionProfile } from '#domain/redaction/profile.ts';
import { selectPublished } from '#domain/redaction/redact.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { makeOutlook } from '#domain/outlook/make-outlook.ts';
import { writeFilters } from '#domain/labels/projects/filter-words.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { readAnalysisCells, readHolders } from '#server/analysis/holder-store.ts';
import { readAnalysisParts } from '#server/analysis/service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readOutlookInput } from '#server/outlook/service.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';
import { readZone } from '#server/zone/store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

/** The register as read for one link, without its excluded projects. */
interface AnalysisReading {
  readonly view: LinkView;
  readonly profile: RedactionProfile;
  readonly register: Overview;
  /** The stage groups that the same reader sees on other pages. */
  readonly groups: readonly StageGroupTotals[];
  readonly indicators?: ZoneProfile['indicators'] | undefined;
}
type AnalysisPage = Pick<SharedPayload, 'analysis' | 'withheld' | 'counted'>;

const outlookPage: LinkChart = { id: 'outlook' };
/** The chart of a link: that of the page of charts, or the outlook. */
const chartOf = ({ page, chart }: LinkView): LinkChart | undefined =>
  page === 'outlook' ? outlookPage : chart;

/** Narrows a timeline to stages whose projects are named: it names each of its projects. */
export function narrowChart(chart: LinkChart, profile: RedactionProfile): LinkChart {
  if (chart.id !== 'timeline' || profile.names !== 'registered') return chart;
  const stageKeys = chart.stage === undefined ? [] : splitItems(chart.stage);
  const named = stagesAndUnknown.filter(
    (stage) => isNamed(profile, stage) && (stageKeys.length === 0 || stageKeys.includes(stage)),
  );
  return { ...chart, stage: joinItems(named) ?? 'none' };
}

/** Whether the chart still offers all that was chosen. */
function isOffered(id: AnalysisChartId, chart: LinkChart, register: Overview): boolean {
  const options = optionsOf(chart);
  const definition: ChartDefinition<unknown> = analysisCharts[id];
  const choices = definition.choices?.(register, { language: 'en', options }) ?? [];
  const isFiltered = projectFilterFields.some((field) => chart[field] !== undefined);
  return (
    (!isFiltered || definition.takesFilters === true) &&
    Object.entries(options).every(([name, value]) =>
      choices.some(
        ({ option, values }) => option === name && values.some((one) => one.value === value),
      ),
    )
  );
}

async function redactSums(
  { db }: Deps,
  breakdown: Breakdown,
  chart: LinkChart,
  { register, profile, groups }: AnalysisReading,
): Promise<AnalysisParts | undefined> {
  const { measure, by, stack } = breakdown;
  const { origin, as_of, revision: known, headline, stage_mapping: mapping } = register;
  const { without } = profile;
  const { q: _q, status: _status, ...filters } = readFilters(chart);
  const query = { measure, by, stack, filters };
  const [kept, out] = await Promise.all([
    readAnalysisCells(db, { origin, as_of, known, without }, query),
    readAnalysisCells(db, { origin, as_of, known }, { ...query, only: without }),
  ]);
  const redacted = redactBreakdown(breakdown, {
    ...{ profile, measure, mapping, kept, out, groups },
    published: selectPublished(headline.established_investment),
  });
  return redacted === undefined ? undefined : { breakdown: redacted };
}

async function readOutlookPart(
  deps: Deps,
  { view, profile, register }: AnalysisReading,
): Promise<AnalysisParts> {
  const { origin, as_of, revision: known } = register;
  const { without } = profile;
  const input = await readOutlookInput(deps, {
    ...{ as_of, known, plan: view.plan, excluded: without },
    ...fromScenarioText(view.scenario ?? ''),
  });
  const { mapping, measures } = input;
  const holders = await readHolders(deps.db, { origin, as_of, known, without });
  return { outlook: redactOutlook(makeOutlook(input), { profile, mapping, measures, holders }) };
}

/** Reads and redacts the part that a chart draws; undefined where nothing of it may be shown. */
async function readPart(
  deps: Deps,
  id: AnalysisChartId,
  chart: LinkChart,
  reading: AnalysisReading,
): Promise<AnalysisParts | ChartRefusal> {
  if (id === 'outlook') return readOutlookPart(deps, reading);
  const { profile, register, view, indicators = [] } = reading;
  const { as_of, revision: known } = register;
  const { id: _id, saved: _saved, ...query } = chart;
  const part = await readAnalysisParts(deps, analysisCharts[id], {
    ...query,
    ...{ as_of, known, without: profile.without },
    ...compact({ plan: view.plan }),
  });
  const hidden = hiddenIndicators(indicators);
  const { stage_time, timeline, completeness, breakdown, money_ladder, forecasts, series } = part;
  if (breakdown !== undefined) return (await redactSums(deps, breakdown, chart, reading)) ?? 'few';
  const visibleSeries = series === undefined ? undefined : redactSeries(series, hidden);
  if (series !== undefined && visibleSeries === undefined) return 'gone';
  return compact({
    stage_time: stage_time === undefined ? undefined : redactStageTime(stage_time, profile),
    timeline: timeline === undefined ? undefined : redactTimeline(timeline, profile),
    completeness: completeness === undefined ? undefined : redactCompleteness(completeness),
    forecasts: forecasts === undefined ? undefined : redactForecasts(forecasts, hidden),
    money_ladder: money_ladder === undefined ? undefined : withoutCodes(money_ladder),
    series: visibleSeries,
    ...compact({ funnel: part.funnel, distribution: part.distribution }),
  });
}

const withoutCodes = (ladder: NonNullable<AnalysisParts['money_ladder']>) => ({
  ...ladder,
  groups: ladder.groups.map(({ codes: _, ...group }) => group),
  total: (({ codes: _, ...total }) => total)(ladder.total),
});

/** Says in words which projects a chart counts; undefined where it counts all of them. */
function describeFilters(chart: LinkChart, profile: ZoneProfile | undefined): Text | undefined {
  const write = (language: Language): string =>
    writeFilters(chart, profile ?? { industries: [], function_zones: [] }, language);
  return write('en') === ''
    ? undefined
    : { 'zh-CN': write('zh-CN'), ja: write('ja'), en: write('en') };
}

/** Reads and redacts an analysis chart of a link, or says why it is not shown. */
export async function makeAnalysisPage(
  deps: Deps,
  reading: AnalysisReading,
): Promise<AnalysisPage> {
  const { view, profile, register } = reading;
  const chart = chartOf(view);
  if (chart === undefined || !isAnalysisChartId(chart.id)) return { withheld: 'gone' };
  const refused =
    findChartRefusal({ ...chart, ...compact({ scenario: view.scenario }) }, profile) ??
    (isOffered(chart.id, chart, register) ? undefined : 'gone');
  if (refused !== undefined) return { withheld: refused };
  const narrowed = narrowChart(chart, profile);
  const zone = await readZone(deps.db, register.origin, register.revision);
  const part = await readPart(deps, chart.id, narrowed, {
    ...reading,
    indicators: zone?.indicators,
  });
  return typeof part === 'string'
    ? { withheld: part }
    : { analysis: part, ...compact({ counted: describeFilters(narrowed, zone) }) };
}
