import { type ComponentType, lazy } from 'react';
import { type PageId, pagePaths } from '#contract/core/pages.ts';
import { type LaterComponent, laterComponent } from '#web/loading/later-component.tsx';

/** Loads the list of the other pages' files. */
export const loadRoutes = () => import('./routes.ts');

const loadPage = (id: PageId) => async (): Promise<ComponentType> =>
  (await loadRoutes()).pageLoaders[id]();

/** The code of every page. */
export const pageCode = Object.fromEntries(
  (Object.keys(pagePaths) as PageId[]).map((id) => [id, laterComponent(loadPage(id))]),
) as { readonly [K in PageId]: LaterComponent<object> };

/** The overview for a wall screen, which replaces the overview and its frame. */
export const WallPage = lazy(async () => ({
  default: await (await loadRoutes()).loadWallPage(),
}));
