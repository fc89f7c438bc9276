// R-16. Seen to fail: with the headers set on answers of 200 only, 4,911 faults; without
// `...headers` in cli/server/listen.ts, requests that Node's parser refuses and unknown methods
// lack them; without isOneAddress there, invalid addresses do.
import { compact } from '#domain/values/compact.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { policyReportPath } from '#server/http/security-headers.ts';
import { policy } from '#server/core/policy.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { watchQueries } from '../../setup/api/watch-queries.ts';
import { addressOf, walk } from './contract-walk.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { listening, rawRequest, requestText, type RawAnswer } from './raw-http.ts';
import { routesOf } from '../links/fuzz.ts';

type Headers = Readonly<Record<string, string>>;
const patterns: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none'; .*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\)/,
  'x-frame-options': /^DENY$/,
  'x-robots-tag': /noindex/,
  'cache-control': /no-cache|no-store|immutable/,
};
const never = /^(server|x-powered-by|x-runtime|via|access-control-.*)$/;

/**
 * Finds the faults in the headers of one answer. Over plain http, or where it is unknown, no answer
 * may require https.
 */
function headerFaults(what: string, answer: RawAnswer, https: boolean): readonly string[] {
  const faults = Object.entries(patterns)
    .filter(([name, form]) => !form.test(answer.headers.get(name) ?? ''))
    .map(
      ([name]) => `${what}: ${answer.status} with ${name}: ${answer.headers.get(name) ?? 'absent'}`,
    );
  for (const name of answer.headers.keys())
    if (never.test(name)) faults.push(`${what}: ${answer.status} with ${name}`);
  const years =
    Number(/^max-age=(\d+)/.exec(answer.headers.get('strict-transport-security') ?? '')?.[1] ?? 0) /
    31_536_000;
  if (https ? years < 1 : years > 0)
    faults.push(`${what}: ${answer.status} with https only for ${years} years`);
  const type = answer.headers.get('content-type') ?? '';
  const empty = answer.status === 304 || answer.status === 204;
  if (!empty && type === '') faults.push(`${what}: ${answer.status} without a type`);
  if (/^(text\/|application\/(problem\+)?json)/.test(type) && !/charset=utf-8$/.test(type))
    faults.push(`${what}: ${type} without its charset`);
  return faults;
}

/** Refused before routing: by Node's parser, or since no app could be called. */
const beforeRouting: readonly (readonly [number, string, boolean])[] = [
  [431, requestText('GET', '/', { x: 'x'.repeat(64 * 1024) }), false],
  [400, 'nonsense\r\n\r\n', false],
  [400, requestText('POST', '/', { 'content-length': '1, 2' }), false],
  [400, requestText('GET', '/', { host: 'a b', 'x-forwarded-proto': 'https' }), true],
  ...['*', '/\\evil.example', 'http://[::bad/', 'http://evil.example/', 'ftp://127.0.0.1/'].map(
    (target) =>
      [400, requestText('OPTIONS', target, { 'x-forwarded-proto': 'https' }), true] as const,
  ),
  [400, requestText('GET', '/', { host: '2130706433', 'x-forwarded-proto': 'https' }), true],
  [400, requestText('GET', '/', { host: '127.0.0.1:99999', 'x-forwarded-proto': 'https' }), true],
  [
    200,
    requestText('GET', 'http://127.0.0.1/api/v1/health', { 'x-forwarded-proto': 'https' }),
    true,
  ],
  [405, requestText('TRACE', '/', { 'x-forwarded-proto': 'https' }), true],
  [417, requestText('GET', '/', { expect: 'magic', 'x-forwarded-proto': 'https' }), true],
  [421, requestText('GET', '/', { host: 'evil.example', 'x-forwarded-proto': 'https' }), true],
];
const isOfRequest = (address: string): boolean => address.startsWith('/api/v1/open-requests/');
const pages = [
  '/',
  '/projects',
  '/projects/P1',
  '/join',
  '/nothing',
  '/assets/app-1.js',
  '/assets/nothing.js',
  '/favicon.svg',
  '/shared-link.html',
];
const asset = { bytes: new TextEncoder().encode('x'), immutable: true } as const;
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

async function openHeaders(engine: TestEngine) {
  let isBroken = false;
  const store = await engine.open();
  const db = watchQueries(store.db, () => {
    if (isBroken) throw new Error('broken on purpose');
  });
  const api = await openApi(
    { ...engine, open: async () => ({ db, close: store.close }) },
    {
      passwords: plainPasswords,
      renderPage: async () => ({ html: '<!doctype html><title>x</title>' }),
      assets: async (path) =>
        /nothing|index/.test(path) || !/\.(js|svg|html)$/.test(path)
          ? undefined
          : { ...asset, type: types[path.split('.').at(-1) ?? ''] ?? '' },
    },
  );
  return { api, breakIt: () => (isBroken = true) };
}

/** Every route with each of its possible answers; also counts each status. */
async function walkApp(
  engine: TestEngine,
  https: boolean,
): Promise<{ readonly faults: string[]; readonly seen: Map<number, number> }> {
  const { api, breakIt } = await openHeaders(engine);
  const admin = await firstAdmin(api);
  const server = await listening(api.app);
  const faults: string[] = [];
  const counts = new Map<number, number>();
  const proxyHeaders: Headers = https ? { 'x-forwarded-proto': 'https' } : {};
  const bearer: Headers = {
    cookie: https
      ? admin.cookie.replace(
          /headway_(session|device)/g,
          (_, n) => `__Host-headway${n === 'device' ? '_device' : ''}`,
        )
      : admin.cookie,
  };
  const own: Headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const ask = async (
    method: string,
    path: string,
    headers: Headers = {},
    body = '',
    only?: readonly number[],
  ): Promise<RawAnswer> => {
    const answer = await rawRequest(
      server.port,
      requestText(method, path, { ...proxyHeaders, ...own, ...headers }, body),
    );
    const what = `${method} ${path.slice(0, 80)}`;
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    faults.push(...headerFaults(what, answer, https));
    if (only !== undefined && !only.includes(answer.status))
      faults.push(`${what}: was answered ${answer.status}, not ${only.join(' or ')}`);
    return answer;
  };
  const contract = new Map(walk().map((one) => [`${one.method} ${one.path}`, one]));
  const config = { loopback: true, hosts: [], version: 'x' };
  const routes = routesOf({
    db: api.db,
    importer: createImporter(inProcess),
    clock: () => new Date(),
    config,
  }).map(({ method, path }) => {
    const one = contract.get(`${method} ${path}`);
    return { method, path, one, address: one === undefined ? path : addressOf(one, one.needs) };
  });
  // signing out comes last: later requests would be anonymous
  const asIs = [
    ...routes.filter(({ one }) => one?.id !== 'signOut'),
    ...routes.filter(({ one }) => one?.id === 'signOut'),
  ];
  const pageRoutes = pages.map((address) => ({
    method: 'GET',
    path: address,
    one: undefined,
    address,
  }));
  for (const { method, address, one } of [...routes, ...pageRoutes]) {
    const isApi = one !== undefined;
    if (isApi)
      await ask(
        method,
        `${address}${address.includes('?') ? '&' : '?'}nothing_like_it=1`,
        bearer,
        '{}',
        [400, 404, 401],
      );
    await ask(
      method,
      address,
      {},
      '{}',
      one === undefined || 'open' in policy[one.id] ? undefined : [one.id === 'setUp' ? 404 : 401],
    );
    await ask(method, `${address.split('?')[0]}/nothing/here`, bearer, '', [404, 405]);
    if (one?.body !== undefined || one?.upload === true)
      await ask(
        method,
        address,
        {
          ...bearer,
          'content-length': String(80 * 1024 * 1024),
          ...compact({
            'content-type': one.upload ? 'multipart/form-data; boundary=x' : undefined,
          }),
        },
        '',
        // a company with a request is admitted before the body is read
        isOfRequest(address) ? [400, 401, 413] : [413, 404],
      );
    await ask('DELETE', address, { 'sec-fetch-site': 'cross-site' }, '', [403]);
  }
  for (const { method, address, one } of [...pageRoutes, ...asIs]) {
    const answer = await ask(
      method,
      address,
      { ...bearer, accept: 'text/html' },
      one?.body === undefined ? '' : JSON.stringify(one.body),
    );
    const tag = answer.headers.get('etag');
    if (method === 'GET' && answer.status === 200 && tag !== undefined)
      await ask(
        method,
        address,
        { ...bearer, accept: 'text/html', 'if-none-match': tag },
        '',
        [304],
      );
  }
  for (const [status, bytes, secure] of beforeRouting) {
    const answer = await rawRequest(server.port, bytes);
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    faults.push(...headerFaults(`before routing, ${bytes.slice(0, 30)}`, answer, secure));
    if (answer.status !== status)
      faults.push(`before routing, ${bytes.slice(0, 30)}: ${answer.status}, not ${status}`);
  }
  breakIt();
  for (const { method, address } of routes) {
    // readers of links, companies with requests, and browsers that report need no account: the
    // store is not queried for them
    const asksStore =
      !address.startsWith('/api/v1/shared/') &&
      !isOfRequest(address) &&
      address !== policyReportPath;
    await ask(
      method,
      address,
      { ...bearer, cookie: 'headway_session=x; __Host-headway=x' },
      '{}',
      asksStore ? [500] : undefined,
    );
  }
  await server.close();
  await api.close();
  for (const status of [200, 304, 400, 401, 404, 413, 500])
    if ((counts.get(status) ?? 0) < 5)
      faults.push(`only ${counts.get(status) ?? 0} answers of ${status}: this has tried little`);
  return { faults, seen: counts };
}

export const answerHeaders: ReliabilityTest = {
  id: 'R-16',
  title: 'headers of every route in every status',
  async run({ share }) {
    const faults: string[] = [];
    const lines: string[] = [];
    for (const engine of share < 1 ? engines.slice(0, 1) : engines)
      for (const https of share < 1 ? [true] : [true, false]) {
        const one = await walkApp(engine, https);
        faults.push(...one.faults);
        lines.push(
          `${engine.name}${https ? ' by https' : ''} ${[...one.seen]
            .toSorted()
            .map(([status, count]) => `${status} × ${count}`)
            .join(', ')}`,
        );
      }
    return outcome(lines.join('; '), faults);
  },
};
