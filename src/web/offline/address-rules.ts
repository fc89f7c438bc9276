import { findPage, type PageId } from '#contract/core/pages.ts';
import { exportTokenParameter } from '#contract/core/endpoint.ts';
import { offlineShellPath } from '#contract/core/offline.ts';

/** The contents of the cache: drawn pages, API responses, pictures in pages, and code files. */
export type CopyKind = 'page' | 'answer' | 'picture' | 'file';

/** The pages with data of the zone. Pages of people, links, requests and files are not kept. */
const dataPages: ReadonlySet<PageId | undefined> = new Set<PageId>([
  'overview',
  'outlook',
  'projects',
  'project',
  'pipeline',
  'changes',
  'charts',
  'figures',
  'forecasts',
  'report',
  'month',
  'months',
  'zone',
]);

/**
 * The reads of these pages, below `/api/v1/`. The session is none of them: each page brings it, and
 * the page reads it as its probe, which no copy may answer.
 */
const dataAnswers = [
  /^(zone|overview|overview\/totals|changes|forecasts|outlook|pipeline|board|report)$/,
  /^(summary|doubts|charts|saved-charts|owners|decisions|declared-statuses|value-evidence|indicators|periods)$/,
  /^(exchange-rates|exchange-rates\/removed|explanations|requests|proposals)$/,
  /^analysis\/[^/]+$/,
  /^explanations\/[^/]+$/,
  /^indicators\/[^/]+\/observations$/,
  /^periods\/[^/]+$/,
  /^projects(\/[^/]+(\/(history|judgements|issues|evidence))?)?$/,
];
/** The pictures of these pages, below `/api/v1/`. */
const dataPictures = /^(charts\/[^/]+\.svg|zone\/logos\/[^/]+)$/;

const api = '/api/v1/';

/** The parts of a request that the rules read. */
export interface RequestParts
  extends Pick<Request, 'method' | 'url' | 'mode' | 'destination' | 'cache'> {
  readonly headers: Pick<Headers, 'has'>;
}

/** Whether an address is that of a page that is kept. */
export const isDataPage = (pathname: string): boolean => dataPages.has(findPage(pathname));
/** Whether an address is that of a file of code or of the page without data. */
export const isCodeFile = (pathname: string): boolean =>
  /^\/assets\/[^/]+$/.test(pathname) || pathname === offlineShellPath;

/** Whether an address is that of a read of these pages. */
export const isDataAnswer = (pathname: string): boolean =>
  pathname.startsWith(api) &&
  dataAnswers.some((pattern) => pattern.test(pathname.slice(api.length)));

/**
 * Finds what a request is to the worker. Only reads of this site by its own pages are taken, without
 * a token. A request that asks for no stored answer, such as a probe, is left alone.
 *
 * @returns undefined for a request that the worker leaves to the browser
 */
export function findCopyKind(request: RequestParts, origin: string): CopyKind | undefined {
  const { method, mode, destination, cache, headers } = request;
  const url = new URL(request.url);
  if (method !== 'GET' || url.origin !== origin || cache === 'no-store') return undefined;
  if (headers.has('authorization') || headers.has('range')) return undefined;
  if (url.searchParams.has(exportTokenParameter)) return undefined;
  const { pathname } = url;
  if (mode === 'navigate')
    return destination === 'document' && isDataPage(pathname) ? 'page' : undefined;
  if (isCodeFile(pathname)) return 'file';
  if (destination === 'image')
    return pathname.startsWith(api) && dataPictures.test(pathname.slice(api.length))
      ? 'picture'
      : undefined;
  return destination === '' && isDataAnswer(pathname) ? 'answer' : undefined;
}
