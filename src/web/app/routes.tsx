import { type ComponentType, lazy } from 'react';
import type { PageId } from '#contract/core/pages.ts';

/** The code of a page. */
export interface PageCode {
  /** The module's name in the manifest of the client's build. */
  readonly module: string;
  /** The component. It suspends until its code is loaded. */
  readonly Page: ComponentType;
  readonly preload: () => Promise<void>;
}

/**
 * Loads a page's component on demand. After `preload` the component renders without Suspense, as
 * hydration requires.
 */
function page(module: string, load: () => Promise<ComponentType>): PageCode {
  let Loaded: ComponentType | undefined;
  const preload = async (): Promise<void> => {
    Loaded = await load();
  };
  const Later = lazy(async () => ({ default: await load() }));
  const Page = () => (Loaded === undefined ? <Later /> : <Loaded />);
  return { module, Page, preload };
}

/** The code of every page. Only this file and the entries import pages. */
export const pageCode: { readonly [K in PageId]: PageCode } = {
  overview: page(
    'src/web/features/overview/overview-page.tsx',
    async () => (await import('#web/features/overview/overview-page.tsx')).OverviewPage,
  ),
  projects: page(
    'src/web/features/projects/projects-page.tsx',
    async () => (await import('#web/features/projects/projects-page.tsx')).ProjectsPage,
  ),
  project: page(
    'src/web/features/projects/project-page.tsx',
    async () => (await import('#web/features/projects/project-page.tsx')).ProjectPage,
  ),
  pipeline: page(
    'src/web/features/pipeline/pipeline-page.tsx',
    async () => (await import('#web/features/pipeline/pipeline-page.tsx')).PipelinePage,
  ),
  changes: page(
    'src/web/features/changes/changes-page.tsx',
    async () => (await import('#web/features/changes/changes-page.tsx')).ChangesPage,
  ),
  exports: page(
    'src/web/features/exports/exports-page.tsx',
    async () => (await import('#web/features/exports/exports-page.tsx')).ExportsPage,
  ),
  figures: page(
    'src/web/features/figures/figures-page.tsx',
    async () => (await import('#web/features/figures/figures-page.tsx')).FiguresPage,
  ),
  forecasts: page(
    'src/web/features/forecasts/forecasts-page.tsx',
    async () => (await import('#web/features/forecasts/forecasts-page.tsx')).ForecastsPage,
  ),
  report: page(
    'src/web/features/report/report-page.tsx',
    async () => (await import('#web/features/report/report-page.tsx')).ReportPage,
  ),
  month: page(
    'src/web/features/months/month-page.tsx',
    async () => (await import('#web/features/months/month-page.tsx')).MonthPage,
  ),
  months: page(
    'src/web/features/targets/months-grid/months-page.tsx',
    async () => (await import('#web/features/targets/months-grid/months-page.tsx')).MonthsPage,
  ),
  settings: page(
    'src/web/features/settings/settings-page.tsx',
    async () => (await import('#web/features/settings/settings-page.tsx')).SettingsPage,
  ),
  zone: page(
    'src/web/features/zone/zone-page.tsx',
    async () => (await import('#web/features/zone/zone-page.tsx')).ZonePage,
  ),
  import: page(
    'src/web/features/imports/import-page.tsx',
    async () => (await import('#web/features/imports/import-page.tsx')).ImportPage,
  ),
  links: page(
    'src/web/features/links/list/links-page.tsx',
    async () => (await import('#web/features/links/list/links-page.tsx')).LinksPage,
  ),
  people: page(
    'src/web/features/accounts/people/people-page.tsx',
    async () => (await import('#web/features/accounts/people/people-page.tsx')).PeoplePage,
  ),
  audit: page(
    'src/web/features/audit/audit-page.tsx',
    async () => (await import('#web/features/audit/audit-page.tsx')).AuditPage,
  ),
  account: page(
    'src/web/features/accounts/account/account-page.tsx',
    async () => (await import('#web/features/accounts/account/account-page.tsx')).AccountPage,
  ),
  copy: page(
    'src/web/features/exports/copy/copy-page.tsx',
    async () => (await import('#web/features/exports/copy/copy-page.tsx')).CopyPage,
  ),
};

/** The overview for a wall screen, which replaces the overview and its frame. */
export const WallPage = lazy(async () => ({
  default: (await import('#web/features/wall/wall-page.tsx')).WallPage,
}));
