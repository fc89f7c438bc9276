import type { ComponentType } from 'react';
import type { PageId } from '#contract/core/pages.ts';
export { noteEntries } from '#web/loading/early-entries.ts';

async function loadOverview(): Promise<ComponentType> {
  const { OverviewPage, preloadParts } = await import('#web/features/overview/overview-page.tsx');
  // a drawn page starts without them; a reader who comes from another page finds them there
  void preloadParts().catch(() => undefined);
  return OverviewPage;
}

/** Loads the component of a page. */
export const pageLoaders: { readonly [K in PageId]: () => Promise<ComponentType> } = {
  overview: loadOverview,
  outlook: async () => (await import('#web/features/outlook/outlook-page.tsx')).OutlookPage,
  projects: async () => (await import('#web/features/projects/projects-page.tsx')).ProjectsPage,
  project: async () => (await import('#web/features/projects/project-page.tsx')).ProjectPage,
  pipeline: async () => (await import('#web/features/pipeline/pipeline-page.tsx')).PipelinePage,
  changes: async () => (await import('#web/features/changes/changes-page.tsx')).ChangesPage,
  charts: async () => (await import('#web/features/charts/charts-page.tsx')).ChartsPage,
  exports: async () => (await import('#web/features/exports/exports-page.tsx')).ExportsPage,
  figures: async () => (await import('#web/features/figures/figures-page.tsx')).FiguresPage,
  forecasts: async () => (await import('#web/features/forecasts/forecasts-page.tsx')).ForecastsPage,
  report: async () => (await import('#web/features/report/report-page.tsx')).ReportPage,
  month: async () => (await import('#web/features/months/month-page.tsx')).MonthPage,
  months: async () =>
    (await import('#web/features/targets/months-grid/months-page.tsx')).MonthsPage,
  requests: async () =>
    (await import('#web/features/requests/manage/requests-page.tsx')).RequestsPage,
  settings: async () => (await import('#web/features/settings/settings-page.tsx')).SettingsPage,
  zone: async () => (await import('#web/features/zone/zone-page.tsx')).ZonePage,
  import: async () => (await import('#web/features/imports/import-page.tsx')).ImportPage,
  setup: async () => (await import('#web/features/setup/setup-page.tsx')).SetupPage,
  links: async () => (await import('#web/features/links/list/links-page.tsx')).LinksPage,
  people: async () => (await import('#web/features/accounts/people/people-page.tsx')).PeoplePage,
  audit: async () => (await import('#web/features/audit/audit-page.tsx')).AuditPage,
  account: async () =>
    (await import('#web/features/accounts/account/account-page.tsx')).AccountPage,
  copy: async () => (await import('#web/features/exports/copy/copy-page.tsx')).CopyPage,
};

/** Loads what a page shows beside its own code. */
export async function loadParts(page: PageId): Promise<void> {
  if (page === 'overview')
    await (await import('#web/features/overview/overview-page.tsx')).preloadParts();
  if (page === 'charts')
    await (await import('#web/features/charts/address-chart.ts')).loadAddressChart();
  if (page === 'settings')
    await (await import('#web/features/settings/sections.ts')).loadSection(location.pathname);
}

/** The overview for a wall screen, which replaces the overview and its frame. */
export const loadWallPage = async (): Promise<ComponentType> =>
  (await import('#web/features/wall/wall-page.tsx')).WallPage;
