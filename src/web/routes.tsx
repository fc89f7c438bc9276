import { type ComponentType, lazy } from 'react';
import type { Right } from '#contract/rights.ts';

/** A page of the product. `Page` waits for its code when it is not there yet; `preload` fetches it first. */
export interface Route {
  readonly id:
    | 'overview'
    | 'projects'
    | 'project'
    | 'pipeline'
    | 'changes'
    | 'month'
    | 'targets'
    | 'zone'
    | 'import'
    | 'links'
    | 'copy'
    | 'exports'
    | 'figures'
    | 'report'
    | 'people'
    | 'audit'
    | 'account';
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

/** A component that comes with its own file: lazy until it was preloaded, the plain component from then on, so that hydration meets no Suspense. */
function page(load: () => Promise<ComponentType>): Pick<Route, 'Page' | 'preload'> {
  let Loaded: ComponentType | undefined;
  const fetchPage = async (): Promise<void> => {
    Loaded = await load();
  };
  const Later = lazy(async () => ({ default: await load() }));
  const Page = () => (Loaded === undefined ? <Later /> : <Loaded />);
  return { Page, preload: fetchPage };
}

/** Every page, in the order of the navigation. */
export const routes: readonly Route[] = [
  {
    id: 'overview',
    path: '/',
    key: 'o',
    module: 'src/web/pages/overview/overview-page.tsx',
    ...page(async () => (await import('#web/pages/overview/overview-page.tsx')).OverviewPage),
  },
  {
    id: 'projects',
    path: '/projects',
    key: 'p',
    module: 'src/web/pages/projects/projects-page.tsx',
    ...page(async () => (await import('#web/pages/projects/projects-page.tsx')).ProjectsPage),
  },
  {
    id: 'project',
    path: '/projects/:code',
    module: 'src/web/pages/projects/project-page.tsx',
    ...page(async () => (await import('#web/pages/projects/project-page.tsx')).ProjectPage),
  },
  {
    id: 'pipeline',
    path: '/pipeline',
    key: 'l',
    module: 'src/web/pages/pipeline/pipeline-page.tsx',
    ...page(async () => (await import('#web/pages/pipeline/pipeline-page.tsx')).PipelinePage),
  },
  {
    id: 'changes',
    path: '/changes',
    key: 'c',
    module: 'src/web/pages/changes/changes-page.tsx',
    ...page(async () => (await import('#web/pages/changes/changes-page.tsx')).ChangesPage),
  },
  {
    id: 'exports',
    path: '/exports',
    module: 'src/web/pages/exports/exports-page.tsx',
    ...page(async () => (await import('#web/pages/exports/exports-page.tsx')).ExportsPage),
  },
  {
    id: 'figures',
    path: '/figures',
    module: 'src/web/pages/figures/figures-page.tsx',
    ...page(async () => (await import('#web/pages/figures/figures-page.tsx')).FiguresPage),
  },
  {
    id: 'report',
    path: '/report',
    module: 'src/web/pages/report/report-page.tsx',
    ...page(async () => (await import('#web/pages/report/report-page.tsx')).ReportPage),
  },
  {
    id: 'month',
    needs: 'edit',
    path: '/month',
    key: 'm',
    module: 'src/web/pages/month/month-page.tsx',
    ...page(async () => (await import('#web/pages/month/month-page.tsx')).MonthPage),
  },
  {
    id: 'targets',
    needs: 'set_targets',
    path: '/targets',
    key: 't',
    module: 'src/web/pages/targets/targets-page.tsx',
    ...page(async () => (await import('#web/pages/targets/targets-page.tsx')).TargetsPage),
  },
  {
    id: 'zone',
    path: '/zone',
    key: 'z',
    module: 'src/web/pages/zone/zone-page.tsx',
    ...page(async () => (await import('#web/pages/zone/zone-page.tsx')).ZonePage),
  },
  {
    id: 'import',
    needs: 'import',
    path: '/import',
    key: 'i',
    module: 'src/web/pages/import/import-page.tsx',
    ...page(async () => (await import('#web/pages/import/import-page.tsx')).ImportPage),
  },
  {
    id: 'links',
    needs: 'share_own',
    path: '/links',
    module: 'src/web/pages/links/links-page.tsx',
    ...page(async () => (await import('#web/pages/links/links-page.tsx')).LinksPage),
  },
  {
    id: 'people',
    needs: 'manage_people',
    path: '/people',
    module: 'src/web/pages/people/people-page.tsx',
    ...page(async () => (await import('#web/pages/people/people-page.tsx')).PeoplePage),
  },
  {
    id: 'audit',
    needs: 'read_audit',
    path: '/audit',
    module: 'src/web/pages/audit/audit-page.tsx',
    ...page(async () => (await import('#web/pages/audit/audit-page.tsx')).AuditPage),
  },
  {
    id: 'account',
    path: '/account',
    module: 'src/web/pages/account/account-page.tsx',
    ...page(async () => (await import('#web/pages/account/account-page.tsx')).AccountPage),
  },
  {
    id: 'copy',
    needs: 'export_data',
    path: '/copy',
    module: 'src/web/pages/copy/copy-page.tsx',
    ...page(async () => (await import('#web/pages/copy/copy-page.tsx')).CopyPage),
  },
];

/** The route of a path; `/overview` is the overview too, and each project has a page under its code. */
export const routeOf = (pathname: string): Route | undefined => {
  const path = pathname.replace(/\/+$/, '') || '/';
  const of = path === '/overview' ? '/' : /^\/projects\/[^/]+$/.test(path) ? '/projects/:code' : path;
  return routes.find((route) => route.path === of);
};
