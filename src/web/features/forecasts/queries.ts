import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { RecordHorizon } from '#domain/targets/forecast-record.ts';
import { call } from '#web/data/transport.ts';

/** The forecasts of past months with their results. */
export const useForecasts = (
  query: {
    readonly as_of?: string | undefined;
    readonly known_at?: string | undefined;
    readonly ahead: RecordHorizon;
  },
  enabled: boolean,
) =>
  useQuery({
    queryKey: queryKeys.forecasts(query),
    queryFn: ({ signal }) => call(endpoints.forecasts, { query, signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
