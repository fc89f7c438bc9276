import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { call } from '#web/data/transport.ts';

/** Projects by stage, their days in it, moves and what is stalled. `compare` as of the overview. */
export const usePipeline = (query: Parameters<typeof queryKeys.pipeline>[0], enabled: boolean) =>
  useQuery({
    queryKey: queryKeys.pipeline(query),
    queryFn: ({ signal }) => call(endpoints.pipeline, { query: { ...query }, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
