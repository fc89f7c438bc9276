import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { accountEndpoints } from '#contract/accounts/endpoints.ts';
import type { NewToken } from '#contract/accounts/schemas.ts';
import { call } from '#web/data/transport.ts';

/** Reads the own tokens, or all tokens for an admin. */
export const useTokens = () =>
  useQuery({
    queryKey: pageQueryKeys.listTokens(),
    queryFn: ({ signal }) => call(accountEndpoints.listTokens, { signal }),
  });

function useTokenChange<T, R>(send: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: pageQueryKeys.listTokens() }),
  });
}
/** Makes an API token. Its secret is in this reply only. */
export const useMakeToken = () =>
  useTokenChange((token: NewToken) => call(accountEndpoints.makeToken, { body: token }));
/** Ends an API token by its id. */
export const useEndToken = () =>
  useTokenChange((id: string) => call(accountEndpoints.endToken, { params: { id }, body: {} }));
