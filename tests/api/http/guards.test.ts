import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApi, origin, type TestApi } from '../../setup/api/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const raw = (path: string, init: RequestInit = {}) =>
  api.app.fetch(new Request(`${origin}${path}`, init));
const code = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code;

test('a change from another site is rejected, for an upload and for a PATCH', async () => {
  const form = new FormData();
  form.set('file', new File(['a'], 'a.csv'));
  expect(
    (
      await raw('/api/v1/imports', {
        method: 'POST',
        body: form,
        headers: { origin: 'http://evil.example' },
      })
    ).status,
  ).toBe(403);
  expect(
    (
      await raw('/api/v1/zone', {
        method: 'PATCH',
        body: '{}',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      })
    ).status,
  ).toBe(403);
});

test('another site cannot read in the background, but its readers can follow a link', async () => {
  expect(
    await code(
      await raw('/api/v1/overview', {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      }),
    ),
  ).toBe('forbidden_origin');
  expect(
    await code(
      await raw('/api/v1/overview', {
        headers: { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
      }),
    ),
  ).toBe('forbidden_origin');
  expect(
    (
      await raw('/api/v1/overview', {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      })
    ).status,
  ).toBe(200);
  const { headers } = await raw('/api/v1/overview', { headers: { origin: 'http://evil.example' } });
  expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});

describe('the Host header', () => {
  const at = (host: string) => raw('/api/v1/overview', { headers: { host } });
  test.each(['localhost', 'localhost:1234', '127.0.0.1:80', '[::1]:4280', 'LOCALHOST:4280'])(
    '%s is this computer',
    async (host) => {
      expect((await at(host)).status).toBe(200);
    },
  );
  test.each([
    'evil.example',
    '127.0.0.1.evil.example',
    'localhost.evil.example:4280',
    '10.0.0.1',
    '0.0.0.0:4280',
    'localhost@evil.example',
  ])('%s is not', async (host) => {
    expect(await code(await at(host))).toBe('host_not_allowed');
  });
  test('is accepted when HEADWAY_HOSTS names it, also where no loopback is bound', async () => {
    const named = await openApi(undefined, {
      config: { loopback: true, hosts: ['zone.example.org'], version: 'test' },
    });
    const outside = await openApi(undefined, {
      config: { loopback: false, hosts: [], version: 'test' },
    });
    const status = async (one: TestApi, host: string) =>
      (await one.app.fetch(new Request(`${origin}/api/v1/health`, { headers: { host } }))).status;
    expect(await status(named, 'zone.example.org:8080')).toBe(200);
    expect(await status(named, 'other.example.org')).toBe(421);
    expect(await status(outside, '10.0.0.1:4280')).toBe(200);
    expect(await status(outside, 'zone.example.org')).toBe(421);
    await named.close();
    await outside.close();
  });
});

test('an unknown page responds in the language of the address, or of the reader', async () => {
  const page = async (path: string, accepted: string) =>
    (await raw(path, { headers: { accept: 'text/html', 'accept-language': accepted } })).text();
  const english = await page('/nothing?lang=en', 'ja');
  expect(english).toContain('<html lang="en">');
  expect(english).toContain('Nothing is at this address');
  expect(english).not.toContain('アドレス');
  expect(await page('/nothing', 'ja,en;q=0.5')).toContain('href="/?lang=ja"');
});

test('every status has the security headers and names no software', async () => {
  const tag = (await raw('/api/v1/zone')).headers.get('etag') ?? '';
  const answers: readonly [number, Response][] = [
    [200, await raw('/api/v1/zone')],
    [304, await raw('/api/v1/zone', { headers: { 'if-none-match': tag } })],
    [204, await raw('/api/v1/zone', { method: 'OPTIONS' })],
    [400, await raw('/api/v1/overview?x=1')],
    [403, await raw('/api/v1/samples', { method: 'POST' })],
    [404, await raw('/nothing')],
    [404, await raw('/nothing', { headers: { accept: 'text/html' } })],
    [405, await raw('/api/v1/zone', { method: 'DELETE', headers: { origin } })],
    [
      413,
      await raw('/api/v1/samples', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: 'x'.repeat(1024 * 1024 + 1),
      }),
    ],
    [
      415,
      await raw('/api/v1/samples', {
        method: 'POST',
        headers: { origin, 'content-type': 'text/plain' },
        body: '{}',
      }),
    ],
    [421, await raw('/api/v1/zone', { headers: { host: 'evil.example' } })],
    [200, await raw('/key')],
    [200, await raw('/door.js')],
  ];
  for (const [status, response] of answers) {
    expect(response.status).toBe(status);
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';.*require-trusted-types-for 'script'; trusted-types headway-offline; report-uri \/policy-report$/,
    );
    for (const name of [
      'x-content-type-options',
      'referrer-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
    ])
      expect(response.headers.has(name)).toBe(true);
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
      expect(response.headers.has(name)).toBe(false);
  }
  expect(
    (await raw('/api/v1/health', { headers: { 'x-forwarded-proto': 'https' } })).headers.get(
      'strict-transport-security',
    ),
  ).toContain('max-age=31536000');
  expect((await raw('/api/v1/health')).headers.has('strict-transport-security')).toBe(false);
});

test('a wrong method gets the list of allowed ones, and method override headers are ignored', async () => {
  const wrong = await raw('/api/v1/projects', { method: 'PUT', headers: { origin } });
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
  expect(
    (await raw('/api/v1/projects/A01', { headers: { 'x-http-method-override': 'DELETE' } })).status,
  ).toBe(200);
  const head = await raw('/api/v1/overview', { method: 'HEAD' });
  expect([
    head.status,
    await head.text(),
    Number(head.headers.get('content-length')) > 1000,
  ]).toEqual([200, '', true]);
});

test('a server error shows no stack, and the log has the same reference', async () => {
  const brokenApi = await openApi(undefined, {
    renderPage: () => Promise.reject(new Error('secret words')),
  });
  const response = await brokenApi.app.fetch(new Request(`${origin}/`));
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toContain('secret words');
  expect(brokenApi.log).toMatchObject([
    { status: 500, path: '/', reference: (JSON.parse(text) as { reference: string }).reference },
  ]);
  expect(brokenApi.log[0]?.error).toContain('secret words');
  await brokenApi.close();
});
