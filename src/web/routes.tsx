import { type ComponentType, lazy } from 'react';
import { type PageId, pageOf, pagePaths } from '#contract/pages.ts';
import type { Right } from '#contract/rights.ts';

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
function page(id: PageId, module: string, load: () => Promise<ComponentType>, more: Pick<Route, 'needs' | 'key'> = {}): Route {
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
    'src/web/pages/overview/overview-page.tsx',
    async () => (await import('#web/pages/overview/overview-page.tsx')).OverviewPage,
    { key: 'o' },
  ),
  page(
    'projects',
    'src/web/pages/projects/projects-page.tsx',
    async () => (await import('#web/pages/projects/projects-page.tsx')).ProjectsPage,
    { key: 'p' },
  ),
  page(
    'project',
    'src/web/pages/projects/project-page.tsx',
    async () => (await import('#web/pages/projects/project-page.tsx')).ProjectPage,
  ),
  page(
    'pipeline',
    'src/web/pages/pipeline/pipeline-page.tsx',
    async () => (await import('#web/pages/pipeline/pipeline-page.tsx')).PipelinePage,
    { key: 'l' },
  ),
  page('changes', 'src/web/pages/changes/changes-page.tsx', async () => (await import('#web/pages/changes/changes-page.tsx')).ChangesPage, {
    key: 'c',
  }),
  page('exports', 'src/web/pages/exports/exports-page.tsx', async () => (await import('#web/pages/exports/exports-page.tsx')).ExportsPage),
  page('figures', 'src/web/pages/figures/figures-page.tsx', async () => (await import('#web/pages/figures/figures-page.tsx')).FiguresPage),
  page(
    'forecasts',
    'src/web/pages/forecasts/forecasts-page.tsx',
    async () => (await import('#web/pages/forecasts/forecasts-page.tsx')).ForecastsPage,
  ),
  page('report', 'src/web/pages/report/report-page.tsx', async () => (await import('#web/pages/report/report-page.tsx')).ReportPage),
  page('month', 'src/web/pages/month/month-page.tsx', async () => (await import('#web/pages/month/month-page.tsx')).MonthPage, {
    key: 'm',
    needs: 'edit',
  }),
  page('targets', 'src/web/pages/targets/targets-page.tsx', async () => (await import('#web/pages/targets/targets-page.tsx')).TargetsPage, {
    key: 't',
    needs: 'set_targets',
  }),
  page('zone', 'src/web/pages/zone/zone-page.tsx', async () => (await import('#web/pages/zone/zone-page.tsx')).ZonePage, { key: 'z' }),
  page('import', 'src/web/pages/import/import-page.tsx', async () => (await import('#web/pages/import/import-page.tsx')).ImportPage, {
    key: 'i',
    needs: 'import',
  }),
  page('links', 'src/web/pages/links/links-page.tsx', async () => (await import('#web/pages/links/links-page.tsx')).LinksPage, {
    needs: 'share_own',
  }),
  page('people', 'src/web/pages/people/people-page.tsx', async () => (await import('#web/pages/people/people-page.tsx')).PeoplePage, {
    needs: 'manage_people',
  }),
  page('audit', 'src/web/pages/audit/audit-page.tsx', async () => (await import('#web/pages/audit/audit-page.tsx')).AuditPage, {
    needs: 'read_audit',
  }),
  page('account', 'src/web/pages/account/account-page.tsx', async () => (await import('#web/pages/account/account-page.tsx')).AccountPage),
  page('copy', 'src/web/pages/copy/copy-page.tsx', async () => (await import('#web/pages/copy/copy-page.tsx')).CopyPage, {
    needs: 'export_data',
  }),
];

/** The route of a path. */
export const routeOf = (pathname: string): Route | undefined => {
  const id = pageOf(pathname);
  return routes.find((route) => route.id === id);
};
