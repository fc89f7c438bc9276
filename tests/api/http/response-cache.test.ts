import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressOnNode } from '#server/cli/server/compression.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { watchQueries } from '../../setup/api/watch-queries.ts';

let api: TestApi;
let queries = 0;
let away = false;
beforeAll(async () => {
  const store = await engines[0]?.open();
  if (store === undefined) throw new Error('no store');
  const db = watchQueries(store.db, () => {
    queries += 1;
    if (away) throw Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
  });
  api = await openApi(
    { name: 'sqlite', open: async () => ({ db, close: store.close }) },
    { compress: compressOnNode },
  );
});
afterAll(() => api.close());

test('an unchanged response is a 304 by its ETag in every encoding', async () => {
  for (const path of [
    '/api/v1/overview',
    '/api/v1/projects?limit=5',
    '/api/v1/session',
    '/api/v1/health',
    '/api/openapi.json',
    '/key',
  ]) {
    const plain = await api.send('GET', path);
    const packed = await api.send('GET', path, { headers: { 'accept-encoding': 'gzip, br' } });
    const [tag, packedTag] = [plain.headers.get('etag') ?? '', packed.headers.get('etag') ?? ''];
    expect(tag).toMatch(/^"[0-9a-f.]+"$/);
    expect(plain.headers.get('vary')).toContain('accept-encoding');
    expect(packedTag === tag).toBe(packed.headers.get('content-encoding') === null);
    for (const knownTag of [tag, packedTag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await api.send('GET', path, { headers: { 'if-none-match': knownTag } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    }
    expect((await api.send('GET', path, { headers: { 'if-none-match': '"other"' } })).status).toBe(
      200,
    );
  }
});

test('each encoding gives the same content, and clients without encodings get none', async () => {
  const path = '/api/v1/overview?compare=none';
  const plain = await (await api.send('GET', path)).text();
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  for (const [accepted, name, unpack] of [
    ['br', 'br', brotliDecompressSync],
    ['gzip;q=0.5', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
  ] as const) {
    const response = await api.send('GET', path, { headers: { 'accept-encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(name);
    expect(unpack(new Uint8Array(await response.arrayBuffer())).toString()).toBe(plain);
  }
  for (const accepted of ['identity', '', 'br;q=0', 'brotli'])
    expect(
      (await api.send('GET', path, { headers: { 'accept-encoding': accepted } })).headers.has(
        'content-encoding',
      ),
    ).toBe(false);
});

test('a thousand unchanged reads cost hardly a query', async () => {
  await api.send('GET', '/api/v1/overview');
  queries = 0;
  const start = performance.now();
  for (let i = 0; i < 1000; i += 1) await api.send('GET', '/api/v1/overview');
  // the present revision is read at most four times a second
  expect(queries).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - start) / 250));
});

test('while the store is unavailable cached responses are served, and the rest is a 503 with Retry-After', async () => {
  const before = await (await api.send('GET', '/api/v1/overview')).text();
  away = true;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const response = await api.send('GET', '/api/v1/overview');
  const fresh = await api.send('GET', '/api/v1/overview?plan=straight');
  away = false;
  expect([response.status, await response.text()]).toEqual([200, before]);
  expect([fresh.status, fresh.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await fresh.text()).not.toContain('refused');
  expect((await api.send('GET', '/api/v1/overview?plan=straight')).status).toBe(200);
});

test('the next read shows a change', async () => {
  const revision = async () =>
    ((await (await api.send('GET', '/api/v1/overview')).json()) as { revision: number }).revision;
  const before = await revision();
  await api.send('POST', '/api/v1/samples', { body: { sample: 'none' } });
  await api.send('POST', '/api/v1/samples', { body: { sample: 'sample' } });
  expect(await revision()).toBeGreaterThan(before);
});
