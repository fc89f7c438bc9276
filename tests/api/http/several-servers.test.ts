// Two server processes on one PostgreSQL. Seen to fail: with a MemoryAttemptStore in app/create-host.ts
// each server grants its own ten passwords and five of a link.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MadeLink } from '#contract/links/schemas.ts';
import { goodPassword } from '../../setup/api/accounts.ts';
import { draft } from '../../setup/api/links.ts';
import { createEmptyDatabase, type TestDatabase } from '../../setup/api/stores.ts';
import { findLeastTime, measureTime } from '../../setup/processes/times.ts';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';

let database: TestDatabase;
let servers: readonly RunningServer[] = [];
type Headers = Readonly<Record<string, string>>;

/** The server whose turn it is. */
const at = (turn: number): string => servers[turn % servers.length]?.url ?? '';
async function send(
  turn: number,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Headers } = {},
): Promise<Response> {
  const url = at(turn);
  return fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const textOf = async (turn: number, path: string, headers: Headers = {}): Promise<string> =>
  (await send(turn, 'GET', path, { headers })).text();
/** A request that a proxy passed on from an address. */
const from = (address: string): Headers => ({
  'x-forwarded-for': address,
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0',
});
/** Milliseconds until a condition holds. */
async function waitUntil(holds: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > 10_000) throw new Error('It never held.');
    await sleep(20);
  }
  return performance.now() - start;
}
const project = (code: string) => ({ code, stage: 'lead', facts: { name: `Project ${code}` } });

describe.skipIf(createEmptyDatabase === undefined)('two servers on one PostgreSQL', () => {
  beforeAll(async () => {
    database = await (createEmptyDatabase ?? (() => Promise.reject(new Error('none'))))();
    const env = {
      DATABASE_URL: database.url,
      HEADWAY_KEY: randomBytes(32).toString('base64'),
    };
    // both find an empty database
    servers = await Promise.all([startServer({ env }), startServer({ env })]);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.drop();
  });

  const chart = (title: string) => ({
    title,
    view: { chart: 'outlook' },
    is_shared: true,
    is_pinned: false,
    is_in_report: false,
  });
  const values = '/api/v1/indicators/companies/observations';
  const month = (value: string) => ({ period: '2021-03', value, confirm: true });
  test.each([
    ['a project', '/api/v1/projects', (n: number) => [project(`S-1${n}`), `S-1${n}`]],
    ['a second project', '/api/v1/projects', (n: number) => [project(`S-2${n}`), `S-2${n}`]],
    ['a value', values, (n: number) => [month(`41${n}`), `"41${n}"`]],
    ['a saved chart', '/api/v1/saved-charts', (n: number) => [chart(`Shared ${n}`), `Shared ${n}`]],
    ['a link', '/api/v1/links', (n: number) => [{ name: `L-1${n}`, ...draft }, `L-1${n}`]],
  ] as const)(
    '%s stored by one server is in the answers of the other within a second',
    async (_, path, makeChange) => {
      const time = await findLeastTime(1000, async (round) => {
        const [body, mark = ''] = makeChange(round) as [object, string];
        // its cache holds the earlier answer
        for (let i = 0; i < 2; i += 1) expect(await textOf(1, path)).not.toContain(mark);
        expect((await send(0, 'POST', path, { body })).ok).toBe(true);
        return waitUntil(async () => (await textOf(1, path)).includes(mark));
      });
      expect(time).toBeLessThan(1000);
    },
  );

  test('an open page of the other server learns of a change within a second', async () => {
    const stop = new AbortController();
    const stream = await fetch(`${at(1)}/api/v1/events`, { signal: stop.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const messages = [(await reader?.read())?.value];
    const time = await findLeastTime(1500, (round) =>
      measureTime(async () => {
        await send(0, 'POST', '/api/v1/projects', { body: project(`S-3${round}`) });
        messages.push((await reader?.read())?.value);
      }),
    );
    expect(time).toBeLessThan(1500);
    for (const message of messages) expect(message).toContain('event: revision');
    stop.abort();
  });

  test('the password of a link can be tried five times on both together', async () => {
    const password = 'a long enough password';
    const link = (await (
      await send(0, 'POST', '/api/v1/links', { body: { name: 'L-2', ...draft, password } })
    ).json()) as MadeLink;
    const secret = link.address.slice(link.address.indexOf('#') + 1);
    const statuses = [];
    for (let i = 0; i < 8; i += 1)
      statuses.push(
        (
          await send(i, 'POST', '/api/v1/shared/open', {
            body: { secret, password: `wrong guess ${i}` },
            headers: from(`203.0.${i}.7`),
          })
        ).status,
      );
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  });

  test('one network opens links thirty times a minute on both together, and readers are counted once', async () => {
    const link = (await (
      await send(0, 'POST', '/api/v1/links', { body: { name: 'L-3', ...draft } })
    ).json()) as MadeLink;
    const secret = link.address.slice(link.address.indexOf('#') + 1);
    const responses = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        send(i, 'POST', '/api/v1/shared/open', {
          body: { secret },
          headers: from('198.51.100.7'),
        }),
      ),
    );
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(30);
    const { items } = JSON.parse(await textOf(1, '/api/v1/links')) as {
      items: { id: string; opened: { count: number } }[];
    };
    expect(items.find(({ id }) => id === link.link.id)?.opened.count).toBe(30);
  });

  test('ten wrong passwords of an account count on both; a session of one is valid on the other, and ends there', async () => {
    const login = 'ada@example.org';
    await send(0, 'POST', '/api/v1/accounts', {
      body: { login, name: 'Ada', password: goodPassword },
    });
    const signIn = (turn: number, password: string) =>
      send(turn, 'POST', '/api/v1/sign-in', {
        body: { login, password },
        headers: from(`203.1.${turn}.7`),
      });
    const endTime = await findLeastTime(1000, async () => {
      const signedIn = await signIn(20, goodPassword);
      const cookie = signedIn.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const headers = { cookie };
      const isIn = async (turn: number): Promise<boolean> =>
        (await send(turn, 'GET', '/api/v1/projects', { headers })).status === 200;
      expect([await isIn(0), await isIn(1)]).toEqual([true, true]);
      expect((await send(0, 'POST', '/api/v1/sign-out', { headers, body: {} })).ok).toBe(true);
      return waitUntil(async () => !(await isIn(1)));
    });
    expect(endTime).toBeLessThan(1000);

    const statuses = [];
    for (let turn = 0; turn < 14; turn += 1)
      statuses.push((await signIn(turn, 'not the right one at all')).status);
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(4).fill(429)]);
  });

  test('no name and no address of an attempt is stored in the clear', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ key_hash: string }>('select * from attempt');
    await client.end();
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.key_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toMatch(/ada@|203\.1\.|198\.51\./);
  });
});
