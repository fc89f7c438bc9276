import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import type { Names } from '#domain/values/language.ts';
import { pickKnown } from '#domain/projects/first-known-day.ts';
import { call } from '#web/data/transport.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/**
 * The names of some investors in other languages, by the original; empty until they are read, and
 * for a reader who may not see investors.
 */
export function useInvestorNames(originals: readonly string[]): ReadonlyMap<string, Names> {
  const { as_of, known_at } = useViewState().view;
  const investor = joinItems(originals);
  const query = { as_of, known_at, by: 'investor', stack: 'none', measure: 'count', investor };
  const { data } = useQuery({
    enabled: investor !== undefined,
    queryKey: queryKeys.analysis('investor-names', query),
    queryFn: ({ signal }) => call(endpoints.breakdown, { query: query as never, signal }),
  });
  return useMemo(() => {
    const groups = (data && pickKnown(data))?.groups ?? [];
    return new Map(
      groups.flatMap(({ key, names }) =>
        key === undefined || names === undefined ? [] : [[key, names] as const],
      ),
    );
  }, [data]);
}
