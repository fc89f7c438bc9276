import type { Endpoint } from './core/endpoint.ts';
import { listParameters } from './core/path.ts';
import type { Endpoints, QueryOf } from './endpoints.ts';
import { measureEndpoints } from './measures/endpoints.ts';

/** The query of an endpoint as a page holds it, before it is checked. */
type PageQuery<K extends keyof Endpoints> = {
  readonly [Name in keyof QueryOf<Endpoints[K]>]?: string | undefined;
};
type TextQuery = Readonly<Record<string, string | undefined>>;
/** Removes empty parameters, so that the server and the browser make the same key. */
const removeEmpty = (
  query: TextQuery,
  endpoint: Pick<Endpoint, 'empty'> = {},
): Record<string, string> => Object.fromEntries(listParameters(endpoint, query));

export type OverviewQuery = PageQuery<'overview'>;
/** Counts and sums by group; the filters are those of the list. */
export type SummaryQuery = PageQuery<'summary'> & { readonly by: string };
/**
 * A list is cached as pages: `{ pages: ProjectPage[], pageParams: (string | null)[] }`, with null
 * as the first param.
 */
export type ListQuery = Omit<PageQuery<'listProjects'>, 'cursor'>;
export type ChangesPageQuery = PageQuery<'changes'>;

/**
 * The key of each query: the id of its endpoint and its parameters. The data that the server embeds
 * uses the same keys.
 */
export const queryKeys = {
  session: () => ['session'] as const,
  zone: () => ['zone'] as const,
  overview: (query: OverviewQuery = {}) => ['overview', removeEmpty(query)] as const,
  forecasts: (query: PageQuery<'forecasts'>) => ['forecasts', removeEmpty(query)] as const,
  outlook: (query: PageQuery<'outlook'> = {}) => ['outlook', removeEmpty(query)] as const,
  listSavedCharts: () => ['listSavedCharts'] as const,
  listOwners: () => ['listOwners'] as const,
  analysis: (chart: string, query: TextQuery) => ['analysis', chart, removeEmpty(query)] as const,
  listMeasures: () => ['listMeasures'] as const,
  explanation: (measure: string, query: PageQuery<'explanation'> = {}) =>
    ['explanation', measure, removeEmpty(query, measureEndpoints.explanation)] as const,
  pipeline: (query: PageQuery<'pipeline'> = {}) => ['pipeline', removeEmpty(query)] as const,
  listProjects: (query: ListQuery = {}) => ['listProjects', removeEmpty(query)] as const,
  project: (code: string, asOf?: string, knownAt?: string) =>
    ['project', code, removeEmpty({ as_of: asOf, known_at: knownAt })] as const,
  /** A project with the tag of its version, as its page reads it. */
  seenProject: (code: string, asOf?: string, knownAt?: string) =>
    ['seenProject', code, asOf ?? '', knownAt ?? ''] as const,
  summary: (query: SummaryQuery) => ['summary', removeEmpty(query)] as const,
  changes: (query: ChangesPageQuery) => ['changes', removeEmpty(query)] as const,
  listIndicators: () => ['listIndicators'] as const,
  listObservations: (indicator: string) => ['listObservations', indicator] as const,
  listExchangeRates: () => ['listExchangeRates'] as const,
  listImportRecipes: () => ['listImportRecipes'] as const,
  listPeriods: () => ['listPeriods'] as const,
  period: (month: string) => ['period', month] as const,
  doubts: (query: PageQuery<'doubts'>) => ['doubts', removeEmpty(query)] as const,
  zoneVersions: () => ['zoneVersions'] as const,
  report: (query: PageQuery<'report'>) => ['report', removeEmpty(query)] as const,
  listDocuments: (query: PageQuery<'listDocuments'>) =>
    ['listDocuments', removeEmpty(query)] as const,
  listRevisions: () => ['listRevisions'] as const,
};
