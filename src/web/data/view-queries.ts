import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { firstViewEndpoints } from '#contract/overview/endpoints.ts';
import { queryKeys, type OverviewQuery } from '#contract/query-keys.ts';
import { call } from './transport.ts';

/** What every page asks; apart from the other queries, whose code comes with their pages. */
export const useSession = () =>
  useQuery({
    queryKey: queryKeys.session(),
    queryFn: ({ signal }) => call(firstViewEndpoints.session, { signal }),
  });

/**
 * Where the zone stands. `compare` is a date, `prev`, `yoy` or `none`; what is left out is the
 * server's default.
 */
export const useOverview = (query: OverviewQuery = {}, enabled = true) =>
  useQuery({
    queryKey: queryKeys.overview(query),
    queryFn: ({ signal }) => call(firstViewEndpoints.overview, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
