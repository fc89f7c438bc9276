import type { PageId } from '#contract/core/pages.ts';
import { useSavedCharts } from '#web/features/charts/saved/queries.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/**
 * Reads the title of the saved chart that the page of charts shows. It is empty without one.
 *
 * @returns undefined until it is known
 */
export function useSavedTitle(route: PageId | undefined): string | undefined {
  const { saved } = useViewState().view;
  const charts = useSavedCharts();
  if (route !== 'charts' || saved === undefined) return '';
  if (charts.isPending) return undefined;
  return charts.data?.items.find(({ id }) => id === saved)?.title ?? '';
}
