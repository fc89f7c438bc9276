import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { tokenEndpoints, type NewToken } from '#contract/accounts/tokens.ts';
import { call } from '#web/data/transport.ts';

const listKey = ['listTokens'] as const;

/** One's own tokens; for an admin everybody's. */
export const useTokens = () =>
  useQuery({
    queryKey: listKey,
    queryFn: ({ signal }) => call(tokenEndpoints.listTokens, { signal }),
  });

function useTokenChange<T, R>(send: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: listKey }),
  });
}
export const useMakeToken = () =>
  useTokenChange((token: NewToken) => call(tokenEndpoints.makeToken, { body: token }));
export const useEndToken = () =>
  useTokenChange((id: string) => call(tokenEndpoints.endToken, { params: { id }, body: {} }));
