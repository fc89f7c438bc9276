import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { addressBlock } from '#server/http/throttle/address-throttle.ts';
import { linkSecret } from '#server/links/link-secret.ts';
import { pictureSizes } from '#charts/kit/definition.ts';
import type { DrawRequest } from '#server/core/deps.ts';
import { browser, type LinkApi, openLinks } from '../../setup/api/links.ts';
import { engines } from '../../setup/api/stores.ts';
import { watchQueries } from '../../setup/api/watch-queries.ts';

test('a block is a /24 or a /56 in every notation of its addresses', () => {
  expect(['203.0.113.7', '203.0.113.250', '::ffff:203.0.113.9'].map(addressBlock)).toEqual([
    '203.0.113',
    '203.0.113',
    '203.0.113',
  ]);
  expect(addressBlock('203.0.114.7')).not.toBe(addressBlock('203.0.113.7'));
  expect(
    ['2001:db8:1:2200::1', '2001:0db8:0001:22ff:a:b:c:d', '2001:DB8:1:2233::'].map(addressBlock),
  ).toEqual(Array(3).fill('20010db8000122'));
  expect(addressBlock('2001:db8:1:2300::1')).toBe('20010db8000123');
  expect([addressBlock('::1'), addressBlock('::'), addressBlock('2001:db8::')]).toEqual([
    '00000000000000',
    '00000000000000',
    '20010db8000000',
  ]);
  expect([addressBlock(undefined), addressBlock('unknown')]).toEqual(['', '']);
});

describe.each(engines)('limits of shared links on $name', (engine) => {
  let links: LinkApi;
  beforeEach(async () => {
    links = await openLinks(engine, { passwords: argon2Passwords() });
  });
  afterEach(() => links.close());
  const from = (ip: string, body: unknown) =>
    links.send('POST', '/api/v1/shared/open', { body, headers: browser, env: { ip } });

  test('a block of addresses gets 30 attempts a minute, and further attempts wait', async () => {
    const link = await links.make();
    const statuses: number[] = [];
    for (let i = 0; i < 32; i += 1)
      statuses.push((await from(`203.0.113.${i}`, { secret: 'hws_x' })).status);
    expect(statuses).toEqual([...Array<number>(30).fill(404), 429, 429]);
    const refusal = await from('203.0.113.200', { secret: link.secret });
    expect([refusal.status, Number(refusal.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await from('203.0.114.1', { secret: link.secret })).status).toBe(200);
    links.pass(61_000);
    expect((await from('203.0.113.1', { secret: link.secret })).status).toBe(200);
  });

  // Seen to fail without links.drawings in links/reader-routes.ts.
  test('a link draws 60 new files a minute; cached files, data and other links are not limited', async () => {
    const requests: DrawRequest[] = [];
    const svg = (request: DrawRequest) =>
      Promise.resolve({ content: `<svg>${requests.push(request)}</svg>`, missing: [] });
    const bytes = () => Promise.resolve({ content: new Uint8Array(), missing: [] });
    const drawing = { svg, png: bytes, pdf: bytes };
    const own = await openLinks(engine, { drawing });
    const [link, other] = [
      await own.make({ exports: 'data' }),
      await own.make({ exports: 'data' }),
    ];
    const headers = await own.reader(link);
    const ask = async (file: string) =>
      (await own.read(link.link.id, headers, `/charts/${file}`)).status;
    const forms = ['targets', 'progress', 'pipeline'].flatMap((id) =>
      ['light', 'dark'].flatMap((theme) =>
        ['zh-CN', 'ja', 'en'].flatMap((lang) =>
          Object.keys(pictureSizes).map(
            (size) => `${id}.svg?theme=${theme}&lang=${lang}&size=${size}`,
          ),
        ),
      ),
    );
    const statuses: number[] = [];
    for (const form of forms.slice(0, 62)) statuses.push(await ask(form));
    expect([
      statuses.filter((status) => status === 200).length,
      statuses.slice(-2),
      requests.length,
    ]).toEqual([60, [429, 429], 60]);
    expect([await ask(forms[0] ?? ''), await ask('targets.csv?lang=ja')]).toEqual([200, 200]);
    expect(
      (await own.read(other.link.id, await own.reader(other), `/charts/${forms[0]}`)).status,
    ).toBe(200);
    own.pass(61_000);
    expect(await ask(forms[61] ?? '')).toBe(200);
    await own.close();
  });

  test('a password is requested, tried five times and then once in 30 seconds, and never stored or sent', async () => {
    const password = 'a long enough password';
    const link = await links.make({ password });
    expect(JSON.stringify([link, await links.listed()])).not.toMatch(/a long enough|argon2/);
    expect(link.link.has_password).toBe(true);
    const open = async (input: object = {}) => {
      const response = await links.post(link.secret, input);
      return response.status === 200
        ? ((await response.json()) as unknown)
        : [response.status, response.headers.get('retry-after')];
    };
    expect(await open()).toEqual({ state: 'password_needed', wrong: false });
    for (let i = 0; i < 5; i += 1)
      expect(await open({ password: `guess ${i}` })).toEqual({
        state: 'password_needed',
        wrong: true,
      });
    expect(await open({ password })).toEqual([429, '30']);
    links.pass(30_000);
    expect(await open({ password: `${password}x` })).toEqual({
      state: 'password_needed',
      wrong: true,
    });
    expect(await open({ password })).toEqual([429, '30']);
    links.pass(30_000);
    expect(await open({ password })).toMatchObject({ state: 'open' });
    expect(await open({ password: 'wrong again' })).toEqual({
      state: 'password_needed',
      wrong: true,
    });
    const [row] = await links.db.read.selectFrom('shared_link').select('password').execute();
    expect(row?.password).toMatch(/^\$argon2id\$/);
  });

  test('a password has 8 to 1,000 characters', async () => {
    for (const password of ['short', 'x'.repeat(1001)])
      await expect(links.make({ password })).rejects.toThrow('password');
  });
});

test('a secret with a wrong checksum costs no query, and a thousand reads of a link cost a few', async () => {
  const engine = engines[0];
  let queries = 0;
  const links = await openLinks(
    {
      name: 'sqlite',
      open: async () => {
        const store = await engine?.open();
        if (store === undefined) throw new Error('no engine');
        // the other connection reads the present revision, also for nobody
        const { read } = watchQueries(store.db, () => (queries += 1));
        return { db: { ...store.db, read }, close: store.close };
      },
    },
    { passwords: argon2Passwords() },
  );
  const link = await links.make();
  queries = 0;
  for (const secret of [
    'hws_',
    '',
    link.secret.slice(0, 50),
    `${link.secret.slice(0, -1)}!`,
    link.secret.toLowerCase(),
  ])
    await links.post(secret);
  expect(queries).toBe(0);
  await links.post(await linkSecret.make());
  expect(queries).toBe(1);
  const headers = await links.reader(link);
  await links.read(link.link.id, headers);
  queries = 0;
  const before = performance.now();
  for (let i = 0; i < 20; i += 1)
    await Promise.all(Array.from({ length: 50 }, () => links.read(link.link.id, headers)));
  // simultaneous readers share one query: for the present revision four times a second, for the
  // link twice
  expect(queries).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - before) / 1000) * 6);
  await links.close();
});

test('altered frozen figures are marked', async () => {
  const links = await openLinks();
  const link = await links.make({ frozen: true });
  const read = async () =>
    ((await (await links.read(link.link.id, await links.reader(link))).json()) as SharedPayload)
      .link.frozen?.intact;
  expect(await read()).toBe(true);
  const frozen = JSON.stringify({ ...link.link.frozen, hash: '0'.repeat(64) });
  await links.db.write((trx) =>
    trx
      .updateTable('shared_link')
      .set({ frozen_json: frozen as never, version: 2 })
      .execute(),
  );
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await read()).toBe(false);
  await links.close();
});

test('an instance without password hashing, as the demo, rejects a link with a password', async () => {
  const links = await openLinks();
  await expect(links.make({ password: 'a long enough password' })).rejects.toThrow('password');
  await links.close();
});
