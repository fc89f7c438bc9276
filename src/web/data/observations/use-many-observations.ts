import { useQueries } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';

/** Values of several indicators at once, in their order. A paused one is not read. */
export const useManyObservations = (indicators: readonly string[], isPaused = false) =>
  useQueries({
    queries: indicators.map((indicator) => ({
      queryKey: queryKeys.listObservations(indicator),
      enabled: !isPaused,
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call(endpoints.listObservations, { params: { id: indicator }, signal }),
    })),
  });
