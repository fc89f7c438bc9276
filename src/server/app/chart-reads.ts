import { analysisCharts } from '#charts/all-charts.ts';
import { firstAnalysisChart, isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { AddressOptions, ChartDefinition } from '#charts/kit/definition.ts';
import { offerOptions } from '#charts/kit/offered-options.ts';
import type { Endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { schemas } from '#contract/schemas.ts';
import type { AnalysisParts } from '#domain/analysis/analysis-parts.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { joinItems, projectFilterFields, splitItems } from '#domain/overview/register-filter.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import { compact } from '#domain/values/compact.ts';
import type { PageRead } from './page-read.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** The endpoint of each part of an analysis chart. */
const partEndpoints: { readonly [Name in keyof AnalysisParts]-?: keyof Endpoints } = {
  outlook: 'outlook',
  stage_time: 'stageTime',
  timeline: 'projectTimeline',
  completeness: 'completeness',
  breakdown: 'breakdown',
  money_ladder: 'moneyLadder',
  distribution: 'distribution',
  forecasts: 'forecasts',
  series: 'series',
  funnel: 'funnel',
};
const isPart = (name: string): name is keyof AnalysisParts => Object.hasOwn(partEndpoints, name);

const optionParameters = {
  measure: 'm',
  by: 'by',
  stack: 'stack',
  event: 'event',
  period: 'period',
  form: 'form',
  zoom: 'zoom',
  currency: 'currency',
} as const satisfies Readonly<Partial<Record<keyof AddressOptions, string>>>;

/** Parameters of the charts page that its reads use. */
export const chartParameters: ReadonlySet<string> = new Set([
  'chart',
  'saved',
  ...Object.values(optionParameters),
  ...projectFilterFields,
]);

function readOptions(search: URLSearchParams): AddressOptions {
  const read = Object.entries(optionParameters).map(
    ([option, parameter]) => [option, search.get(parameter) || undefined] as const,
  );
  return compact(Object.fromEntries(read));
}

/** Reads the filters of an address in the form of the API. */
function readFilters(search: URLSearchParams): Query {
  const items = (text: string): readonly string[] => [
    ...new Set(
      splitItems(text)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  ];
  return Object.fromEntries(
    projectFilterFields.map((field) => [field, joinItems(items(search.get(field) ?? ''))]),
  );
}

/** Keeps the parameters that an endpoint accepts, and converts scenario and horizon to its form. */
function toEndpointQuery(endpoint: keyof Endpoints, { scenario = '', ...query }: Query): Query {
  const assumptions = endpoint === 'outlook' ? fromScenarioText(scenario) : {};
  const full: Query = {
    ...query,
    ...assumptions,
    ...compact({ ahead: endpoint === 'forecasts' ? '12' : undefined }),
  };
  const queryShape = schemas[endpoint].query.shape;
  return Object.fromEntries(
    Object.entries(full).filter(([name]) => Object.hasOwn(queryShape, name)),
  );
}

/**
 * Lists the reads of the values that filters offer, and of the names of chosen investors. A reader
 * without notes sees no channels and owners.
 */
function listFilterReads(
  { as_of, known_at, investor }: Query,
  mayViewNotes: boolean,
): readonly PageRead[] {
  const day: Query = { as_of, known_at };
  const groups = mayViewNotes ? (['channel', 'agreement'] as const) : (['agreement'] as const);
  const naming: Query = { ...day, by: 'investor', stack: 'none', measure: 'count', investor };
  return [
    ...groups.map((by): PageRead => {
      const query: Query = { ...day, measure: 'count', by, stack: 'none' };
      return { endpoint: 'breakdown', query, key: queryKeys.analysis('breakdown_groups', query) };
    }),
    ...(['zone', 'prefecture'] as const).map((by): PageRead => {
      const query = { by, as_of, known_at };
      return { endpoint: 'summary', query, key: queryKeys.summary(query) };
    }),
    ...(mayViewNotes ? [{ endpoint: 'listOwners', key: queryKeys.listOwners() } as const] : []),
    ...(investor === undefined
      ? []
      : [
          {
            ...({ endpoint: 'breakdown', query: naming } as const),
            key: queryKeys.analysis('investor-names', naming),
          },
        ]),
  ];
}

/**
 * Lists the reads of the chart that an address of the charts page names, and those of its filters.
 * @param mayViewNotes - whether the reader may see owners and channels
 */
export function listChartReads(
  { as_of, known_at, plan }: Query,
  overview: Overview,
  { searchParams: search }: URL,
  mayViewNotes: boolean,
): readonly PageRead[] {
  const chartName = search.get('chart') ?? '';
  const id = isAnalysisChartId(chartName) ? chartName : firstAnalysisChart;
  const chart: ChartDefinition<unknown> = analysisCharts[id];
  const [part, ...others] = chart.needs.filter(isPart);
  if (part === undefined || others.length > 0) return [];
  const context = { language: 'en', options: readOptions(search) } as const;
  const scenario = chart.takesScenario === true && search.get('scenario');
  const filters = chart.takesFilters === true ? readFilters(search) : {};
  const query: Query = {
    as_of,
    known_at,
    plan,
    ...filters,
    ...compact({ scenario: scenario || undefined }),
    ...offerOptions(chart, overview, context, mayViewNotes).data,
  };
  const endpoint = partEndpoints[part];
  const day: Query = { as_of, known_at };
  return [
    ...(mayViewNotes
      ? [{ endpoint: 'columns', query: day, key: queryKeys.analysis('columns', day) } as const]
      : []),
    ...(chart.takesFilters === true ? listFilterReads(query, mayViewNotes) : []),
    {
      endpoint,
      query: toEndpointQuery(endpoint, query),
      key: queryKeys.analysis(id, query),
      toData: (answer) => compact({ [part]: pickKnown(answer as object) }),
    },
  ];
}
