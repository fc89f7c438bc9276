import { expect, test } from 'vitest';
import type { Principal } from '#server/core/policy.ts';
import { limitExportCaller, requireDataAddress, takeExportToken } from './export-token.ts';

const site = 'https://headway.test';
const get = (path: string) => new Request(`${site}${path}`);

test('no later step sees the token of an address, and other parameters stay', () => {
  const clean = takeExportToken(
    get('/api/v1/charts/targets.csv?lang=en&export_token=hwx_1&cur=JPY'),
  );
  expect(clean.exportToken).toBe('hwx_1');
  expect(clean.request.url).toBe(`${site}/api/v1/charts/targets.csv?lang=en&cur=JPY`);
  expect(clean.url.href).toBe(clean.request.url);
});
test('a request without such a token stays the same object', () => {
  const request = get('/api/v1/charts/targets.csv');
  expect(takeExportToken(request)).toMatchObject({ request });
  expect(takeExportToken(request).exportToken).toBeUndefined();
});

test('only a token for exports may stand in an address', () => {
  const path = '/api/v1/documents/pack.zip';
  expect(() => requireDataAddress('hwx_1', get(path), path)).not.toThrow();
  expect(() => requireDataAddress('hwt_1', get(path), path)).toThrow(
    expect.objectContaining({ code: 'sign_in_required' }),
  );
});

test('a caller with an export token reads files of data, and nothing else', () => {
  const call = (path: string, method = 'GET', mode: Principal['mode'] = 'export') => {
    const principal = { id: 'u', name: 'Ada (sheet)', role: 'manager', mode } as const;
    return () => limitExportCaller({ principal }, new Request(site + path, { method }), path);
  };
  for (const path of [
    '/api/v1/charts/targets.csv',
    '/api/v1/documents/projects.csv',
    '/api/v1/saved-charts/c1/files/chart.csv',
  ])
    expect(call(path)).not.toThrow();
  const forbidden = expect.objectContaining({ code: 'forbidden' });
  for (const path of [
    '/api/v1/projects',
    '/api/v1/charts',
    '/api/v1/charts/a/b',
    '/api/v1/account',
  ])
    expect(call(path)).toThrow(forbidden);
  expect(call('/api/v1/documents/projects.csv', 'DELETE')).toThrow(forbidden);
  expect(call('/api/v1/projects', 'GET', 'token')).not.toThrow();
});
