import { buildPath } from '#contract/core/path.ts';
import { findPage, isFilterPage, type PageId } from '#contract/core/pages.ts';
import { pickRegisterFilter, registerFilterFields } from '#domain/overview/register-filter.ts';
import { knownAt } from '#contract/core/primitives.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { isIsoDate } from '#domain/values/date.ts';
import { isCurrency } from '#domain/values/money.ts';
import { describeSession } from '#server/accounts/sessions/service.ts';
import type { Caller, Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import type { Host } from '#server/http/host.ts';
import type { RegisterFilterWords } from '#server/projects/register/read-filters.ts';
import { readChosenOrigin } from '#server/zone/chosen-origin-store.ts';
import { chartParameters, listChartReads } from './chart-reads.ts';
import type { PageRead } from './page-read.ts';

/** A query of a page with its data, as the page caches it. */
export type StartingQuery = readonly [key: readonly unknown[], data: unknown];

const isFilterText = (text: string): boolean => text !== '' && text.length <= 1000;
const isDay = (text: string): boolean => /^(19|20|21)/.test(text) && isIsoDate(text);

/** Reads the filter of a page from its address. */
const readFilter = (search: URLSearchParams): RegisterFilterWords =>
  Object.fromEntries(
    registerFilterFields.flatMap((field) => {
      const text = search.get(field);
      return text !== null && isFilterText(text) ? [[field, text]] : [];
    }),
  );

/** Reads the day of a page from its address. Drops invalid parameters, as the page does. */
function readDay({ searchParams, pathname }: URL) {
  const readParameter = (name: string, valid: (text: string) => boolean): string | undefined => {
    const text = searchParams.get(name);
    return text !== null && valid(text) ? text : undefined;
  };
  const as_of = readParameter('as_of', isDay);
  const compare = readParameter('cmp', (text) => text === 'yoy' || text === 'none' || isDay(text));
  return {
    as_of,
    known_at: readParameter('known_at', (text) => knownAt.safeParse(text).success),
    compare: compare !== undefined && compare === as_of ? 'none' : compare,
    plan: readParameter('plan', (text) => text === 'straight' || text === 'checkpoints'),
    cur: readParameter('cur', isCurrency),
    ...(isFilterPage(pathname) ? readFilter(searchParams) : {}),
  };
}
type Day = ReturnType<typeof readDay>;

/** The read of the overview, which every page requests. */
const overviewRead = (day: Day): PageRead => ({
  endpoint: 'overview',
  query: day,
  key: queryKeys.overview(day),
});

const zoneRead: PageRead = { endpoint: 'zone', key: queryKeys.zone() };

/** The reads of the list of projects: its first page, its sums and the names of its filters. */
function listReads({ as_of, known_at }: Day): readonly PageRead[] {
  const list = { as_of, known_at, sort: '-total_investment' };
  const summary = { by: 'status', as_of, known_at };
  return [
    {
      endpoint: 'listProjects',
      query: { limit: '50', ...list },
      key: queryKeys.listProjects(list),
      toData: (page) => ({ pages: [page], pageParams: [null] }),
    },
    { endpoint: 'summary', query: summary, key: queryKeys.summary(summary) },
    zoneRead,
  ];
}

/**
 * Reads the code of a project from the path of its page.
 * @returns undefined for wrong percent escapes
 */
function decodeCode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname.split('/')[2] ?? '');
  } catch {
    return undefined;
  }
}

type ListReads = (
  day: Day,
  overview: Overview,
  url: URL,
  mayViewNotes: boolean,
) => readonly PageRead[];
/**
 * The reads of each page besides the overview. Pages that are not listed read once their code is
 * loaded.
 */
const pageReads: { readonly [K in PageId]?: ListReads } = {
  // the overview shows some of them
  overview: () => [{ endpoint: 'listSavedCharts', key: queryKeys.listSavedCharts() }],
  zone: () => [zoneRead, { endpoint: 'listMeasures', key: queryKeys.listMeasures() }],
  months: () => [zoneRead],
  settings: () => [zoneRead],
  projects: listReads,
  project: ({ as_of, known_at }, _overview, { pathname }) => {
    const code = decodeCode(pathname);
    if (code === undefined) return [];
    return [
      {
        endpoint: 'project',
        params: { code },
        query: { as_of, known_at },
        key: queryKeys.seenProject(code, as_of, known_at),
        toData: (data, etag) => ({ data, etag }),
      },
      zoneRead,
    ];
  },
  pipeline: ({ as_of, known_at, compare, ...day }) => {
    const query = { as_of, known_at, compare, ...pickRegisterFilter(day) };
    return [{ endpoint: 'pipeline', query, key: queryKeys.pipeline(query) }];
  },
  changes: ({ as_of, known_at, compare, ...day }, overview) => {
    const from = compare !== undefined && isDay(compare) ? compare : overview.compare;
    const query = { from, to: as_of, known_at, ...pickRegisterFilter(day) };
    return from === undefined
      ? []
      : [{ endpoint: 'changes', query, key: queryKeys.changes(query) }];
  },
  outlook: ({ as_of, known_at, plan }, _overview, url) => {
    const scenario = fromScenarioText(url.searchParams.get('scenario') ?? '');
    const query = { as_of, known_at, plan, ...scenario };
    return [{ endpoint: 'outlook', query, key: queryKeys.outlook(query) }];
  },
  charts: (...page) => [
    ...listChartReads(...page),
    { endpoint: 'listSavedCharts', key: queryKeys.listSavedCharts() },
    zoneRead,
  ],
};

/** Parameters that the reads above take into account. */
const knownParams: ReadonlySet<string> = new Set([
  'as_of',
  'known_at',
  'cmp',
  'plan',
  'cur',
  'lang',
  'theme',
  'scenario',
  ...registerFilterFields,
]);

/** Reads through the API itself, so that the page starts with the same data as an API response. */
async function readAnswer(host: Host, read: PageRead, caller: Caller): Promise<StartingQuery[]> {
  const path = buildPath(endpoints[read.endpoint], read.params, read.query);
  const answer = await host.hono.fetch(new Request(new URL(path, 'http://localhost')), {
    ...caller,
    https: false,
  });
  if (answer.status !== 200) return [];
  const data: unknown = await answer.json();
  const etag = answer.headers.get('etag') ?? undefined;
  return [[read.key, read.toData === undefined ? data : read.toData(data, etag)]];
}

/** Reads the starting data of a page: the session, the overview and its own reads. */
export async function readStartingData(
  host: Host,
  url: URL,
  principal: Principal,
): Promise<readonly StartingQuery[]> {
  const session: StartingQuery = [queryKeys.session(), await describeSession(host.deps, principal)];
  if ((await readChosenOrigin(host.deps.db)) === null) return [session];
  const mayViewNotes = may(principal.role, 'view_notes');
  const daySelection = readDay(url);
  const day = mayViewNotes
    ? daySelection
    : { ...daySelection, owner: undefined, channel: undefined };
  const caller = { principal };
  const first = await readAnswer(host, overviewRead(day), caller);
  const overview = first[0]?.[1] as Overview | undefined;
  if (overview === undefined) return [session];
  const page = findPage(url.pathname);
  const isPlain = [...url.searchParams.keys()].every(
    (name) => knownParams.has(name) || (page === 'charts' && chartParameters.has(name)),
  );
  const list = page === undefined || !isPlain ? undefined : pageReads[page];
  const answers = await Promise.all(
    (list?.(day, overview, url, mayViewNotes) ?? []).map((read) => readAnswer(host, read, caller)),
  );
  return [session, ...first, ...answers.flat()];
}
