import { compact } from '#domain/values/compact.ts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectPage } from '#contract/projects/project-schemas.ts';
import {
  type ChangesPageQuery,
  type ListQuery,
  queryKeys,
  type SummaryQuery,
} from '#contract/query-keys.ts';
import { call } from './transport.ts';
import { type ReadContext, useNextView } from '#web/url/next-view.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { useSession } from './view-queries.ts';

export { useOverview, useSession } from './view-queries.ts';

/** Rows of one page of projects. */
const pageRows = '50';

/** Reads the zone. An empty store gets no request for it. */
export function useZone() {
  const hasZone = useSession().data?.origin !== null;
  return useQuery({
    queryKey: queryKeys.zone(),
    queryFn: ({ signal }) => call(endpoints.zone, { signal }),
    enabled: hasZone,
  });
}

/** How a list of projects is read, one page at a time. */
const projectsRead = (query: ListQuery) =>
  infiniteQueryOptions({
    queryKey: queryKeys.listProjects(query),
    queryFn: ({ signal, pageParam }) =>
      call(endpoints.listProjects, {
        query: {
          limit: pageRows,
          ...query,
          ...compact({ cursor: pageParam === null ? undefined : pageParam }),
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ProjectPage) => last.nextCursor,
  });

/** Projects by filter, one page at a time. The previous list stays while the next one loads. */
export const useProjects = (query: ListQuery = {}, enabled = true) =>
  useInfiniteQuery({
    ...projectsRead(query),
    placeholderData: keepPreviousData,
    enabled,
  });

/** Reads the list of projects of a view as soon as a control chooses it. */
export function useEarlyProjects(makeQuery: (next: ViewState) => ListQuery): void {
  const client = useQueryClient();
  useNextView({
    read: (next) => client.ensureInfiniteQueryData(projectsRead(makeQuery(next))),
    isThere: (next) => client.getQueryData(projectsRead(makeQuery(next)).queryKey) !== undefined,
  });
}

/** Reads a project on a day, as it was known at a moment; without a code nothing. */
export const useProject = (code: string | undefined, asOf?: string, knownAt?: string) =>
  useQuery({
    queryKey: queryKeys.project(code ?? '', asOf, knownAt),
    queryFn: ({ signal }) =>
      call(endpoints.project, {
        params: { code: code ?? '' },
        query: { as_of: asOf, known_at: knownAt },
        signal,
      }),
    enabled: code !== undefined,
  });

/** How the changes between two days are read. */
export const changesRead = (query: ChangesPageQuery) => ({
  queryKey: queryKeys.changes(query),
  queryFn: ({ signal }: ReadContext) => call(endpoints.changes, { query, signal }),
});

/** The changes between two days. The previous result stays while the next one loads. */
export const useChanges = (query: ChangesPageQuery, enabled: boolean) =>
  useQuery({ ...changesRead(query), placeholderData: keepPreviousData, enabled });

/** How counts and sums by group are read. */
export const summaryRead = (query: SummaryQuery) => ({
  queryKey: queryKeys.summary(query),
  queryFn: ({ signal }: ReadContext) => call(endpoints.summary, { query, signal }),
});

/** Reads the sums of listed projects. The former sums stay until the next ones arrive. */
export const useSummary = (query: SummaryQuery, enabled = true) =>
  useQuery({ ...summaryRead(query), placeholderData: keepPreviousData, enabled });

/** Reads the indicators of the zone, where there is one. */
export function useIndicators() {
  const hasZone = useSession().data?.origin !== null;
  return useQuery({
    queryKey: queryKeys.listIndicators(),
    queryFn: ({ signal }) => call(endpoints.listIndicators, { signal }),
    enabled: hasZone,
  });
}
const revisionsAtOnce = 50;
/** Changes, newest first, one page at a time. */
export const useRevisions = () =>
  useInfiniteQuery({
    queryKey: queryKeys.listRevisions(),
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listRevisions, {
        query: { limit: String(revisionsAtOnce), before: pageParam ?? undefined },
        signal,
      }),
    // as the starting data of a page have it, where undefined would be lost
    initialPageParam: null as string | null,
    getNextPageParam: ({ items }) => {
      const last = items.at(-1)?.id ?? 1;
      return last === 1 || items.length < revisionsAtOnce ? undefined : String(last);
    },
  });
