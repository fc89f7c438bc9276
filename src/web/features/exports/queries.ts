import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportEndpoints } from '#contract/exports/endpoints.ts';
import type { DocumentQuery, ReportQuery } from '#contract/exports/schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';

type Asked<Q> = { readonly [K in keyof Q]: Q[K] | undefined };
const set = <Q extends object>(query: Asked<Q>): Q =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Q;

/** What each document of the register would hold now. */
export const useDocuments = (asked: Asked<DocumentQuery>) => {
  const query = set<DocumentQuery>(asked);
  return useQuery({
    queryKey: queryKeys.listDocuments({ ...query }),
    queryFn: ({ signal }) => call(exportEndpoints.listDocuments, { query, signal }),
    placeholderData: keepPreviousData,
  });
};
/** The report of a period as content. */
export const useReport = (asked: Asked<ReportQuery>) => {
  const query = set<ReportQuery>(asked);
  return useQuery({
    queryKey: queryKeys.report({ ...query }),
    queryFn: ({ signal }) => call(exportEndpoints.report, { query, signal }),
    placeholderData: keepPreviousData,
  });
};
