import { useMutation, useQueryClient } from '@tanstack/react-query';

/** Sends a change. Every query reads again once the change is stored. */
export function useChange<T, R>(send: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSuccess: () => client.invalidateQueries() });
}

/** Sends a change that another person may have made first: a rejected one reads again too. */
export function useContestedChange<T, R>(send: (what: T) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: send, onSettled: () => client.invalidateQueries() });
}
