import { useInfiniteQuery } from '@tanstack/react-query';
import { auditEndpoints } from '#contract/audit/endpoints.ts';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { call } from '#web/data/transport.ts';

/** Reads the audit log page by page, newest first. */
export const useAudit = (kind: string | undefined) =>
  useInfiniteQuery({
    queryKey: pageQueryKeys.audit(kind),
    queryFn: ({ pageParam, signal }) =>
      call(auditEndpoints.audit, { query: { kind, before: pageParam ?? undefined }, signal }),
    // as the starting data of a page have it, where undefined would be lost
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
