/** The address of each page: the server answers these, and the browser shows them. `:code` is a project's. */
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

/** The page that a path leads to, with or without a slash at its end; `/overview` is the overview too. */
export function pageOf(pathname: string): PageId | undefined {
  const path = pathname.replace(/\/+$/, '') || '/';
  const of =
    path === '/overview' ? '/' : /^\/projects\/[^/]+$/.test(path) ? '/projects/:code' : path;
  return ids.find((id) => pagePaths[id] === of);
}

/** The address of a project's page. */
export const projectPath = (code: string): string => `/projects/${encodeURIComponent(code)}`;
