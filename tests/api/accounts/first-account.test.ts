import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '#contract/service/schemas.ts';
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { goodPassword, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const files = {
  '/sign-in.html': '<!doctype html><html lang="zh-CN"><title>Headway</title>sign in here</html>',
};
let oneTimeKey: OneTimeKey;
let api: TestApi;
beforeEach(async () => {
  oneTimeKey = new OneTimeKey(() => Date.now());
  api = await openApi(undefined, {
    oneTimeKey,
    passwords: plainPasswords,
    config: { loopback: false, hosts: [], version: 'test' },
    renderPage: ({ queries }) =>
      Promise.resolve({ html: `<html>the zone of ${JSON.stringify(queries)}</html>` }),
    assets: async (path) => {
      const text = Object.entries(files).find(([name]) => name === path)?.[1];
      return text === undefined
        ? undefined
        : { bytes: new TextEncoder().encode(text), type: 'text/html', immutable: false };
    },
  });
});
afterEach(() => api.close());
const html = { accept: 'text/html', 'accept-language': 'ja' };

test('the person who opened the one-time key makes the first account; then the key, its page and its session are void', async () => {
  const key = await oneTimeKey.issueKey();
  const ada = new TestBrowser(api);
  expect(
    (
      await ada.send('POST', '/api/v1/accounts', {
        login: 'eve@x.org',
        name: 'Eve',
        password: goodPassword,
      })
    ).status,
  ).toBe(404);
  expect(await ada.json<Session>('POST', '/api/v1/session', { key })).toMatchObject({
    mode: 'key',
    role: 'manager',
  });
  const before = ada.copy();
  await ada.json('POST', '/api/v1/accounts', {
    login: 'ada@x.org',
    name: 'Ada',
    password: goodPassword,
  });
  expect(await ada.json<Session>('GET', '/api/v1/session')).toMatchObject({
    mode: 'account',
    role: 'admin',
  });
  expect((await before.send('GET', '/api/v1/overview')).status).toBe(401);
  const other = await oneTimeKey.issueKey();
  expect((await new TestBrowser(api).send('POST', '/api/v1/session', { key: other })).status).toBe(
    404,
  );
  expect((await new TestBrowser(api).send('GET', '/key', undefined, html)).status).toBe(404);
});

test('an anonymous request for a page gets the sign-in page: same address, own language, nothing of the zone', async () => {
  const ada = new TestBrowser(api);
  await ada.json('POST', '/api/v1/session', { key: await oneTimeKey.issueKey() });
  await ada.json('POST', '/api/v1/accounts', {
    login: 'ada@x.org',
    name: 'Ada',
    password: goodPassword,
  });
  for (const path of ['/', '/projects/A01?as_of=2021-01-01', '/people']) {
    const response = await new TestBrowser(api).send('GET', path, undefined, html);
    const text = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([401, 'no-store']);
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('sign in here');
    expect(text).not.toMatch(/青岛|Qingdao|the zone of/);
  }
  expect((await new TestBrowser(api).send('GET', '/join', undefined, html)).status).toBe(200);
  const mine = await (await ada.send('GET', '/', undefined, html)).text();
  expect(mine).toContain('"name":"Ada"');
  const bo = new TestBrowser(api);
  const { address } = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
    login: 'bo@x.org',
    role: 'admin',
  });
  await bo.json('POST', '/api/v1/invitations/accept', {
    secret: address.slice(6),
    name: 'Bo',
    password: goodPassword,
  });
  expect(await (await bo.send('GET', '/', undefined, html)).text()).toContain('"name":"Bo"');
});

test('no response of a sign-in or an invitation is stored for a repeated request', async () => {
  const ada = new TestBrowser(api);
  await ada.json('POST', '/api/v1/session', { key: await oneTimeKey.issueKey() });
  const once = { 'idempotency-key': 'again' };
  await ada.json(
    'POST',
    '/api/v1/accounts',
    { login: 'ada@x.org', name: 'Ada', password: goodPassword },
    once,
  );
  const eve = new TestBrowser(api);
  await eve.json('POST', '/api/v1/sign-in', { login: 'ada@x.org', password: goodPassword }, once);
  const makeAccount = async () =>
    (
      await ada.json<{ address: string }>(
        'POST',
        '/api/v1/invitations',
        { login: 'bo@x.org', role: 'viewer' },
        once,
      )
    ).address;
  expect(await makeAccount()).not.toBe(await makeAccount());
  expect(await api.db.read.selectFrom('idempotency_answer').selectAll().execute()).toEqual([]);
});
