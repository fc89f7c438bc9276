import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '#contract/query-keys.ts';
import { workEndpoints } from '#contract/work/endpoints.ts';
import type { Owners } from '#contract/work/schemas.ts';
import { useSession } from './view-queries.ts';
import { call } from './transport.ts';

/** The computer of local mode, which owns what was asked for before there were accounts. */
const computer = 'local';
const omitComputer = (list: Owners): Owners => ({
  ...list,
  owners: list.owners.filter(({ name }) => name !== computer),
});
const useOwnerQuery = <List>(select: (list: Owners) => List) => {
  const may = useSession().data?.may ?? [];
  return useQuery({
    queryKey: queryKeys.listOwners(),
    queryFn: ({ signal }) => call(workEndpoints.listOwners, { signal }),
    enabled: may.includes('view_notes'),
    select,
  });
};

/** Reads what each person owns in the zone. Read only for callers who see owners. */
export const useOwners = () => useOwnerQuery(omitComputer);

/** Reads what each person owns, and what the computer of local mode does: it can hand over, too. */
export const useOwnersWithComputer = () => useOwnerQuery((list) => list);

/** The name of the signed-in person as an owner. @returns undefined without an account */
export function useOwnerName(): string | undefined {
  const session = useSession().data;
  return session?.mode === 'account' && session.may.includes('view_notes')
    ? session.name
    : undefined;
}
