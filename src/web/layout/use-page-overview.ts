import type { PageId } from '#contract/core/pages.ts';
import { useEarlyOverview, useOverviewOfView } from '#web/data/overview-of-view.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { refetchQuery } from '#web/data/query-client.ts';
import { useAway, useCopyTime } from '#web/data/use-server-away.ts';
import { useOverview } from '#web/data/view-queries.ts';
import { overviewOfPage } from '#web/ui/document-title.ts';
import type { Route } from '#web/url/page-list.ts';
import { useViewState } from '#web/url/use-view-state.ts';

/** Pages of the state of a day that can be chosen. */
const ofDay: ReadonlySet<PageId> = new Set([
  'overview',
  'outlook',
  'projects',
  'pipeline',
  'changes',
  'charts',
  'figures',
  'forecasts',
  'copy',
]);

/** The overview behind a page with its zone, or what the page says without one. */
export function usePageOverview(route: Route | undefined) {
  const query = useOverviewOfView();
  useEarlyOverview();
  const { view } = useViewState();
  const isAway = useAway();
  const copyTime = useCopyTime();
  const overview = overviewOfPage(route?.id, query.data);
  const failure = query.failureReason === null ? undefined : toProblem(query.failureReason).code;
  const isMissing = overview === undefined && failure === 'not_found';
  const isUnanswered =
    isAway || (failure !== undefined && failure !== 'sign_in_required' && failure !== 'not_found');
  // a moment before the records has no overview, but the zone has its name
  const today = useOverview({}, isMissing).data;
  const isDated = route !== undefined && ofDay.has(route.id);
  return {
    overview,
    zone: (overview ?? overviewOfPage(route?.id, today))?.zone,
    isDated,
    /** The moment of the view, if nothing was recorded then. The overview links to the import. */
    momentBeforeRecords: isDated && isMissing ? view.known_at : undefined,
    unanswered:
      overview === undefined || !isUnanswered
        ? undefined
        : { loadedAt: copyTime || query.dataUpdatedAt, ask: () => refetchQuery(query) },
  };
}
