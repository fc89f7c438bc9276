import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { ZoneChanges, ZoneProfile } from '#domain/zone/zone.ts';
import { ProblemError } from '#web/data/problem-error.ts';
import { call, callTagged } from '#web/data/transport.ts';

interface ZoneSave {
  /** Whether someone changed the same thing since it was read. */
  readonly isMoved: (now: ZoneProfile) => boolean;
  /** The changes, made from the zone as it is now, so that those of others elsewhere stay. */
  readonly make: (now: ZoneProfile) => ZoneChanges;
  readonly reason: string;
}

/**
 * Changes one part of the zone. When that part was changed meanwhile, nothing is stored and the
 * call fails with `precondition_failed`; the zone as it is now is then in the cache.
 */
export function useSaveZone() {
  const client = useQueryClient();
  return useMutation({
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
    onSuccess: () => client.invalidateQueries(),
  });
}
