import { type ComponentType, lazy } from 'react';
import { type PageId, pagePaths } from '#contract/core/pages.ts';

/** The code of a page. */
export interface PageCode {
  /** The component. It suspends until its code is loaded. */
  readonly Page: ComponentType;
  readonly preload: () => Promise<void>;
}

/**
 * Loads a page's component on demand. After `preload` the component renders without Suspense, as
 * hydration requires.
 */
function page(load: () => Promise<ComponentType>): PageCode {
  let LoadedPage: ComponentType | undefined;
  const preload = async (): Promise<void> => {
    LoadedPage = await load();
  };
  const Later = lazy(async () => ({ default: await load() }));
  const Page = () => (LoadedPage === undefined ? <Later /> : <LoadedPage />);
  return { Page, preload };
}

/** Loads the list of the other pages' files. */
export const loadRoutes = () => import('./routes.ts');

const loadPage = (id: PageId) => async (): Promise<ComponentType> =>
  id === 'overview'
    ? (await import('#web/features/overview/overview-page.tsx')).OverviewPage
    : (await loadRoutes()).pageLoaders[id]();

/** The code of every page. */
export const pageCode = Object.fromEntries(
  (Object.keys(pagePaths) as PageId[]).map((id) => [id, page(loadPage(id))]),
) as { readonly [K in PageId]: PageCode };

/** The overview for a wall screen, which replaces the overview and its frame. */
export const WallPage = lazy(async () => ({
  default: await (await loadRoutes()).loadWallPage(),
}));
