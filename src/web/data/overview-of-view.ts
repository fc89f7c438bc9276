import type { Right } from '#contract/core/rights.ts';
import { useSession, useOverview } from './view-queries.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';

/** What the overview is asked with for a view; the server makes its starting data with the same. */
export const overviewQuery = (view: ViewState) => ({
  as_of: view.as_of,
  known_at: view.known_at,
  // a day is not compared with itself; what was known of it at two moments is on the page of
  // changes
  compare: view.cmp === 'prev' ? undefined : view.cmp === view.as_of ? 'none' : view.cmp,
  plan: view.plan,
  cur: view.cur,
});

/**
 * The overview of the view in the address; the frame and the pages read the same one. Not asked for
 * where there is no data.
 */
export function useOverviewOfView() {
  const { view } = useViewState();
  const session = useSession().data;
  return useOverview(overviewQuery(view), session === undefined || session.origin !== null);
}

/** What this reader may do; nothing before that is known. */
function useMay(right: Right): boolean {
  return useSession().data?.may.includes(right) === true;
}
/** Whether this reader may make shared links. */
export const useMayShare = (): boolean => useMay('share_own');
/** Whether this reader may enter, import and choose samples. */
export const useMayEdit = (): boolean => useMay('edit');
/** Whether this reader may take data away, not only pictures. */
export const useMayExport = (): boolean => useMay('export_data');
