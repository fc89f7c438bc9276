import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { call, callTagged } from '#web/data/transport.ts';

interface ZoneSave {
  /** Whether another person changed the same part since it was read. */
  readonly isMoved: (now: ZoneProfile) => boolean;
  /** The changes, made from the present zone, so that changes of other parts stay. */
  readonly make: (now: ZoneProfile) => ZoneChanges;
  readonly reason: string;
}

const mutationKey = ['save_zone'];
/** Whether a change of the zone is being saved and the pages read again. */
export const useIsSavingZone = (): boolean => useIsMutating({ mutationKey }) > 0;

/**
 * Changes one part of the zone. When that part has changed in the meantime, nothing is stored and
 * the call fails with `precondition_failed`; the cache then holds the present zone.
 * @throws ProblemError 412 from the function if the part was changed meanwhile
 */
export function useSaveZone() {
  const client = useQueryClient();
  return useMutation({
    mutationKey,
    mutationFn: async ({ isMoved, make, reason }: ZoneSave) => {
      const now = await callTagged(endpoints.zone);
      if (isMoved(now.data)) {
        client.setQueryData(queryKeys.zone(), now.data);
        throw new ProblemError('precondition_failed', 412);
      }
      return call(endpoints.updateZone, {
        body: { ...make(now.data), reason },
        headers: now.etag ? { 'if-match': now.etag } : {},
      });
    },
    onSuccess: (zone) => {
      // pages have the new zone before their other queries go on, however late a read is
      client.setQueryData(queryKeys.zone(), zone);
      return client.invalidateQueries();
    },
  });
}
