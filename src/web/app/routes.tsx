import { type ComponentType, lazy } from 'react';
import { type PageId, pageOf, pagePaths } from '#contract/core/pages.ts';
import type { Right } from '#contract/core/rights.ts';

/** A page of the product. `Page` waits for its code when it is not there yet; `preload` fetches it first. */
export interface Route {
  readonly id: PageId;
  readonly path: string;
  /** The module as the build's manifest names it, to preload its files from the first byte. */
  readonly module: string;
  readonly Page: ComponentType;
  readonly preload: () => Promise<void>;
  /** Who lacks this right is not led here, and is told which role it takes. */
  readonly needs?: Right;
  /** The letter after G that leads here. */
  readonly key?: string;
}

/** A page whose component comes with its own file: lazy until it was preloaded, the plain component from then on, so that hydration meets no Suspense. */
function page(
  id: PageId,
  module: string,
  load: () => Promise<ComponentType>,
  more: Pick<Route, 'needs' | 'key'> = {},
): Route {
  let Loaded: ComponentType | undefined;
  const preload = async (): Promise<void> => {
    Loaded = await load();
  };
  const Later = lazy(async () => ({ default: await load() }));
  const Page = () => (Loaded === undefined ? <Later /> : <Loaded />);
  return { id, path: pagePaths[id], module, Page, preload, ...more };
}

/** Every page, in the order of the navigation. */
export const routes: readonly Route[] = [
  page(
    'overview',
    'src/web/features/overview/overview-page.tsx',
    async () => (await import('#web/features/overview/overview-page.tsx')).OverviewPage,
    { key: 'o' },
  ),
  page(
    'projects',
    'src/web/features/projects/projects-page.tsx',
    async () => (await import('#web/features/projects/projects-page.tsx')).ProjectsPage,
    { key: 'p' },
  ),
  page(
    'project',
    'src/web/features/projects/project-page.tsx',
    async () => (await import('#web/features/projects/project-page.tsx')).ProjectPage,
  ),
  page(
    'pipeline',
    'src/web/features/pipeline/pipeline-page.tsx',
    async () => (await import('#web/features/pipeline/pipeline-page.tsx')).PipelinePage,
    { key: 'l' },
  ),
  page(
    'changes',
    'src/web/features/changes/changes-page.tsx',
    async () => (await import('#web/features/changes/changes-page.tsx')).ChangesPage,
    {
      key: 'c',
    },
  ),
  page(
    'exports',
    'src/web/features/exports/exports-page.tsx',
    async () => (await import('#web/features/exports/exports-page.tsx')).ExportsPage,
  ),
  page(
    'figures',
    'src/web/features/figures/figures-page.tsx',
    async () => (await import('#web/features/figures/figures-page.tsx')).FiguresPage,
  ),
  page(
    'forecasts',
    'src/web/features/forecasts/forecasts-page.tsx',
    async () => (await import('#web/features/forecasts/forecasts-page.tsx')).ForecastsPage,
  ),
  page(
    'report',
    'src/web/features/report/report-page.tsx',
    async () => (await import('#web/features/report/report-page.tsx')).ReportPage,
  ),
  page(
    'month',
    'src/web/features/months/month-page.tsx',
    async () => (await import('#web/features/months/month-page.tsx')).MonthPage,
    {
      key: 'm',
      needs: 'edit',
    },
  ),
  page(
    'targets',
    'src/web/features/targets/targets-page.tsx',
    async () => (await import('#web/features/targets/targets-page.tsx')).TargetsPage,
    {
      key: 't',
      needs: 'set_targets',
    },
  ),
  page(
    'zone',
    'src/web/features/zone/zone-page.tsx',
    async () => (await import('#web/features/zone/zone-page.tsx')).ZonePage,
    {
      key: 'z',
    },
  ),
  page(
    'import',
    'src/web/features/imports/import-page.tsx',
    async () => (await import('#web/features/imports/import-page.tsx')).ImportPage,
    {
      key: 'i',
      needs: 'import',
    },
  ),
  page(
    'links',
    'src/web/features/links/list/links-page.tsx',
    async () => (await import('#web/features/links/list/links-page.tsx')).LinksPage,
    {
      needs: 'share_own',
    },
  ),
  page(
    'people',
    'src/web/features/accounts/people/people-page.tsx',
    async () => (await import('#web/features/accounts/people/people-page.tsx')).PeoplePage,
    {
      needs: 'manage_people',
    },
  ),
  page(
    'audit',
    'src/web/features/audit/audit-page.tsx',
    async () => (await import('#web/features/audit/audit-page.tsx')).AuditPage,
    {
      needs: 'read_audit',
    },
  ),
  page(
    'account',
    'src/web/features/accounts/account/account-page.tsx',
    async () => (await import('#web/features/accounts/account/account-page.tsx')).AccountPage,
  ),
  page(
    'copy',
    'src/web/features/exports/copy/copy-page.tsx',
    async () => (await import('#web/features/exports/copy/copy-page.tsx')).CopyPage,
    {
      needs: 'export_data',
    },
  ),
];

/** The route of a path. */
export const routeOf = (pathname: string): Route | undefined => {
  const id = pageOf(pathname);
  return routes.find((route) => route.id === id);
};
