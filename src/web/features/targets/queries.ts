import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ValueBlock } from '#contract/targets/schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';

/** Reads the closed months with the changes since. */
export const usePeriods = () =>
  useQuery({
    queryKey: queryKeys.listPeriods(),
    queryFn: ({ signal }) => call(endpoints.listPeriods, { signal }),
  });
/** Reads the open points of a month, or how it was closed. */
export const usePeriod = (month: string) =>
  useQuery({
    queryKey: queryKeys.period(month),
    queryFn: ({ signal }) => call(endpoints.period, { params: { month }, signal }),
  });
/** Reads the versions of the zone's settings, newest first. */
export const useZoneVersions = () =>
  useQuery({
    queryKey: queryKeys.zoneVersions(),
    queryFn: ({ signal }) => call(endpoints.zoneVersions, { signal }),
  });

/** Sends a change and reads everything again, also after someone else's change came first. */
function useChange<V, R>(mutationFn: (values: V) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries(),
    onError: (error) =>
      toProblem(error).code === 'precondition_failed' ? client.invalidateQueries() : undefined,
  });
}
/** Stores many values as one revision: all or none. */
export const useAddObservations = () =>
  useChange((block: ValueBlock) =>
    call(endpoints.addObservations, { body: block, headers: idempotencyKey() }),
  );
/** Closes a month, with a note if there is one. */
export const useClosePeriod = () =>
  useChange(({ month, note }: { month: string; note: string }) =>
    call(endpoints.closePeriod, {
      params: { month },
      body: note.trim() === '' ? {} : { note: note.trim() },
      headers: idempotencyKey(),
    }),
  );
/** Reopens a closed month for a reason. */
export const useReopenPeriod = () =>
  useChange(({ month, reason }: { month: string; reason: string }) =>
    call(endpoints.reopenPeriod, {
      params: { month },
      body: { reason },
      headers: idempotencyKey(),
    }),
  );
