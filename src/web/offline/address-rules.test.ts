import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagePaths } from '#contract/core/pages.ts';
import { endpoints } from '#contract/endpoints.ts';
import { findCopyKind, isDataPage, type RequestParts } from './address-rules.ts';

const origin = 'https://headway.example';
const read = (path: string, more: Partial<RequestParts> = {}): RequestParts => ({
  method: 'GET',
  url: new URL(path, origin).href,
  mode: 'cors',
  destination: '',
  cache: 'default',
  headers: new Headers(),
  ...more,
});
const open = (path: string, more: Partial<RequestParts> = {}): RequestParts =>
  read(path, { mode: 'navigate', destination: 'document', ...more });
const find = (request: RequestParts) => findCopyKind(request, origin);

test('keeps the pages with data of the zone, and none of people, links, requests or files', () => {
  const paths = Object.entries(pagePaths)
    .filter(([, path]) => isDataPage(path.replace(':code', 'A01')))
    .map(([id]) => id);
  expect(paths).toEqual(
    'overview outlook projects project pipeline changes charts figures forecasts report month months zone'.split(
      ' ',
    ),
  );
  expect(find(open('/projects/A01?lang=en'))).toBe('page');
  for (const path of ['/s/abc', '/s', '/e', '/r', '/join', '/sign-in', '/key', '/people', '/links'])
    expect([path, find(open(path))]).toEqual([path, undefined]);
});

test('keeps the answers of these pages, and no other endpoint', () => {
  const ids = Object.entries(endpoints)
    .filter(
      ([, { method, path }]) =>
        method === 'GET' && find(read(path.replaceAll(/:\w+/g, 'x'))) === 'answer',
    )
    .map(([id]) => id)
    .toSorted();
  expect(ids).toEqual(
    [
      ...['board', 'breakdown', 'changes', 'columns', 'completeness', 'distribution', 'doubts'],
      ...['explanation', 'forecasts', 'funnel', 'judgements', 'listCharts', 'listDecisions'],
      ...['listEvidence', 'listExchangeRates', 'listIndicators', 'listIssues', 'listMeasures'],
      ...['listObservations', 'listOwners', 'listPeriods', 'listProjects', 'listProposals'],
      ...['listRemovedRates', 'listRequests', 'listSavedCharts', 'listValueEvidence'],
      ...['moneyLadder', 'outlook', 'overview', 'overviewTotals', 'period', 'pipeline', 'project'],
      ...['projectHistory', 'projectTimeline', 'report', 'series', 'stageTime'],
      ...['summary', 'zone', 'listDeclaredStatuses'],
    ].toSorted(),
  );
});

test('takes a picture only where a page shows it, and a file only from the folder of files', () => {
  const image = { destination: 'image', mode: 'no-cors' } as const;
  expect(find(read('/api/v1/charts/progress.svg?lang=en', image))).toBe('picture');
  expect(find(read('/api/v1/charts/progress.svg?lang=en'))).toBeUndefined();
  expect(find(read('/api/v1/charts/progress.csv', image))).toBeUndefined();
  expect(find(read('/assets/a-1.js', { destination: 'script' }))).toBe('file');
  expect(find(read('/assets/../offline.js'))).toBeUndefined();
});

const pathPart = fc.constantFrom(
  ...['s', 'e', 'r', 'api', 'v1', 'shared', 'open-requests', 'documents', 'audit', 'people'],
  ...['account', 'events', 'session', 'overview', 'projects', 'charts', 'assets', 'sign-in', 'x'],
  ...['calendars', 'links', 'imports', 'tokens', '..', '%2e%2e', '%2F', 'a.svg', 'report'],
);
const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'),
  host: fc.constantFrom(origin, 'https://other.example', 'http://headway.example'),
  path: fc.array(pathPart, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
  search: fc.constantFrom('', '?lang=en', '?export_token=hwx_1', '?a=1&export_token='),
  mode: fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin'),
  destination: fc.constantFrom('', 'document', 'iframe', 'image', 'script', 'embed'),
  cache: fc.constantFrom('default', 'no-store', 'no-cache', 'reload'),
  header: fc.constantFrom('accept', 'authorization', 'range'),
});
test('never takes links, requests, tokens, exports, streams, changes or other sites', () => {
  fc.assert(
    fc.property(anyRequest, ({ method, host, path, search, header, ...more }) => {
      const url = new URL(path + search, host);
      const kind = find({
        method,
        url: url.href,
        headers: new Headers({ [header]: 'x' }),
        mode: more.mode as RequestMode,
        destination: more.destination as RequestDestination,
        cache: more.cache as RequestCache,
      });
      if (kind === undefined) return;
      expect(method).toBe('GET');
      expect(url.origin).toBe(origin);
      expect(header).toBe('accept');
      expect(more.cache).not.toBe('no-store');
      expect(url.searchParams.has('export_token')).toBe(false);
      expect(url.pathname).not.toMatch(/^\/(s|e|r|sign-in|join|key)(\/|$)/);
      expect(url.pathname).not.toMatch(
        /^\/api\/v1\/(shared|open-requests|documents|audit|people|account|events|calendars|links|imports|tokens|sign-in)/,
      );
      expect(kind === 'page').toBe(more.mode === 'navigate');
    }),
    { numRuns: 3000 },
  );
});
