import { buildPath } from '#contract/core/path.ts';
import { findPage, isFilterPage, type PageId } from '#contract/core/pages.ts';
import { pickRegisterFilter, registerFilterFields } from '#domain/overview/register-filter.ts';
import { knownAt } from '#contract/core/primitives.ts';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { hasOpenSteps, type Overview } from '#domain/overview/overview.ts';
import { fromScenarioText } from '#domain/outlook/scenario/scenario.ts';
import { isIsoDate } from '#domain/values/date.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { describeSession } from '#server/accounts/sessions/service.ts';
import { mayCall } from './may-call.ts';
import type { Principal } from '#server/core/policy.ts';
import { may } from '#server/core/role-rights.ts';
import type { Host } from '#server/http/host.ts';
import type { RegisterFilterWords } from '#server/projects/register/read-filters.ts';
import {
  fixedReads,
  functionZonesRead,
  listDocumentReads,
  listMonthReads,
  listMonthsReads,
  listRequestReads,
  listSettingsReads,
  readDocumentDays,
} from './managed-page-reads.ts';
import { type PageRead, toFirstPage } from './page-read.ts';
import { listLaterReads, listProjectReads } from './project-reads.ts';
import { decisionReads, declaredReads, ownerReads } from './work-reads.ts';

/** The reader of a page, with the session of their account. */
export interface PageCaller {
  readonly principal: Principal;
  readonly session?: string | undefined;
}
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
  const filter = isFilterPage(pathname) ? readFilter(searchParams) : {};
  return {
    as_of,
    known_at: readParameter('known_at', (text) => knownAt.safeParse(text).success),
    compare: compare !== undefined && compare === as_of ? 'none' : compare,
    plan: readParameter('plan', (text) => text === 'straight' || text === 'checkpoints'),
    cur: readParameter('cur', isCurrency),
    ...filter,
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

/** The read of past forecasts with their results. */
function forecastReads({ as_of, known_at }: Day): readonly PageRead[] {
  const query = { as_of, known_at, ahead: '12' };
  return [{ endpoint: 'forecasts', query, key: queryKeys.forecasts(query) }];
}
/** Loads the code of charts with the first page of them. */
const loadChartReads = () => import('./chart-reads.ts');

/** The reads of the list of projects: its first page, its sums and the names of its filters. */
function listReads({ as_of, known_at }: Day): readonly PageRead[] {
  const list = { as_of, known_at, sort: '-total_investment' };
  const summary = { by: 'status', as_of, known_at };
  return [
    {
      endpoint: 'listProjects',
      query: { limit: '50', ...list },
      key: queryKeys.listProjects(list),
      toData: toFirstPage,
    },
    { endpoint: 'summary', query: summary, key: queryKeys.summary(summary) },
    zoneRead,
  ];
}

/** What decides the reads of a page. */
interface PageFacts {
  readonly day: Day;
  readonly overview: Overview;
  readonly url: URL;
  readonly mayViewNotes: boolean;
  readonly mayEdit: boolean;
  readonly language: Language;
  /** The current day in the zone. */
  readonly today: string;
  /** Whether the project data are the zone's own, not an example. */
  readonly isOwn: boolean;
  /** Reads the settings of the zone. */
  readonly readZone: () => Promise<ZoneProfile | undefined>;
}
type ListReads = (facts: PageFacts) => readonly PageRead[] | Promise<readonly PageRead[]>;
/**
 * The reads of each page besides the overview. Pages that are not listed read once their code is
 * loaded.
 */
const pageReads: { readonly [K in PageId]?: ListReads } = {
  // the overview shows some of them
  overview: ({ day, overview, mayViewNotes }) => [
    { endpoint: 'listSavedCharts', key: queryKeys.listSavedCharts() },
    ...(hasOpenSteps(overview) ? [zoneRead] : []),
    ...listLaterReads(overview, 'stage', day),
    ...declaredReads(day, mayViewNotes),
  ],
  zone: ({ today }) => [
    zoneRead,
    { endpoint: 'listMeasures', key: queryKeys.listMeasures() },
    functionZonesRead(today),
  ],
  months: async ({ readZone }) => {
    const zone = await readZone();
    return zone === undefined ? [] : [zoneRead, ...listMonthsReads(zone)];
  },
  month: async ({ readZone, ...facts }) => {
    const zone = await readZone();
    return zone === undefined ? [] : listMonthReads({ ...facts, zone });
  },
  requests: ({ url, today }) => listRequestReads(url, today),
  exports: ({ url, day }) => listDocumentReads(url, day),
  settings: ({ url, today }) => listSettingsReads(url, today),
  projects: ({ day, overview, mayViewNotes }) => [
    ...listReads(day),
    ...listLaterReads(overview, 'status', { as_of: day.as_of, known_at: day.known_at }),
    ...ownerReads(mayViewNotes),
    ...declaredReads(day, mayViewNotes),
  ],
  project: ({ day, url, mayViewNotes, isOwn, overview, today }) => [
    ...listProjectReads(url, day, {
      mayViewNotes,
      // a change applies to the latest day
      editDay: isOwn && overview.as_of < today ? today : undefined,
    }),
    zoneRead,
  ],
  pipeline: ({ day, overview, mayViewNotes }) => {
    const { as_of, known_at, compare, ...filters } = day;
    const query = { as_of, known_at, compare, ...pickRegisterFilter(filters) };
    return [
      { endpoint: 'pipeline', query, key: queryKeys.pipeline(query) },
      ...listLaterReads(overview, 'stage', day),
      zoneRead,
      ...decisionReads(day, mayViewNotes),
      ...declaredReads(day, mayViewNotes),
    ];
  },
  figures: ({ day: { as_of, known_at }, overview: { compare: from } }) => {
    const query = { from, to: as_of, known_at };
    return from === undefined
      ? []
      : [{ endpoint: 'changes', query, key: queryKeys.changes(query) }];
  },
  forecasts: ({ day }) => forecastReads(day),
  report: ({ day, url, language: lang }) => {
    const { known_at, plan, cur } = day;
    const query = { ...readDocumentDays(url, day), known_at, plan, cur, lang };
    return [{ endpoint: 'report', query, key: queryKeys.report(query) }, zoneRead];
  },
  changes: ({ day: { as_of, known_at, compare, ...day }, overview }) => {
    const from = compare !== undefined && isDay(compare) ? compare : overview.compare;
    const query = { from, to: as_of, known_at, ...pickRegisterFilter(day) };
    return from === undefined
      ? []
      : [{ endpoint: 'changes', query, key: queryKeys.changes(query) }];
  },
  outlook: ({ day, url }) => {
    const { as_of, known_at, plan } = day;
    const scenario = fromScenarioText(url.searchParams.get('scenario') ?? '');
    const query = { as_of, known_at, plan, ...scenario };
    return [{ endpoint: 'outlook', query, key: queryKeys.outlook(query) }, ...forecastReads(day)];
  },
  charts: async ({ day, overview, url, mayViewNotes }) => [
    ...(await loadChartReads()).listChartReads(day, overview, url, mayViewNotes),
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
  'month',
  ...registerFilterFields,
]);

const noParams: ReadonlySet<string> = new Set();
/** The parameters of the pages of documents. */
const documentParams: ReadonlySet<string> = new Set(['period']);

/** Reads through the API itself, so that the page starts with the same data as an API response. */
async function readAnswer(
  host: Host,
  read: PageRead,
  caller: PageCaller,
): Promise<StartingQuery[]> {
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

/** Lists the reads of a page; none for an address with parameters that they do not take into account. */
async function listPageReads(facts: PageFacts): Promise<readonly PageRead[]> {
  const page = findPage(facts.url.pathname);
  const pageParams =
    page === 'charts'
      ? (await loadChartReads()).chartParameters
      : page === 'report' || page === 'exports'
        ? documentParams
        : noParams;
  const isPlain = [...facts.url.searchParams.keys()].every(
    (name) => knownParams.has(name) || pageParams.has(name),
  );
  if (page === undefined || !isPlain) return [];
  return fixedReads[page] ?? (await pageReads[page]?.(facts)) ?? [];
}

/** Reads the starting data of a page: the session, the overview and its own reads. */
export async function readStartingData(
  host: Host,
  url: URL,
  caller: PageCaller,
  language: Language,
): Promise<readonly StartingQuery[]> {
  const { principal } = caller;
  const session = await describeSession(host.deps, principal);
  const { origin } = session;
  const sessionQuery: StartingQuery = [queryKeys.session(), session];
  if (origin === null) return [sessionQuery];
  const mayViewNotes = may(principal.role, 'view_notes');
  const daySelection = readDay(url);
  const day = mayViewNotes
    ? daySelection
    : { ...daySelection, owner: undefined, channel: undefined };
  const first = await readAnswer(host, overviewRead(day), caller);
  const overview = first[0]?.[1] as Overview | undefined;
  if (overview === undefined) return [sessionQuery];
  const readZone = async () =>
    (await readAnswer(host, zoneRead, caller))[0]?.[1] as ZoneProfile | undefined;
  const today = await host.zoneClock.today();
  const isOwn = origin === 'own';
  const reads = await listPageReads({
    day,
    overview,
    url,
    mayViewNotes,
    mayEdit: may(principal.role, 'edit'),
    language,
    today,
    readZone,
    isOwn,
  });
  const answers = await Promise.all(
    reads
      // a read that the policy rejects would be recorded as an attempt of the reader
      .filter(({ endpoint, params }) => mayCall(principal, endpoint, params))
      .map((read) => readAnswer(host, read, caller)),
  );
  return [sessionQuery, ...first, ...answers.flat()];
}
