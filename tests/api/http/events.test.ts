import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openDatabase } from '#server/storage/node-store.ts';
import { OneTimeKey } from '#server/accounts/sessions/one-time-key.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { join } from 'node:path';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { findLeastTime, measureTime } from '../../setup/processes/times.ts';
import { startServer } from '../../setup/processes/server.ts';
import { engines } from '../../setup/api/stores.ts';

const path = '/api/v1/events';
const open: TestApi[] = [];
const start = async (...parameters: Parameters<typeof openApi>): Promise<TestApi> => {
  const api = await openApi(...parameters);
  open.push(api);
  return api;
};
afterEach(async () => {
  for (const api of open.splice(0)) {
    api.app.close();
    await api.close();
  }
});
/** The next message of a stream as text; undefined at its end. */
function messages(response: Response): {
  next(): Promise<string | undefined>;
  cancel(): Promise<void>;
} {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return { next: async () => (await reader?.read())?.value, cancel: async () => reader?.cancel() };
}
const revisionIn = (message: string | undefined): number =>
  Number(/^id: (\d+)\nevent: revision\ndata: \1\n\n$/.exec(message ?? '')?.[1] ?? NaN);

describe.each(engines)('the event stream on $name', (engine) => {
  test('sends the number of the current revision, then within a second of each new one, and no data of the register', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const api = await start(engine);
    const response = await api.send('GET', path);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.has('etag')).toBe(false);
    const stream = messages(response);
    const { revision } = await api.get<{ revision: number }>('/api/v1/health');
    expect(revisionIn(await stream.next())).toBe(revision);
    await api.send('POST', '/api/v1/indicators/companies/observations', {
      body: { period: '2021-04', value: '44' },
    });
    await vi.advanceTimersByTimeAsync(1000);
    const newRevision = revisionIn(await stream.next());
    expect(newRevision).toBe((await api.get<{ revision: number }>('/api/v1/health')).revision);
    expect(newRevision).toBeGreaterThan(revision);
  });

  test('resumes: a client with the current revision gets a comment, another gets the missed revision', async () => {
    const api = await start(engine);
    const { revision } = await api.get<{ revision: number }>('/api/v1/health');
    const readFrom = (id: string) => api.send('GET', path, { headers: { 'last-event-id': id } });
    expect(await messages(await readFrom(String(revision))).next()).toMatch(/^: /);
    for (const id of [String(revision - 1), 'nonsense', ''])
      expect(revisionIn(await messages(await readFrom(id)).next())).toBe(revision);
  });
});

test('rejects other methods, other sites and unknown parameters, and HEAD opens no stream', async () => {
  const api = await start(undefined, { streams: 1 });
  expect((await api.send('GET', path, { headers: { host: 'evil.example' } })).status).toBe(421);
  expect(
    (
      await api.send('GET', path, {
        headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' },
      })
    ).status,
  ).toBe(403);
  expect((await api.send('GET', `${path}?since=1`)).status).toBe(400);
  expect((await api.send('POST', path, { body: {} })).status).toBe(405);
  for (let i = 0; i < 3; i += 1) {
    const head = await api.send('HEAD', path);
    expect([head.status, head.body, head.headers.get('content-type')]).toEqual([
      200,
      null,
      'text/event-stream; charset=utf-8',
    ]);
  }
  expect((await api.send('GET', path)).status).toBe(200);
});

test('too many streams get a problem with Retry-After, and a closed stream frees its place', async () => {
  const api = await start(undefined, { streams: 2 });
  const first = messages(await api.send('GET', path));
  await api.send('GET', path);
  const refusal = await api.send('GET', path);
  expect([
    refusal.status,
    refusal.headers.get('retry-after'),
    refusal.headers.get('content-type'),
  ]).toEqual([503, '30', 'application/problem+json; charset=utf-8']);
  expect(await refusal.json()).toMatchObject({ code: 'rate_limited', status: 503 });
  expect((await api.send('GET', '/api/v1/overview')).status).toBe(200);
  await first.cancel();
  expect((await api.send('GET', path)).status).toBe(200);
});

test('where a key is needed a stream needs a session and ends with it', async () => {
  let now = Date.parse('2021-05-10T08:00:00Z');
  const oneTimeKey = new OneTimeKey(() => now);
  const api = await start(undefined, {
    oneTimeKey,
    config: { loopback: false, hosts: [], version: 'test' },
  });
  expect((await api.send('GET', path)).status).toBe(401);
  const response = await api.send('POST', '/api/v1/session', {
    body: { key: await oneTimeKey.issueKey() },
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stream = messages(await api.send('GET', path, { headers: { cookie } }));
  await stream.next();
  now += 61 * 60_000;
  const again = await api.send('POST', '/api/v1/session', {
    body: { key: await oneTimeKey.issueKey() },
  });
  const observation = { period: '2021-04', value: '44' };
  const reply = await api.send('POST', '/api/v1/indicators/companies/observations', {
    body: observation,
    headers: { cookie: again.headers.get('set-cookie')?.split(';')[0] ?? '' },
  });
  expect([reply.status, await stream.next()]).toEqual([201, undefined]);
});

test('the running server reports a write of another process within a second, and stops at once despite open streams', async () => {
  const followServer = async () => {
    const server = await startServer();
    onTestFinished(() => server.stop());
    const stream = messages(await fetch(`${server.url}${path}`));
    return { server, stream, revision: revisionIn(await stream.next()) };
  };
  const { server, stream, revision } = await followServer();
  const other = await openDatabase({ url: join(server.data, 'headway.db') });
  let newest = revision;
  const reportTime = await findLeastTime(1500, async () => {
    await other.write((trx) => startRevision(trx, { author: 'another', kind: 'test', reason: '' }));
    const before = newest;
    const time = await measureTime(async () => (newest = revisionIn(await stream.next())));
    expect(newest).toBeGreaterThan(before);
    return time;
  });
  expect(reportTime).toBeLessThan(1500);
  await other.close();
  const stopTime = await findLeastTime(3000, async (round) => {
    const open = round === 0 ? { server, stream } : await followServer();
    const time = await measureTime(() => open.server.stop());
    expect(await open.stream.next()).toBeUndefined();
    return time;
  });
  expect(stopTime).toBeLessThan(3000);
});
