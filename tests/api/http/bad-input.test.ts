import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Overview } from '#domain/overview/overview.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

interface Answered {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}
const path = '/api/v1/indicators/companies/observations';
const entry = { period: '2021-03', value: '42' };

describe.each(engines)('bad input on $name', (engine) => {
  let api: TestApi;
  let before: Overview;
  beforeAll(async () => {
    api = await openApi(engine);
    before = await api.get<Overview>('/api/v1/overview');
  });
  afterAll(async () => {
    // none of these requests changed anything
    expect(await api.get<Overview>('/api/v1/overview')).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(api.log).toEqual([]);
    await api.close();
  });
  const ask = async (url: string): Promise<Answered> => {
    const response = await api.send('GET', url);
    return {
      code: 'ok',
      detail: '',
      ...((await response.json()) as object),
      status: response.status,
    } as Answered;
  };
  const send = async (body: unknown, url = path): Promise<Answered> => {
    const response = await api.send('POST', url, { body });
    return {
      code: 'ok',
      detail: '',
      ...((await response.json()) as object),
      status: response.status,
    } as Answered;
  };

  test('an unknown parameter is rejected by name, and the reply lists the allowed ones', async () => {
    const { status, code, detail } = await ask('/api/v1/overview?asof=2021-01-01');
    expect([status, code]).toEqual([400, 'unknown_parameter']);
    expect(detail).toContain('asof');
    expect(detail).toContain('as_of, known_at, compare, plan');
    expect((await ask('/api/v1/charts/targets.csv?raw=1')).detail).toContain(
      'as_of, known_at, compare, plan, lang, theme, size, scale, measure, range, csv',
    );
  });

  test.each([
    '?sort=name;select 1',
    '?sort=(select 1)',
    '?sort=__proto__',
    '?limit=-1',
    '?limit=1e9',
    '?limit=0',
    '?limit=501',
    '?limit=1.5',
    '?stage=nope',
    '?status=active,nope',
    '?cursor=%27%20or%201=1',
    '?q=a%00b',
    '?q=%E0%A4%A',
    '?q=a&q=b',
    '?offset=1',
    `?q=${'x'.repeat(10_000)}`,
    '?cursor=eyJrbm93biI6MX0',
    '?as_of=2023-02-29',
    '?as_of=2021-1-1',
    '?as_of=0001-01-01',
    '?as_of=10000-01-01',
    '?as_of=1767225600',
    '?as_of=2021-04-16T00:00:00Z',
    '?as_of=2016-12-31T23:59:60Z',
    '?as_of=2026-W53',
    '?as_of=31.12.2026',
  ])('projects%s is a 400', async (query) => {
    expect((await ask(`/api/v1/projects${query}`)).status).toBe(400);
  });
  test.each([
    "' OR '1'='1",
    "'; DROP TABLE projects;--",
    '1); SELECT pg_sleep(5);--',
    '%',
    '_',
    '\\%',
    `$1 ? :name \${x}`,
    '<script>window.__xss=1</script>',
    `${'a'.repeat(30)}!`,
  ])('a search for %s finds it literally', async (q) => {
    const { items, total } = await api.get<{ items: unknown[]; total: number }>(
      `/api/v1/projects?q=${encodeURIComponent(q)}`,
    );
    expect([items, total]).toEqual([[], 0]);
  });
  test.each(['?as_of=2024-02-29', '?as_of=2199-12-31', '?compare=none', '?compare=yoy'])(
    'overview%s returns 200',
    async (query) => {
      expect((await ask(`/api/v1/overview${query}`)).status).toBe(200);
    },
  );
  test.each([
    '?compare=2021-04-16',
    '?compare=2022-01-01',
    '?compare=tomorrow',
    '?plan=curve',
    '?as_of=',
  ])('overview%s is a 400', async (query) => {
    expect((await ask(`/api/v1/overview${query}`)).status).toBe(400);
  });
  test.each([
    '?lang=fr',
    '?theme=blue',
    '?size=9999x9999',
    '?measure=nope',
    '?range=all',
    '?csv=1',
  ])('a chart with %s is a 400', async (query) => {
    expect((await ask(`/api/v1/charts/progress.csv${query}`)).status).toBe(400);
  });

  test.each([
    '9007199254740993.00000000001',
    '1e309',
    '1e5',
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '-0.00',
    '-1',
    '1.5',
    '1,234',
    '1.234,56',
    '1\u00a0234',
    '٣٫٥',
    '(1,000)',
    '12%',
    '',
    ' 42',
    '+42',
    '0x10',
    '007',
    '9'.repeat(30),
  ])('the value %j is refused', async (value) => {
    expect((await send({ ...entry, value })).status).toBe(400);
  });
  test.each([1, true, [1], ['42'], { $ne: null }, { raw: '1=1' }, undefined])(
    'a value of another type (%j) is rejected',
    async (value) => {
      expect((await send({ ...entry, value })).status).toBe(400);
    },
  );
  test.each([
    '2021-13',
    '2021-00',
    '2021-3',
    '2021-03-01',
    'Q3 2026',
    '2026',
    '1899-12',
    '2201-01',
    '2021-06',
    '',
  ])('the period %j is refused', async (period) => {
    expect((await send({ ...entry, period })).status).toBe(400);
  });
  test.each([
    { ...entry, role: 'manager' },
    { ...entry, id: 1 },
    { ...entry, revision: 7 },
    { ...entry, origin: 'sample' },
    { ...entry, author: 'me' },
    { ...entry, missing: 'not_reported' },
    { ...entry, data_status: 'certain' },
    { ...entry, note: 'a\u0000b' },
    { ...entry, note: '\ud800' },
    { ...entry, note: 'x'.repeat(501) },
    { ...entry, source: '\u0001' },
    { ...entry, confirm: 'true' },
    [entry],
    null,
    'text',
    7,
    {},
  ])('the body %# is refused and no part of it applies', async (body) => {
    expect((await send(JSON.stringify(body))).status).toBe(400);
  });
  test('no key reaches a prototype', async () => {
    expect(
      (await send('{"__proto__":{"isAdmin":true},"period":"2021-03","value":"42"}')).code,
    ).toBe('unknown_parameter');
    expect(
      (await send('{"constructor":{"prototype":{"isAdmin":true}},"period":"2021-03","value":"42"}'))
        .code,
    ).toBe('unknown_parameter');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
  test('a body that is not JSON, too deep, too large or too wide is rejected', async () => {
    for (const body of ['{', '', ' ', '{"a":1}}', '\u{feff}nope'])
      expect((await send(body)).code).toBe('bad_json');
    expect((await send('['.repeat(200_000))).code).toBe('bad_json');
    expect((await send(`${'['.repeat(30)}1${']'.repeat(30)}`)).code).toBe('bad_json');
    const wide = JSON.stringify(
      Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, 1])),
    );
    const refusal = await send(wide);
    expect([refusal.status, JSON.stringify(refusal).length < 20_000]).toEqual([400, true]);
    expect((await send({ ...entry, note: 'x'.repeat(1024 * 1024) })).status).toBe(413);
  });
  test('a large body without Content-Length is counted while it arrives', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let left = 40;
    const body = new ReadableStream<Uint8Array>({
      pull: (c) => (left-- > 0 ? c.enqueue(chunk) : c.close()),
    });
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { origin: 'http://localhost:4280', 'content-type': 'application/json' },
    } as RequestInit;
    expect((await api.app.fetch(new Request(`http://localhost:4280${path}`, init))).status).toBe(
      413,
    );
    expect(left).toBeGreaterThan(10);
  });
  test.each([
    'A\u0000',
    '../../etc/passwd',
    '__proto__',
    "' or 1=1",
    ':code',
    '*',
    'undefined',
    '%2e%2e',
    'x'.repeat(500),
  ])('a project with the code %j is neither a 5xx nor a project', async (code) => {
    expect([400, 404]).toContain(
      (await api.send('GET', `/api/v1/projects/${encodeURIComponent(code)}`)).status,
    );
  });
  test.each([
    '//api/v1/projects',
    '/api%2Fv1/projects',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/package.json',
    '/.env',
    '/index.html',
    '/api/v1/',
    '/api/v1/projects/',
  ])('%s is not found', async (url) => {
    expect((await api.send('GET', url)).status).toBe(404);
  });
});
