import type { PageId } from '#contract/core/pages.ts';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { isMonth, type IsoDate, lastWholeMonth } from '#domain/values/date.ts';
import { registerFilterFields } from '#domain/overview/register-filter.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { type PageRead, toFirstPage } from './page-read.ts';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Pages with data that change without a revision, as sign-ins and visits do. They are drawn anew
 * for each request, and no browser keeps them.
 */
export const unversionedPages: ReadonlySet<PageId | undefined> = new Set<PageId>([
  'import',
  'requests',
  'links',
  'people',
  'audit',
]);

const ratesRead: PageRead = { endpoint: 'listExchangeRates', key: queryKeys.listExchangeRates() };
const ownersRead: PageRead = { endpoint: 'listOwners', key: queryKeys.listOwners() };
const zoneRead: PageRead = { endpoint: 'zone', key: queryKeys.zone() };
const tokensRead: PageRead = { endpoint: 'listTokens', key: pageQueryKeys.listTokens() };

/** The reads of the table of months: the values of each indicator with numbers. */
export const listMonthsReads = (zone: ZoneProfile): readonly PageRead[] => [
  { endpoint: 'listPeriods', key: queryKeys.listPeriods() },
  ...zone.indicators
    .filter(({ kind }) => kind !== 'qualitative')
    .map(
      ({ id }): PageRead => ({
        endpoint: 'listObservations',
        params: { id },
        key: queryKeys.listObservations(id),
      }),
    ),
];

/** The reads of the requests of a month, with their answers. */
export function listRequestReads(url: URL, today: IsoDate): readonly PageRead[] {
  const monthText = url.searchParams.get('month') ?? '';
  const month = isMonth(monthText) ? monthText : lastWholeMonth(today);
  return [
    { endpoint: 'listRequests', query: { month }, key: pageQueryKeys.listRequests(month) },
    { endpoint: 'listProposals', query: { month }, key: pageQueryKeys.listProposals(month) },
    { endpoint: 'listRequests', key: pageQueryKeys.listRequests() },
    zoneRead,
  ];
}

/** The reads of the documents of a day. A page that is limited to some projects reads by itself. */
export function listDocumentReads(
  { searchParams }: URL,
  { as_of, compare, known_at, plan, cur }: Query,
): readonly PageRead[] {
  if (registerFilterFields.some((field) => searchParams.has(field))) return [];
  const query = { as_of, compare, known_at, plan, cur };
  return [
    { endpoint: 'listDocuments', query, key: queryKeys.listDocuments(query as never) },
    ratesRead,
  ];
}

export const importReads: readonly PageRead[] = [
  { endpoint: 'listImportRecipes', key: queryKeys.listImportRecipes() },
  {
    ...({ endpoint: 'listRevisions', query: { limit: '50' } } as const),
    ...{ key: queryKeys.listRevisions(), toData: toFirstPage },
  },
  zoneRead,
  { endpoint: 'listIndicators', key: queryKeys.listIndicators() },
];
export const linkReads: readonly PageRead[] = [
  { endpoint: 'listLinks', key: pageQueryKeys.listLinks() },
];
export const auditReads: readonly PageRead[] = [
  { endpoint: 'audit', key: pageQueryKeys.audit(), toData: toFirstPage },
  { endpoint: 'listIndicators', key: queryKeys.listIndicators() },
];
export const peopleReads: readonly PageRead[] = [
  { endpoint: 'listPeople', key: pageQueryKeys.listPeople() },
  ownersRead,
  tokensRead,
];
