// Seen to fail: without limitExportCaller, without the test of `exported` in the cache, with the
// token left in the address, and with the limit of `hwt_` tokens alone.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeToken, Token } from '#contract/accounts/schemas.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import {
  firstAdmin,
  invitePerson,
  plainPasswords,
  type TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, origin, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const day = 24 * 60 * 60 * 1000;
const data = '/api/v1/charts/targets.csv?lang=en';

describe.each(engines)('tokens for files of data on $name', (engine) => {
  let now = 0;
  let logged: string[] = [];
  let api: TestApi;
  let ada: TestBrowser;
  beforeEach(async () => {
    now = Date.parse('2021-05-10T08:00:00Z');
    logged = [];
    api = await openApi(engine, {
      passwords: plainPasswords,
      clock: () => new Date(now),
      log: (line) => logged.push(JSON.stringify(line)),
    });
    ada = await firstAdmin(api);
  });
  afterEach(async () => {
    api.app.close();
    await api.close();
  });
  const make = async (browser = ada, name = 'power query'): Promise<string> =>
    (
      await browser.json<MadeToken>('POST', '/api/v1/tokens', {
        name,
        role: 'analyst',
        days: 30,
        exports_only: true,
      })
    ).secret;
  /** As a tool that cannot send headers. */
  const get = (path: string, secret: string, method = 'GET'): Promise<Response> => {
    const url = new URL(path, origin);
    url.searchParams.set('export_token', secret);
    return api.app.fetch(new Request(url, { method }), { ip: '198.51.100.1' });
  };
  const inHeader = (path: string, secret: string): Promise<Response> =>
    api.app.fetch(
      new Request(`${origin}${path}`, { headers: { authorization: `Bearer ${secret}` } }),
      { ip: '198.51.100.1' },
    );
  const code = async (reply: Promise<Response>): Promise<number> => {
    const { status, body } = await reply;
    await body?.cancel();
    return status;
  };

  test('it reads charts, documents and saved charts as data, in the address or in a header', async () => {
    const secret = await make();
    expect(secret).toMatch(/^hwx_/);
    const csv = await get(data, secret);
    expect([csv.status, await csv.text()]).toEqual([200, expect.stringContaining('target_id')]);
    expect(csv.headers.get('referrer-policy')).toBe('no-referrer');
    expect(csv.headers.get('cache-control')).toBe('private, no-store');
    for (const path of [
      '/api/v1/charts/pipeline.json?lang=en&as_of=2021-04-16',
      '/api/v1/charts/targets.datapackage.json',
      '/api/v1/documents/projects.csv?lang=en',
      '/api/v1/documents/observations.csv?lang=zh-CN&csv=excel',
    ]) {
      expect([path, await code(get(path, secret))]).toEqual([path, 200]);
      expect([path, await code(inHeader(path, secret))]).toEqual([path, 200]);
    }
  });

  test('it reads nothing else, not even stored answers of others', async () => {
    const secret = await make();
    const others = [
      '/',
      '/api/v1/overview',
      '/api/v1/projects',
      '/api/v1/projects/A01',
      '/api/v1/people',
      '/api/v1/tokens',
      '/api/v1/session',
      '/api/v1/zone',
      '/api/v1/events',
      '/api/v1/charts',
      '/api/v1/documents',
      '/api/v1/charts/targets.svg',
      '/api/v1/documents/report.pptx',
      '/api/v1/revisions',
    ];
    for (const path of others.slice(1)) await code(ada.send('GET', path));
    for (const path of others) {
      expect([path, await code(get(path, secret))]).toEqual([path, 403]);
      expect([path, await code(inHeader(path, secret))]).toEqual([path, 403]);
    }
    expect(await code(get('/api/v1/zone', secret, 'PATCH'))).toBe(403);
    expect(await code(get('/api/v1/charts/targets.csv', secret, 'POST'))).toBe(403);
  });

  test('only its own kind may be part of an address, and a wrong one is refused', async () => {
    const script = await ada.json<MadeToken>('POST', '/api/v1/tokens', {
      name: 'script',
      role: 'manager',
    });
    expect(await code(get(data, script.secret))).toBe(401);
    const secret = await make();
    for (const wrong of ['', 'hwx_', `${secret}x`, secret.replace('hwx_', 'hwt_'), '😀'])
      expect([wrong, await code(get(data, wrong))]).toEqual([wrong, 401]);
    expect(await code(inHeader(data, secret.replace('hwx_', 'hwt_')))).toBe(401);
    expect(await code(get(data, secret))).toBe(200);
  });

  test('it ends by its owner, by its day and with the account, and a viewer makes none', async () => {
    const vera = await invitePerson(api, ada, 'vera', 'viewer');
    const refusal = await vera.send('POST', '/api/v1/tokens', {
      name: 'x',
      role: 'viewer',
      exports_only: true,
    });
    expect(refusal.status).toBe(400);
    const [secret, short] = [await make(), await make(ada, 'second')];
    const { items } = await ada.json<{ items: Token[] }>('GET', '/api/v1/tokens');
    const token = items.find(({ name }) => name === 'power query');
    expect(token).toMatchObject({ exports_only: true, role: 'analyst' });
    await ada.send('POST', `/api/v1/tokens/${token?.id}/end`, {});
    expect(await code(get(data, secret))).toBe(401);
    expect(await code(get(data, short))).toBe(200);
    now += 31 * day;
    // a found token is trusted for 250 ms
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await code(get(data, short))).toBe(401);
  });

  test('the secret is in no log, no audit and no answer', async () => {
    const secret = await make();
    const replies = await Promise.all([
      get(data, secret),
      get('/api/v1/charts/nothing.csv', secret),
      get('/api/v1/charts/targets.csv?unknown=1', secret),
      get('/api/v1/overview', secret),
      get(data, `${secret}x`),
    ]);
    const texts = await Promise.all(
      replies.map(async (reply) => (await reply.text()) + JSON.stringify([...reply.headers])),
    );
    const { items } = await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit');
    expect(items.find(({ kind }) => kind === 'data_exported')).toMatchObject({
      object: 'charts/targets.csv',
    });
    const all = [...logged, ...texts, JSON.stringify(items)].join('\n');
    expect(all.includes(secret.slice(4, 24))).toBe(false);
    expect(all).not.toContain('export_token=');
  });

  test('one token reads at most 60 files a minute', async () => {
    const secret = await make();
    const codes: number[] = [];
    for (let i = 0; i < 62; i += 1) codes.push(await code(get(data, secret)));
    expect(codes.slice(0, 60).every((one) => one === 200)).toBe(true);
    const last = await get(data, secret);
    expect([codes.at(-1), last.status, last.headers.has('retry-after')]).toEqual([429, 429, true]);
    now += 61_000;
    expect(await code(get(data, secret))).toBe(200);
  });
});
