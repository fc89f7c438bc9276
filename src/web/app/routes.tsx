import { type ComponentType, lazy } from 'react';
import type { PageId } from '#contract/core/pages.ts';

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
  let Loaded: ComponentType | undefined;
  const preload = async (): Promise<void> => {
    Loaded = await load();
  };
  const Later = lazy(async () => ({ default: await load() }));
  const Page = () => (Loaded === undefined ? <Later /> : <Loaded />);
  return { Page, preload };
}

/** The code of every page. Only this file and the entries import pages. */
export const pageCode: { readonly [K in PageId]: PageCode } = {
  overview: page(
    async () => (await import('#web/features/overview/overview-page.tsx')).OverviewPage,
  ),
  outlook: page(async () => (await import('#web/features/outlook/outlook-page.tsx')).OutlookPage),
  projects: page(
    async () => (await import('#web/features/projects/projects-page.tsx')).ProjectsPage,
  ),
  project: page(async () => (await import('#web/features/projects/project-page.tsx')).ProjectPage),
  pipeline: page(
    async () => (await import('#web/features/pipeline/pipeline-page.tsx')).PipelinePage,
  ),
  changes: page(async () => (await import('#web/features/changes/changes-page.tsx')).ChangesPage),
  charts: page(async () => (await import('#web/features/charts/charts-page.tsx')).ChartsPage),
  exports: page(async () => (await import('#web/features/exports/exports-page.tsx')).ExportsPage),
  figures: page(async () => (await import('#web/features/figures/figures-page.tsx')).FiguresPage),
  forecasts: page(
    async () => (await import('#web/features/forecasts/forecasts-page.tsx')).ForecastsPage,
  ),
  report: page(async () => (await import('#web/features/report/report-page.tsx')).ReportPage),
  month: page(async () => (await import('#web/features/months/month-page.tsx')).MonthPage),
  months: page(
    async () => (await import('#web/features/targets/months-grid/months-page.tsx')).MonthsPage,
  ),
  requests: page(
    async () => (await import('#web/features/requests/manage/requests-page.tsx')).RequestsPage,
  ),
  settings: page(
    async () => (await import('#web/features/settings/settings-page.tsx')).SettingsPage,
  ),
  zone: page(async () => (await import('#web/features/zone/zone-page.tsx')).ZonePage),
  import: page(async () => (await import('#web/features/imports/import-page.tsx')).ImportPage),
  setup: page(async () => (await import('#web/features/setup/setup-page.tsx')).SetupPage),
  links: page(async () => (await import('#web/features/links/list/links-page.tsx')).LinksPage),
  people: page(
    async () => (await import('#web/features/accounts/people/people-page.tsx')).PeoplePage,
  ),
  audit: page(async () => (await import('#web/features/audit/audit-page.tsx')).AuditPage),
  account: page(
    async () => (await import('#web/features/accounts/account/account-page.tsx')).AccountPage,
  ),
  copy: page(async () => (await import('#web/features/exports/copy/copy-page.tsx')).CopyPage),
};

/** The overview for a wall screen, which replaces the overview and its frame. */
export const WallPage = lazy(async () => ({
  default: (await import('#web/features/wall/wall-page.tsx')).WallPage,
}));
