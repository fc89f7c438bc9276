import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstAdmin, invitePerson, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const path = '/api/v1/metrics';
const here = { env: { ip: '127.0.0.1' } };

/** Parses OpenMetrics text by the grammar of version 1.0. @returns the value of each sample */
function parse(text: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  const lines = text.split('\n');
  expect(lines.splice(-2)).toEqual(['# EOF', '']);
  let [name, type] = ['', ''];
  const suffixes: Readonly<Record<string, RegExp>> = {
    counter: /^_total$/,
    gauge: /^$/,
    histogram: /^(_bucket|_count|_sum)$/,
  };
  for (const line of lines) {
    const head = /^# (TYPE|UNIT|HELP) ([a-z_]+) (.+)$/.exec(line);
    if (head?.[1] === 'TYPE') {
      [name, type] = [head[2] ?? '', head[3] ?? ''];
      expect(suffixes[type]).toBeDefined();
      continue;
    }
    if (head !== null) {
      expect(head[2]).toBe(name);
      if (head[1] === 'UNIT') expect(name.endsWith(`_${head[3]}`)).toBe(true);
      continue;
    }
    const label = '[a-z_]+="(?:[^"\\\\\\n]|\\\\[\\\\"n])*"';
    const sample = new RegExp(
      `^(${name})([a-z_]*)((?:\\{${label}(?:,${label})*\\})?) (\\S+)$`,
    ).exec(line);
    if (sample === null) throw new Error(`No sample of ${name}: ${line}`);
    expect(sample[2]).toMatch(suffixes[type] ?? /^never$/);
    const key = `${name}${sample[2]}${sample[3]}`;
    expect(samples.has(key)).toBe(false);
    samples.set(key, Number(sample[4]));
  }
  for (const value of samples.values()) expect(Number.isFinite(value)).toBe(true);
  return samples;
}

describe.each(engines)('metrics on $name', (engine) => {
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, { passwords: plainPasswords });
  });
  afterEach(() => api.close());
  const read = async () => {
    const response = await api.send('GET', path, here);
    expect(response.headers.get('content-type')).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    );
    return parse(await response.text());
  };

  test('count requests, the cache, changes of the store, streams and imports', async () => {
    for (let i = 0; i < 3; i += 1) await api.send('GET', '/api/v1/overview');
    await api.send('GET', '/api/v1/projects/NONE');
    await api.send('POST', '/api/v1/projects', {
      body: { code: 'M-1', stage: 'lead', facts: { name: 'Secret name' } },
    });
    const stream = await api.send('GET', '/api/v1/events');
    const file = new FormData();
    file.append('file', new Blob(['no register']), 'a.csv');
    await api.send('POST', '/api/v1/imports', { body: file });
    const samples = await read();
    const value = (key: string) => samples.get(key);
    const request = (route: string, method: string, status: string) =>
      value(`headway_requests_total{route="${route}",method="${method}",status="${status}"}`);
    expect([
      request('/api/v1/overview', 'GET', '2xx'),
      request('/api/v1/projects/:code', 'GET', '4xx'),
      request('/api/v1/projects', 'POST', '2xx'),
      value('headway_problems_total{code="not_found"}'),
      value('headway_cache_requests_total{result="hit"}'),
      value('headway_cache_requests_total{result="miss"}'),
      value('headway_store_writes_total{result="done"}'),
      value('headway_streams{of="pages"}'),
      value('headway_streams{of="links"}'),
      value('headway_imports_running'),
      value('headway_imports_total{result="failed"}'),
      value('headway_store_up'),
    ]).toEqual([3, 1, 1, 1, 2, 2, 1, 1, 0, 0, 1, 1]);
    expect(value('headway_request_seconds_bucket{kind="api",le="+Inf"}')).toBe(
      value('headway_request_seconds_count{kind="api"}'),
    );
    await stream.body?.cancel();
  });

  test('hold no sent data, and no more samples whatever is requested', async () => {
    await read();
    const before = (await read()).size;
    for (let i = 0; i < 300; i += 1)
      await api.send('GET', `/api/v1/projects/canary-${i}?search=canary-${i}`);
    await api.send('PROPFIND', '/api/v1/projects/canary');
    await api.send('GET', '/canary.html');
    await api.send('POST', '/api/v1/sign-in', { body: { login: 'canary', password: 'canary' } });
    const response = await api.send('GET', path, here);
    const text = await response.text();
    expect(text).not.toContain('canary');
    expect(parse(text).size).toBeLessThan(before + 60);
  });

  test('are for admins, and for programs on this computer without a proxy', async () => {
    const admin = await firstAdmin(api);
    const manager = await invitePerson(api, admin, 'max@example.org', 'manager');
    expect((await admin.send('GET', path)).status).toBe(200);
    expect((await manager.send('GET', path)).status).toBe(403);
    expect((await new TestBrowser(api).send('GET', path)).status).toBe(401);
    expect((await api.send('GET', path, here)).status).toBe(200);
    for (const [name, value] of [
      ['x-forwarded-for', '127.0.0.1'],
      ['x-forwarded-proto', 'https'],
      ['forwarded', 'for=127.0.0.1'],
      ['x-real-ip', '127.0.0.1'],
      ['host', 'progress.example.org'],
    ] as const)
      expect([
        name,
        (await api.send('GET', path, { ...here, headers: { [name]: value } })).status,
      ]).toEqual([name, name === 'host' ? 421 : 401]);
  });
});
