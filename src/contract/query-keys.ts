import type { ProjectQuery } from '#contract/projects/schemas.ts';

type Given = Readonly<Record<string, string | undefined>>;
/** Drops what is not set, so that a page drawn on the server and the page in the browser make the same key. */
const set = (query: Given): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query).filter((e): e is [string, string] => e[1] !== undefined && e[1] !== ''),
  );

export interface OverviewQuery {
  readonly as_of?: string | undefined;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
  readonly plan?: string | undefined;
  /** A currency beside the zone's own. */
  readonly cur?: string | undefined;
}
/** Counts and sums by group; the filters are those of the list. */
export interface SummaryQuery extends Omit<ListQuery, 'sort' | 'limit'> {
  readonly by: string;
  readonly measure?: string | undefined;
}
/** A list of projects is kept as pages: its data is `{ pages: ProjectPage[], pageParams: (string | null)[] }`, the first param null. */
export type ListQuery = Omit<{ readonly [K in keyof ProjectQuery]?: string | undefined }, 'cursor'>;

/** Two days, and when each was looked at. */
export interface ChangesAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly known_from?: string | undefined;
  readonly known_at?: string | undefined;
  readonly rates?: string | undefined;
}

/** The key of each query: its endpoint's id, then what it was asked with. The server's starting data uses the same keys. */
export const queryKeys = {
  session: () => ['session'] as const,
  zone: () => ['zone'] as const,
  overview: (query: OverviewQuery = {}) => ['overview', set({ ...query })] as const,
  forecasts: (query: {
    readonly as_of?: string | undefined;
    readonly known_at?: string | undefined;
    readonly ahead?: string | undefined;
  }) => ['forecasts', set({ ...query })] as const,
  pipeline: (query: Omit<OverviewQuery, 'plan'> = {}) => ['pipeline', set({ ...query })] as const,
  listProjects: (query: ListQuery = {}) => ['listProjects', set({ ...query })] as const,
  project: (code: string, asOf?: string, knownAt?: string) =>
    ['project', code, set({ as_of: asOf, known_at: knownAt })] as const,
  summary: (query: SummaryQuery) => ['summary', set({ ...query })] as const,
  changes: (query: ChangesAsked) => ['changes', set({ ...query })] as const,
  listIndicators: () => ['listIndicators'] as const,
  listObservations: (indicator: string) => ['listObservations', indicator] as const,
  listExchangeRates: () => ['listExchangeRates'] as const,
  listImportRecipes: () => ['listImportRecipes'] as const,
  listPeriods: () => ['listPeriods'] as const,
  period: (month: string) => ['period', month] as const,
  zoneVersions: () => ['zoneVersions'] as const,
  report: (query: Readonly<Record<string, string | undefined>>) =>
    ['report', set({ ...query })] as const,
  listDocuments: (query: Readonly<Record<string, string | undefined>>) =>
    ['listDocuments', set({ ...query })] as const,
  listRevisions: () => ['listRevisions'] as const,
};
