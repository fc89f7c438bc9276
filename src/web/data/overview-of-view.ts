import type { Right } from '#contract/core/rights.ts';
import { overviewRead, useSession, useOverview } from './view-queries.ts';
import { useLocation } from 'react-router-dom';
import { joinItems, type RegisterFilterField } from '#domain/overview/register-filter.ts';
import { isFilterPage } from '#contract/core/pages.ts';
import { useEarlyReads } from '#web/url/next-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';

export type FilterQuery = { readonly [K in RegisterFilterField]?: string | undefined };

/**
 * Makes the filters of a view, as the page takes them. Who does not see owners and channels cannot
 * filter by them.
 */
export function useMakeFilterQuery(): (view: ViewState) => FilterQuery {
  const { pathname } = useLocation();
  const mayViewNotes = useMay('view_notes');
  return (view) =>
    isFilterPage(pathname)
      ? {
          industry: joinItems(view.industry),
          zone: joinItems(view.zone),
          prefecture: joinItems(view.prefecture),
          owner: mayViewNotes ? joinItems(view.owner) : undefined,
          channel: mayViewNotes ? joinItems(view.channel) : undefined,
          agreement: joinItems(view.agreement),
        }
      : {};
}

/** The projects that the page is narrowed to, as its address has them. */
export function useFilterQuery(): FilterQuery {
  const { view } = useViewState();
  return useMakeFilterQuery()(view);
}

/** The query of the overview for a view. The server uses it for its starting data too. */
export const overviewQuery = (view: ViewState) => ({
  as_of: view.as_of,
  known_at: view.known_at,
  // a day is not compared with itself; the page of changes compares two revisions of one day
  compare: view.cmp === 'prev' ? undefined : view.cmp === view.as_of ? 'none' : view.cmp,
  plan: view.plan,
  cur: view.cur,
});

/**
 * The overview of the view in the address. The frame and the pages share it. Disabled where there
 * is no data.
 */
export function useOverviewOfView() {
  const { view } = useViewState();
  const session = useSession().data;
  const filter = useFilterQuery();
  return useOverview(
    { ...overviewQuery(view), ...filter },
    session === undefined || session.origin !== null,
  );
}

/** Reads the overview of a view as soon as a control chooses it. */
export function useEarlyOverview(): void {
  const session = useSession().data;
  const makeFilterQuery = useMakeFilterQuery();
  useEarlyReads((next) =>
    session === undefined || session.origin === null
      ? []
      : [overviewRead({ ...overviewQuery(next), ...makeFilterQuery(next) })],
  );
}

/** The rights of this reader. Empty until they are loaded. */
function useMay(right: Right): boolean {
  return useSession().data?.may.includes(right) === true;
}
/** Whether this reader may make shared links. */
export const useMayShare = (): boolean => useMay('share_own');
/** Whether this reader may enter, import and choose samples. */
export const useMayEdit = (): boolean => useMay('edit');
/** Whether this reader may export data, not only pictures. */
export const useMayExport = (): boolean => useMay('export_data');
