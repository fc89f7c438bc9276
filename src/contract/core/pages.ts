/** The path of each page, for the server and the browser. `:code` is that of a project. */
export const pagePaths = {
  overview: '/',
  projects: '/projects',
  project: '/projects/:code',
  pipeline: '/pipeline',
  changes: '/changes',
  exports: '/exports',
  figures: '/figures',
  forecasts: '/forecasts',
  report: '/report',
  month: '/month',
  targets: '/targets',
  zone: '/zone',
  import: '/import',
  links: '/links',
  people: '/people',
  audit: '/audit',
  account: '/account',
  copy: '/copy',
} as const;
export type PageId = keyof typeof pagePaths;
const ids = Object.keys(pagePaths) as readonly PageId[];

/**
 * Finds the page of a path, with or without a slash at its end. `/overview` is the overview too.
 *
 * @returns undefined for a path without a page
 */
export function findPage(pathname: string): PageId | undefined {
  const path = pathname.replace(/\/+$/, '') || '/';
  const pattern =
    path === '/overview' ? '/' : /^\/projects\/[^/]+$/.test(path) ? '/projects/:code' : path;
  return ids.find((id) => pagePaths[id] === pattern);
}

/** The path of a project's page. */
export const projectPath = (code: string): string => `/projects/${encodeURIComponent(code)}`;
