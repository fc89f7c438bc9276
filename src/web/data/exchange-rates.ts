import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { NewExchangeRates } from '#contract/currencies/schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call, idempotencyKey } from './transport.ts';

/** The rates as known now, newest day first. */
export const useExchangeRates = () =>
  useQuery({
    queryKey: queryKeys.listExchangeRates(),
    queryFn: ({ signal }) => call(endpoints.listExchangeRates, { signal }),
  });

/** The rates that were removed, the latest first. */
export const useRemovedRates = () =>
  useQuery({
    queryKey: pageQueryKeys.listRemovedRates(),
    queryFn: ({ signal }) => call(endpoints.listRemovedRates, { signal }),
  });

/** Enters, corrects or removes rates as one revision. */
export function useAddExchangeRates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: NewExchangeRates) =>
      call(endpoints.addExchangeRates, { body, headers: idempotencyKey() }),
    onSuccess: () => client.invalidateQueries(),
  });
}
