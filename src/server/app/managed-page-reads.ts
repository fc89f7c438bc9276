import { isReportPeriod } from '#domain/report/report-period.ts';
import type { PageId } from '#contract/core/pages.ts';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { nextMonth } from '#domain/targets/entry/value-entry.ts';
import {
  isMonth,
  type IsoDate,
  lastWholeMonth,
  monthEnd,
  type Month,
  toMonth,
} from '#domain/values/date.ts';
import { registerFilterFields } from '#domain/overview/register-filter.ts';
import type { Indicator } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { type PageRead, toFirstPage } from './page-read.ts';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Pages with data that change without a revision, as sign-ins and visits do. They are drawn anew
 * for each request.
 */
export const unversionedPages: ReadonlySet<PageId | undefined> = new Set<PageId>([
  'import',
  'requests',
  'links',
  'people',
  'audit',
  'month',
  'account',
  'settings',
]);
/**
 * Whether a browser may keep a page. One with data of the zone has a copy for the time without a
 * connection (`web/offline/address-rules.ts`).
 */
export const mayKeep = (page: PageId | undefined): boolean =>
  !unversionedPages.has(page) || page === 'month';

const ratesRead: PageRead = { endpoint: 'listExchangeRates', key: queryKeys.listExchangeRates() };
const ownersRead: PageRead = { endpoint: 'listOwners', key: queryKeys.listOwners() };
const zoneRead: PageRead = { endpoint: 'zone', key: queryKeys.zone() };
const tokensRead: PageRead = { endpoint: 'listTokens', key: pageQueryKeys.listTokens() };

const periodsRead: PageRead = { endpoint: 'listPeriods', key: queryKeys.listPeriods() };
const valuesRead = ({ id }: Indicator): PageRead => ({
  endpoint: 'listObservations',
  params: { id },
  key: queryKeys.listObservations(id),
});

/** The reads of the table of months: the values of each indicator with numbers. */
export const listMonthsReads = (zone: ZoneProfile): readonly PageRead[] => [
  periodsRead,
  ...zone.indicators.filter(({ kind }) => kind !== 'qualitative').map(valuesRead),
];

/** The reads of the requests of a month, with their answers. */
const readsOfRequests = (month: Month): readonly PageRead[] => [
  { endpoint: 'listRequests', query: { month }, key: pageQueryKeys.listRequests(month) },
  { endpoint: 'listProposals', query: { month }, key: pageQueryKeys.listProposals(month) },
  { endpoint: 'listRequests', key: pageQueryKeys.listRequests() },
  zoneRead,
];
/** The reads of the page of requests. */
export function listRequestReads(url: URL, today: IsoDate): readonly PageRead[] {
  const monthText = url.searchParams.get('month') ?? '';
  return readsOfRequests(isMonth(monthText) ? monthText : lastWholeMonth(today));
}

/** The read of the files of values: those of a month, or of an indicator. */
const filesRead = (
  query: { readonly period: Month } | { readonly indicator: string },
): PageRead => ({
  endpoint: 'listValueEvidence',
  query,
  key: pageQueryKeys.listValueEvidence(query),
});

/** What decides the reads of the working month. */
interface MonthFacts {
  readonly url: URL;
  readonly today: IsoDate;
  readonly overview: Overview;
  readonly zone: ZoneProfile;
  /** Whether the reader enters values. Others see which months are closed. */
  readonly mayEdit: boolean;
}
/** The reads of the working month: that of the address, else the one that the page offers. */
export function listMonthReads(facts: MonthFacts): readonly PageRead[] {
  const { url, today, overview, zone, mayEdit } = facts;
  if (!mayEdit) return [zoneRead, periodsRead];
  const monthText = url.searchParams.get('month') ?? '';
  const month =
    isMonth(monthText) && monthText <= toMonth(today)
      ? monthText
      : nextMonth(today, overview.latest_month?.period);
  const day = { as_of: monthEnd(month) };
  const checklists = zone.targets
    .filter(({ comparator, items = [] }) => comparator === 'qualitative' && items.length > 0)
    .map(({ indicator }) => indicator);
  return [
    ...readsOfRequests(month),
    ...zone.indicators
      .filter(({ kind, ratio }) => kind !== 'qualitative' && ratio === undefined)
      .map(valuesRead),
    { endpoint: 'period', params: { month }, key: queryKeys.period(month) },
    { endpoint: 'overview', query: day, key: queryKeys.overview(day) },
    { endpoint: 'doubts', query: day, key: queryKeys.doubts(day) },
    filesRead({ period: month }),
    ...[...new Set(checklists)].map((indicator) => filesRead({ indicator })),
    ownersRead,
  ];
}

/** Reads the days of a document from the address of its page: a month or quarter, else two days. */
export function readDocumentDays({ searchParams }: URL, { as_of, compare }: Query): Query {
  const period = searchParams.get('period');
  return period !== null && isReportPeriod(period) ? { period } : { as_of, compare };
}

/** The reads of the documents of a day. A page that is limited to some projects reads by itself. */
export function listDocumentReads(
  url: URL,
  { known_at, plan, cur, ...day }: Query,
): readonly PageRead[] {
  if (registerFilterFields.some((field) => url.searchParams.has(field))) return [];
  const query = { ...readDocumentDays(url, day), known_at, plan, cur };
  return [
    { endpoint: 'listDocuments', query, key: queryKeys.listDocuments(query as never) },
    ratesRead,
  ];
}

/** The read of the projects of each function zone, which the zone and its settings count. */
export function functionZonesRead(today: IsoDate): PageRead {
  const query = { by: 'zone', as_of: today };
  return { endpoint: 'summary', query, key: queryKeys.summary(query) };
}

const versionsRead: PageRead = { endpoint: 'zoneVersions', key: queryKeys.zoneVersions() };
/** The reads of the sections of the settings that read more, or less, than their history. */
const sectionReads: { readonly [section: string]: (today: IsoDate) => readonly PageRead[] } = {
  targets: () => [],
  areas: (today) => [versionsRead, functionZonesRead(today)],
  rates: () => [ratesRead, { endpoint: 'listRemovedRates', key: pageQueryKeys.listRemovedRates() }],
  report: () => [versionsRead, { endpoint: 'reportFiles', key: pageQueryKeys.reportFiles() }],
  reminders: () => [{ endpoint: 'reminders', key: pageQueryKeys.reminders() }],
};
/** The reads of a section of the settings, by its address. */
export const listSettingsReads = ({ pathname }: URL, today: IsoDate): readonly PageRead[] => [
  zoneRead,
  ...(sectionReads[pathname.split('/')[2] ?? '']?.(today) ?? [versionsRead]),
];

/** The reads of pages that are the same for each address and day. */
export const fixedReads: { readonly [K in PageId]?: readonly PageRead[] } = {
  import: [
    { endpoint: 'listImportRecipes', key: queryKeys.listImportRecipes() },
    {
      ...({ endpoint: 'listRevisions', query: { limit: '50' } } as const),
      key: queryKeys.listRevisions(),
      toData: toFirstPage,
    },
    zoneRead,
    { endpoint: 'listIndicators', key: queryKeys.listIndicators() },
  ],
  setup: [zoneRead],
  links: [{ endpoint: 'listLinks', key: pageQueryKeys.listLinks() }],
  audit: [
    { endpoint: 'audit', key: pageQueryKeys.audit(), toData: toFirstPage },
    { endpoint: 'listIndicators', key: queryKeys.listIndicators() },
  ],
  people: [{ endpoint: 'listPeople', key: pageQueryKeys.listPeople() }, ownersRead, tokensRead],
  account: [
    { endpoint: 'account', key: pageQueryKeys.account() },
    { endpoint: 'secondStep', key: pageQueryKeys.secondStep() },
    { endpoint: 'ownDigest', key: pageQueryKeys.ownDigest() },
    tokensRead,
  ],
};
