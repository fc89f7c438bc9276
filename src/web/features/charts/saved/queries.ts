import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { SavedChart, SavedChartInput } from '#contract/saved-charts/schemas.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';

/** The charts that this person saved, and those saved for everyone. */
export const useSavedCharts = () =>
  useQuery({
    queryKey: queryKeys.listSavedCharts(),
    queryFn: ({ signal }) => call(endpoints.listSavedCharts, { signal }),
  });

const matching = ({ version }: SavedChart) => ({ 'if-match': `"${version}"` });

function useChange<Input, Reply>(mutationFn: (input: Input) => Promise<Reply>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.listSavedCharts() }),
  });
}
/** Saves a chart with its options and annotations. */
export const useSaveChart = () =>
  useChange((body: SavedChartInput) =>
    call(endpoints.saveChart, { body, headers: idempotencyKey() }),
  );
/** Changes a saved chart. Rejected when it has changed since it was read. */
export const useChangeSavedChart = () =>
  useChange(({ base, body }: { readonly base: SavedChart; readonly body: SavedChartInput }) =>
    call(endpoints.changeSavedChart, { params: { id: base.id }, body, headers: matching(base) }),
  );
/** Removes a saved chart. Rejected when it has changed since it was read. */
export const useRemoveSavedChart = () =>
  useChange((chart: SavedChart) =>
    call(endpoints.removeSavedChart, { params: { id: chart.id }, headers: matching(chart) }),
  );
