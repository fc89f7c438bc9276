import { analysisCharts } from '#charts/all-charts.ts';
import { type AnalysisChartId, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { LinkChart, LinkView } from '#contract/links/view-schemas.ts';
import type { AnalysisParts, ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { Versus } from '#domain/analysis/versus.ts';
import { queryOfOther } from '#domain/overview/read-versus.ts';
import { joinItems, splitItems } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { StageGroupTotals } from '#domain/projects/register-view.ts';
import { stagesAndUnknown } from '#domain/projects/stage.ts';
import type { BreakdownContent } from '#domain/redaction/analysis/breakdown-sums.ts';
import type { ChartRefusal } from '#domain/redaction/analysis/chart-refusal.ts';
import { redactBreakdown } from '#domain/redaction/analysis/redact-breakdown.ts';
import {
  type PairSide,
  redactBreakdownPair,
} from '#domain/redaction/analysis/redact-breakdown-pair.ts';
import {
  redactCompleteness,
  redactStageTime,
  redactTimeline,
} from '#domain/redaction/analysis/redact-counts.ts';
import { redactLadder } from '#domain/redaction/analysis/redact-ladder.ts';
import { redactOutlook } from '#domain/redaction/analysis/redact-outlook.ts';
import {
  hiddenIndicators,
  redactForecasts,
  redactSeries,
} from '#domain/redaction/analysis/redact-targets.ts';
import { isNamed, type RedactionProfile } from '#domain/redaction/profile.ts';
import { selectPublished } from '#domain/redaction/redact.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { dependOnProjects, makeOutlook } from '#domain/outlook/make-outlook.ts';
import { compact } from '#domain/values/compact.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { readAnalysisCells, readHolders } from '#server/analysis/holder-store.ts';
import { readAnalysisParts } from '#server/analysis/service.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { hideRows } from '#domain/redaction/withhold.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import { readOutlookInput } from '#server/outlook/service.ts';
import { readOverview } from '#server/overview/service.ts';
import { readFilters } from '#server/projects/register/read-filters.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
type PartName = keyof AnalysisParts;
const outlookFacts = analysisCharts.outlook.facts({});

/** The register that is read for one link, without its excluded projects. */
export interface PartReading {
  readonly view: LinkView;
  readonly profile: RedactionProfile;
  readonly register: Overview;
  /** The stage groups that this reader sees on other pages. */
  readonly groups: readonly StageGroupTotals[];
  readonly indicators?: ZoneProfile['indicators'] | undefined;
  /** The facts and indicators that may not be redistributed at present. */
  readonly withheld: WithheldData | undefined;
}
const drawsTimeline = ({ id }: LinkChart): boolean =>
  isAnalysisChartId(id) && analysisCharts[id].needs.includes('timeline');
/** Narrows a timeline to stages whose projects are named, since it names each of its projects. */
export function narrowChart(chart: LinkChart, profile: RedactionProfile): LinkChart {
  if (!drawsTimeline(chart) || profile.names !== 'registered') return chart;
  const stageKeys = chart.stage === undefined ? [] : splitItems(chart.stage);
  const namedStages = stagesAndUnknown.filter(
    (stage) => isNamed(profile, stage) && (stageKeys.length === 0 || stageKeys.includes(stage)),
  );
  return { ...chart, stage: joinItems(namedStages) ?? 'none' };
}

/** Reads the data with which the sums of a breakdown are checked. */
async function readContent(
  { db }: Deps,
  breakdown: Breakdown,
  chart: LinkChart,
  { register, profile, groups }: PartReading,
  each = false,
): Promise<BreakdownContent> {
  const { measure, by, stack } = breakdown;
  const { origin, as_of, revision: knownRevision, headline, stage_mapping: mapping } = register;
  const { without } = profile;
  const { q: _q, status: _status, ...filters } = readFilters(chart);
  const query = { measure, by, stack, filters, each };
  const [keptCells, out] = await Promise.all([
    readAnalysisCells(db, { origin, as_of, knownRevision, without }, query),
    readAnalysisCells(db, { origin, as_of, knownRevision }, { ...query, only: without }),
  ]);
  return {
    profile,
    measure,
    mapping,
    keptCells,
    out,
    groups,
    published: selectPublished(headline.established_investment),
  };
}

async function readOutlookPart(
  deps: Deps,
  { view, profile, register, withheld }: PartReading,
): Promise<AnalysisParts['outlook']> {
  const { origin, as_of, revision: knownRevision } = register;
  const { without } = profile;
  const isCut = withheld?.fields.some((field) => outlookFacts.includes(field)) === true;
  const input = await readOutlookInput(deps, {
    as_of,
    knownRevision,
    plan: view.plan,
    excluded: without,
    ...fromScenarioText(view.scenario ?? ''),
  });
  const { mapping, measures } = input;
  const holders = dependOnProjects(input.rows, input)
    ? await readHolders(deps.db, { origin, as_of, knownRevision, without })
    : new Map<string, string>();
  const content = {
    profile: isCut ? { ...profile, amounts: 'none' as const } : profile,
    mapping,
    measures,
    holders,
  };
  const rows = withheld === undefined ? input.rows : hideRows(input.rows, withheld);
  return redactOutlook(makeOutlook({ ...input, rows }), content);
}

/** Reads a part of a chart before it is redacted. */
async function readWhole<Name extends PartName>(
  deps: Deps,
  name: Name,
  chart: LinkChart,
  { profile, register, view }: PartReading,
): Promise<AnalysisParts[Name]> {
  const { as_of, revision: knownRevision } = register;
  const { id: _id, saved: _saved, words: _words, ...query } = chart;
  const parts = await readAnalysisParts(
    deps,
    { needs: [name] },
    { ...query, as_of, knownRevision, without: profile.without, ...compact({ plan: view.plan }) },
  );
  return parts[name];
}

/** Reads a part of a chart as a reader may see it, or finds the reason why it is not shown. */
type PartReader<Name extends PartName> = (
  deps: Deps,
  chart: LinkChart,
  reading: PartReading,
) => Promise<AnalysisParts[Name] | ChartRefusal | undefined>;

/** Makes the reader of a part that is redacted by itself. */
const redacting =
  <Name extends PartName>(
    name: Name,
    redact: (
      part: NonNullable<AnalysisParts[Name]>,
      reading: PartReading,
    ) => AnalysisParts[Name] | ChartRefusal,
  ): PartReader<Name> =>
  async (deps, chart, reading) => {
    const part = await readWhole(deps, name, chart, reading);
    return part === undefined ? undefined : redact(part as NonNullable<typeof part>, reading);
  };

/** The indicators that no link shows. */
const listHidden = ({ indicators = [], withheld }: PartReading): ReadonlySet<string> =>
  new Set([...hiddenIndicators(indicators), ...(withheld?.indicators ?? [])]);

const readBreakdownPart: PartReader<'breakdown'> = async (deps, chart, reading) => {
  const breakdown = await readWhole(deps, 'breakdown', chart, reading);
  if (breakdown === undefined) return undefined;
  return redactBreakdown(breakdown, await readContent(deps, breakdown, chart, reading)) ?? 'few';
};

/** The function that reads each part for a link. A part without one does not compile. */
const partReaders: { readonly [Name in PartName]-?: PartReader<Name> } = {
  outlook: (deps, _chart, reading) => readOutlookPart(deps, reading),
  breakdown: readBreakdownPart,
  stage_time: redacting('stage_time', (part, { profile }) => redactStageTime(part, profile)),
  timeline: redacting('timeline', (part, { profile }) => redactTimeline(part, profile)),
  completeness: redacting('completeness', redactCompleteness),
  forecasts: redacting('forecasts', (part, own) => redactForecasts(part, listHidden(own))),
  money_ladder: redacting('money_ladder', (part, { profile }) => redactLadder(part, profile)),
  series: redacting('series', (part, own) => redactSeries(part, listHidden(own)) ?? 'gone'),
  funnel: redacting('funnel', (part) => part),
  distribution: redacting('distribution', (part) => part),
};
const isPartName = (name: string): name is PartName => Object.hasOwn(partReaders, name);

/** Reads and redacts these parts, or finds the reason why one of them may not be shown. */
async function readParts(
  deps: Deps,
  names: readonly PartName[],
  chart: LinkChart,
  reading: PartReading,
): Promise<AnalysisParts | ChartRefusal> {
  const parts = await Promise.all(
    names.map(async (name) => [name, await partReaders[name](deps, chart, reading)] as const),
  );
  const refusal = parts.map(([, part]) => part).find((part) => typeof part === 'string');
  return refusal ?? compact(Object.fromEntries(parts));
}

/** Lists the parts that a chart draws. */
const listParts = (id: AnalysisChartId): readonly PartName[] =>
  analysisCharts[id].needs.filter(isPartName);

/**
 * Reads and redacts the parts of a chart, or finds the reason why it may not be shown.
 * @throws HttpProblem if there was no zone at that moment
 */
export const readChartParts = (
  deps: Deps,
  id: AnalysisChartId,
  chart: LinkChart,
  reading: PartReading,
): Promise<AnalysisParts | ChartRefusal> => readParts(deps, listParts(id), chart, reading);

/**
 * Reads the register of the other side of a comparison, on its own day. It has no data of other
 * pages.
 */
async function readOther(deps: Deps, versus: Versus, reading: PartReading): Promise<PartReading> {
  if (versus.kind === 'group') return reading;
  const { view, profile, register } = reading;
  const other = await readOverview(deps, {
    as_of: versus.day,
    knownRevision: register.revision,
    plan: view.plan,
    compare: 'none',
    dots: 0,
    without: profile.without,
  });
  return { ...reading, register: other, groups: [] };
}

/**
 * Reads and redacts both sides of a comparison, so that neither reveals data of the other.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readPair(
  deps: Deps,
  id: AnalysisChartId,
  chart: LinkChart,
  versus: Versus,
  reading: PartReading,
): Promise<ComparableParts | ChartRefusal> {
  const other = narrowChart(queryOfOther(chart, versus), reading.profile);
  const otherReading = await readOther(deps, versus, reading);
  const groupValues = versus.kind === 'group' ? chart[versus.field] : undefined;
  const base = groupValues === undefined ? [] : splitItems(groupValues);
  const sides = [
    { chart, reading },
    { chart: other, reading: otherReading },
  ] as const;
  const names = listParts(id);
  const breakdowns = names.includes('breakdown')
    ? await Promise.all(sides.map((side) => readSide(deps, side)))
    : [];
  const [a, b] = breakdowns;
  const pair =
    a === undefined || b === undefined ? undefined : (redactBreakdownPair([a, b]) ?? 'few');
  if (pair === 'few') return 'few';
  const others = pair === undefined ? names : names.filter((name) => name !== 'breakdown');
  const [own, parts] = await Promise.all(
    sides.map((side) => readParts(deps, others, side.chart, side.reading)),
  );
  if (own === undefined || typeof own === 'string') return own ?? 'gone';
  if (parts === undefined || typeof parts === 'string') return parts ?? 'gone';
  const [first, second] = pair ?? [];
  return {
    ...own,
    ...compact({ breakdown: first }),
    compared: { versus, base, parts: { ...parts, ...compact({ breakdown: second }) } },
  };
}

/** Reads the breakdown of one side of a comparison, with each project in its sums. */
async function readSide(
  deps: Deps,
  { chart, reading }: { readonly chart: LinkChart; readonly reading: PartReading },
): Promise<PairSide | undefined> {
  const breakdown = await readWhole(deps, 'breakdown', chart, reading);
  return breakdown === undefined
    ? undefined
    : { breakdown, content: await readContent(deps, breakdown, chart, reading, true) };
}
