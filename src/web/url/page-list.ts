import { type PageId, findPage, pagePaths } from '#contract/core/pages.ts';
import type { Right } from '#contract/core/rights.ts';

/** A page of the product, without its component. */
export interface Route {
  readonly id: PageId;
  readonly path: string;
  /** The right that the page requires. Omitted for a page that every reader may open. */
  readonly needs?: Right;
  /** The right that a page needs to be in the menu, where every reader may open it. */
  readonly offered_with?: Right;
  /** The letter that opens the page after G. */
  readonly key?: string;
}

const extras: { readonly [K in PageId]: Pick<Route, 'needs' | 'offered_with' | 'key'> } = {
  overview: { key: 'o' },
  outlook: { key: 'w' },
  projects: { key: 'p' },
  project: {},
  pipeline: { key: 'l' },
  changes: { key: 'c' },
  charts: { key: 'h' },
  exports: {},
  figures: {},
  forecasts: {},
  report: {},
  month: { key: 'm', offered_with: 'edit' },
  months: { needs: 'set_targets' },
  requests: { needs: 'edit' },
  settings: { key: 't', offered_with: 'set_targets' },
  zone: { key: 'z' },
  import: { key: 'i', needs: 'import' },
  setup: { needs: 'set_targets' },
  links: { needs: 'share_own' },
  people: { needs: 'manage_people' },
  audit: { needs: 'read_audit' },
  account: {},
  copy: { needs: 'export_data' },
};

/** Every page, in the order of the navigation. */
export const routes: readonly Route[] = (Object.keys(pagePaths) as PageId[]).map((id) => ({
  id,
  path: pagePaths[id],
  ...extras[id],
}));

/** Finds the route of a path. @returns undefined if no page has the path */
export const findRoute = (pathname: string): Route | undefined => {
  const id = findPage(pathname);
  return routes.find((route) => route.id === id);
};
