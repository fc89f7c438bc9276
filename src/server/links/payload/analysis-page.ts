import { analysisCharts } from '#charts/all-charts.ts';
import { isAnalysisChartId, type AnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { hasValue } from '#charts/kit/offered-options.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import type { LinkChart, LinkView } from '#contract/links/view-schemas.ts';
import type { ComparableParts } from '#domain/analysis/analysis-parts.ts';
import type { Versus } from '#domain/analysis/versus.ts';
import { writeFilters } from '#domain/labels/projects/filter-words.ts';
import { readOtherSide, readVersus } from '#domain/overview/read-versus.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import {
  type ChartRefusal,
  findChartRefusal,
  optionsOf,
} from '#domain/redaction/analysis/chart-refusal.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { WithheldData } from '#domain/zone/rights/redistribution.ts';
import { listFilterFacts } from '#server/exports/figure/withheld-chart.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { readZone } from '#server/zone/store.ts';
import { narrowChart, type PartReading, readChartParts, readPair } from './analysis-parts.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

type AnalysisPage = Pick<SharedPayload, 'analysis' | 'withheld' | 'counted'>;

const outlookPage: LinkChart = { id: 'outlook' };
/** Returns the chart of a link: that of the charts page, or the outlook. */
const chartOf = ({ page, chart }: LinkView): LinkChart | undefined =>
  page === 'outlook' ? outlookPage : chart;

/** Whether the chart still offers all chosen options. */
function isOffered(
  id: AnalysisChartId,
  chart: LinkChart,
  { register, view }: Pick<PartReading, 'register' | 'view'>,
): boolean {
  const options = optionsOf(chart);
  const definition: ChartDefinition<unknown> = analysisCharts[id];
  if (chart.versus !== undefined && definition.takesComparison !== true) return false;
  if (view.scenario !== undefined && definition.takesScenario !== true) return false;
  const choices = definition.choices?.(register, { language: 'en', options }) ?? [];
  const isFiltered = projectFilterFields.some((field) => chart[field] !== undefined);
  return (
    (!isFiltered || definition.takesFilters === true) &&
    Object.entries(options).every(([name, value]) =>
      choices.some((choice) => choice.option === name && hasValue(choice, value)),
    )
  );
}

/**
 * Describes in words the filters of a chart. Each side of a comparison names its own group.
 * @returns undefined if the chart counts all projects
 */
function describeFilters(
  chart: LinkChart,
  profile: ZoneProfile | undefined,
  versus: Versus | undefined,
): Text | undefined {
  const own = versus?.kind === 'group' ? { ...chart, [versus.field]: undefined } : chart;
  const write = (language: Language): string =>
    writeFilters(own, profile ?? { industries: [], function_zones: [] }, language);
  return write('en') === ''
    ? undefined
    : { 'zh-CN': write('zh-CN'), ja: write('ja'), en: write('en') };
}

/** Names the function zones of a comparison. The chart itself names no others. */
function nameGroups(
  part: ComparableParts,
  versus: Versus,
  zone: ZoneProfile | undefined,
): ComparableParts {
  const { compared } = part;
  if (compared === undefined || versus.kind === 'day' || versus.field !== 'zone') return part;
  const ids = new Set([...compared.base, ...versus.values]);
  const function_zones = zone?.function_zones
    .filter(({ id }) => ids.has(id))
    .map(({ id, name }) => ({ id, name }));
  return { ...part, compared: { ...compared, ...compact({ function_zones }) } };
}

/** Finds the facts of a chart and its filters that may not be redistributed. */
function findWithheldChart(
  chart: LinkChart,
  withheld: WithheldData | undefined,
): ChartRefusal | undefined {
  const { id } = chart;
  if (withheld === undefined || !isAnalysisChartId(id)) return undefined;
  // an outlook leaves such facts out by itself
  if (analysisCharts[id].needs.every((part) => part === 'outlook')) return undefined;
  const versus = readVersus(chart.versus ?? '');
  const fields = [
    ...analysisCharts[id].facts(optionsOf(chart)),
    ...listFilterFacts([
      ...projectFilterFields.filter((field) => chart[field] !== undefined),
      ...(versus?.kind === 'group' ? [versus.field] : []),
    ]),
  ];
  return withheld.fields.some((field) => fields.includes(field)) ? 'redistribution' : undefined;
}

/** Reads and redacts an analysis chart of a link, or finds the reason why it is not shown. */
export async function makeAnalysisPage(
  deps: Deps,
  reading: Omit<PartReading, 'indicators'>,
): Promise<AnalysisPage> {
  const { view, profile, register } = reading;
  const chart = chartOf(view);
  if (chart === undefined || !isAnalysisChartId(chart.id)) return { withheld: 'gone' };
  const refusal =
    findWithheldChart(chart, reading.withheld) ??
    findChartRefusal(
      { ...chart, ...compact({ scenario: view.scenario }) },
      profile,
      analysisCharts[chart.id].needs,
    ) ??
    (isOffered(chart.id, chart, reading) ? undefined : 'gone');
  if (refusal !== undefined) return { withheld: refusal };
  const narrowChartQuery = narrowChart(chart, profile);
  const zone = await readZone(deps.db, register.origin, register.revision);
  const own: PartReading = { ...reading, indicators: zone?.indicators };
  const { versus: words = '', ...alone } = narrowChartQuery;
  const versus = readOtherSide({ ...alone, as_of: register.as_of }, words);
  const part =
    versus === undefined
      ? await readChartParts(deps, chart.id, alone, own)
      : await readPair(deps, chart.id, alone, versus, own);
  if (typeof part === 'string') return { withheld: part };
  const analysis = versus === undefined ? part : nameGroups(part, versus, zone);
  return { analysis, ...compact({ counted: describeFilters(narrowChartQuery, zone, versus) }) };
}
