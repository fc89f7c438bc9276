import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { exportEndpoints } from '#contract/exports/endpoints.ts';
import type { DocumentQuery, ReportQuery } from '#contract/exports/schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';

type Partially<Q> = { readonly [K in keyof Q]: Q[K] | undefined };
const definedParts = <Q extends object>(query: Partially<Q>): Q =>
  Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== ''),
  ) as Q;

/** Reads the documents and their contents. */
export const useDocuments = (input: Partially<DocumentQuery>) => {
  const query = definedParts<DocumentQuery>(input);
  return useQuery({
    queryKey: queryKeys.listDocuments({ ...query }),
    queryFn: ({ signal }) => call(exportEndpoints.listDocuments, { query, signal }),
    placeholderData: keepPreviousData,
  });
};
/** Reads the report of a period. */
export const useReport = (input: Partially<ReportQuery>) => {
  const query = definedParts<ReportQuery>(input);
  return useQuery({
    queryKey: queryKeys.report({ ...query }),
    queryFn: ({ signal }) => call(exportEndpoints.report, { query, signal }),
    placeholderData: keepPreviousData,
  });
};
