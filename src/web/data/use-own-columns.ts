import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { OwnColumns } from '#domain/analysis/own-columns.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { call } from './transport.ts';
import { useSession } from './view-queries.ts';

/**
 * The columns of the register that are no field, on the day of the address.
 *
 * @returns undefined while they load, and for a reader who may not see them
 */
export function useOwnColumns(): OwnColumns | undefined {
  const { as_of, known_at } = useViewState().view;
  const mayViewNotes = useSession().data?.may.includes('view_notes') === true;
  const query = { as_of, known_at };
  const { data } = useQuery({
    queryKey: queryKeys.analysis('columns', query),
    queryFn: ({ signal }) => call(endpoints.columns, { query, signal }),
    enabled: mayViewNotes,
  });
  return data && pickKnown(data);
}
