import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import { queryKeys, type OverviewQuery } from '#contract/query-keys.ts';
import type { ReadContext } from '#web/url/next-view.ts';
import { call } from './transport.ts';

/** The queries of every page. Other queries load with their pages. */
export const useSession = () =>
  useQuery({
    queryKey: queryKeys.session(),
    queryFn: ({ signal }) => call(firstViewEndpoints.session, { signal }),
  });

/** How the overview is read. */
export const overviewRead = (query: OverviewQuery) => ({
  queryKey: queryKeys.overview(query),
  queryFn: ({ signal }: ReadContext) => call(firstViewEndpoints.overview, { query, signal }),
});

/**
 * The overview of a day. `compare` is a date, `prev`, `yoy` or `none`; omitted parameters have the
 * server's defaults.
 */
export const useOverview = (query: OverviewQuery = {}, enabled = true) =>
  useQuery({
    ...overviewRead(query),
    placeholderData: keepPreviousData,
    enabled,
  });
