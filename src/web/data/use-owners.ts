import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '#contract/query-keys.ts';
import { workEndpoints } from '#contract/work/endpoints.ts';
import { useSession } from './view-queries.ts';
import { call } from './transport.ts';

/** Reads what each person owns in the zone. Read only for callers who see owners. */
export const useOwners = () => {
  const may = useSession().data?.may ?? [];
  return useQuery({
    queryKey: queryKeys.listOwners(),
    queryFn: ({ signal }) => call(workEndpoints.listOwners, { signal }),
    enabled: may.includes('view_notes'),
  });
};

/** The name of the signed-in person as an owner. Undefined without an account. */
export function useOwnerName(): string | undefined {
  const session = useSession().data;
  return session?.mode === 'account' && session.may.includes('view_notes')
    ? session.name
    : undefined;
}
