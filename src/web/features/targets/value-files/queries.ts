import { useQuery } from '@tanstack/react-query';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { indicatorEndpoints } from '#contract/targets/endpoints.ts';
import { buildPath } from '#contract/core/path.ts';
import type { ItemOfTarget } from '#domain/months/value-evidence.ts';
import type { ValueEvidence } from '#contract/targets/value-evidence-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import { useSession } from '#web/data/queries.ts';
import { callFile, upload } from '#web/data/files/file-transport.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { useChange } from '#web/loading/use-change.ts';

/** Reads the files of the values of a month, or of an indicator, withdrawn ones included. */
export function useValueFiles(of: {
  readonly period?: Month;
  readonly indicator?: string;
  readonly knownAt?: string | undefined;
}) {
  const may = useSession().data?.may ?? [];
  const { period, indicator, knownAt } = of;
  return useQuery({
    queryKey: pageQueryKeys.listValueEvidence(of),
    queryFn: ({ signal }) =>
      call(indicatorEndpoints.listValueEvidence, {
        query: compact({ period, indicator, known_at: knownAt }),
        signal,
      }),
    enabled: may.includes('view_notes'),
  });
}

/** Stores a file as proof of the value of a month, or of an item of a checklist. */
export const useAddValueFile = (indicator: string, period: Month, item?: ItemOfTarget) =>
  useChange((file: File) =>
    upload(indicatorEndpoints.addValueEvidence, file, {
      params: { id: indicator },
      query: { period, ...item },
    }),
  );
/** Withdraws the file of a value with a reason. */
export const useWithdrawValueFile = () =>
  useChange(({ evidence, reason }: { readonly evidence: ValueEvidence; readonly reason: string }) =>
    call(indicatorEndpoints.withdrawValueEvidence, {
      params: { id: evidence.indicator, file: evidence.id },
      body: { reason },
      headers: idempotencyKey(),
    }),
  );
/**
 * Reads the bytes of a stored file.
 * @throws ProblemError, and nothing else unless the caller cancelled
 */
export const readValueFile = ({ indicator, id }: ValueEvidence): Promise<Blob> =>
  callFile(buildPath(indicatorEndpoints.valueEvidenceFile, { id: indicator, file: id }));
