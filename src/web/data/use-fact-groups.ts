import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import { call } from './transport.ts';
import { useSession } from './view-queries.ts';

/**
 * The values of a group by which projects of the day are counted; of very many, those with the most
 * projects.
 */
export function useGroups(
  by: 'channel' | 'agreement' | 'country' | 'investor',
  enabled: boolean,
): readonly string[] {
  const { as_of, known_at } = useViewState().view;
  const query = { as_of, known_at, measure: 'count', by, stack: 'none' } as const;
  const { data } = useQuery({
    queryKey: queryKeys.analysis('breakdown_groups', query),
    queryFn: ({ signal }) => call(endpoints.breakdown, { query, signal }),
    enabled,
  });
  return ((data && pickKnown(data))?.groups ?? []).flatMap(({ key }) =>
    key === undefined || key === '' ? [] : [key],
  );
}

/** Channels and agreements of the register. Channels are read only for callers who see them. */
export function useFactGroups() {
  const may = useSession().data?.may ?? [];
  return {
    channel: useGroups('channel', may.includes('view_notes')),
    agreement: useGroups('agreement', may.length > 0),
  };
}
