/** The path of each page, for the server and the browser. `:code` is that of a project. */
export const pagePaths = {
  overview: '/',
  outlook: '/outlook',
  projects: '/projects',
  project: '/projects/:code',
  pipeline: '/pipeline',
  changes: '/changes',
  charts: '/charts',
  exports: '/exports',
  figures: '/figures',
  forecasts: '/forecasts',
  report: '/report',
  month: '/month',
  months: '/months',
  requests: '/requests',
  settings: '/settings',
  zone: '/zone',
  import: '/import',
  setup: '/setup',
  links: '/links',
  people: '/people',
  audit: '/audit',
  account: '/account',
  copy: '/copy',
} as const;
export type PageId = keyof typeof pagePaths;
const ids = Object.keys(pagePaths) as readonly PageId[];

/** Addresses of former versions and of parts of a page, with the path of their page. */
const others: readonly (readonly [RegExp, keyof typeof pagePaths])[] = [
  [/^\/overview$/, 'overview'],
  [/^\/projects\/[^/]+$/, 'project'],
  [/^\/settings\/[a-z]+$/, 'settings'],
  [/^\/targets$/, 'settings'],
];

/**
 * Finds the page of a path, with or without a slash at its end. `/overview` is the overview too,
 * `/targets` the settings; each section of the settings has an address of its own.
 *
 * @returns undefined for a path without a page
 */
export function findPage(pathname: string): PageId | undefined {
  const path = pathname.replace(/\/+$/, '') || '/';
  return (
    ids.find((id) => pagePaths[id] === path && !path.includes(':')) ??
    others.find(([pattern]) => pattern.test(path))?.[1]
  );
}

const filterPages: ReadonlySet<PageId | undefined> = new Set(['overview', 'pipeline', 'changes']);
/** Whether the page of a path can be filtered to some projects. */
export const isFilterPage = (pathname: string): boolean => filterPages.has(findPage(pathname));

/** The path of a project's page. */
export const projectPath = (code: string): string => `/projects/${encodeURIComponent(code)}`;
