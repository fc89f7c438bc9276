import type { PageId } from '#contract/core/pages.ts';
import type { Language } from '#domain/values/language.ts';

/** The module with the list of the pages' files, which loads before the file of a page. */
export const routesModule = 'src/web/app/routes.ts';

/**
 * The module of each page in the manifest of the client's build. Only the server reads it: the
 * browser need not load it.
 */
export const pageModules: Readonly<Record<PageId, string>> = {
  overview: 'src/web/features/overview/overview-page.tsx',
  outlook: 'src/web/features/outlook/outlook-page.tsx',
  projects: 'src/web/features/projects/projects-page.tsx',
  project: 'src/web/features/projects/project-page.tsx',
  pipeline: 'src/web/features/pipeline/pipeline-page.tsx',
  changes: 'src/web/features/changes/changes-page.tsx',
  charts: 'src/web/features/charts/charts-page.tsx',
  exports: 'src/web/features/exports/exports-page.tsx',
  figures: 'src/web/features/figures/figures-page.tsx',
  forecasts: 'src/web/features/forecasts/forecasts-page.tsx',
  report: 'src/web/features/report/report-page.tsx',
  month: 'src/web/features/months/month-page.tsx',
  months: 'src/web/features/targets/months-grid/months-page.tsx',
  requests: 'src/web/features/requests/manage/requests-page.tsx',
  settings: 'src/web/features/settings/settings-page.tsx',
  zone: 'src/web/features/zone/zone-page.tsx',
  import: 'src/web/features/imports/import-page.tsx',
  setup: 'src/web/features/setup/setup-page.tsx',
  links: 'src/web/features/links/list/links-page.tsx',
  people: 'src/web/features/accounts/people/people-page.tsx',
  audit: 'src/web/features/audit/audit-page.tsx',
  account: 'src/web/features/accounts/account/account-page.tsx',
  copy: 'src/web/features/exports/copy/copy-page.tsx',
};

/**
 * The module of an analysis chart in the manifest. The page of charts loads the chart that it
 * shows.
 */
export const chartModule = (id: string): string =>
  `src/charts/${id.replaceAll('_', '-')}/analysis-chart.ts`;

/** The folder of the label files that the build makes, in the manifest. */
export const labelsFolder = 'src/web/labels';
/** Whether a module of the manifest holds labels in a language. */
export const isLabelsOf = (module: string, language: Language): boolean =>
  module.startsWith(`${labelsFolder}/`) && module.endsWith(`/${language}.js`);
