import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { MemoryAttemptStore } from '#server/http/throttle/attempts.ts';
import { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { firstAdmin, goodPassword, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

const minute = 60_000;
let now = 0;
let api: TestApi;
beforeEach(async () => {
  now = Date.parse('2021-05-10T08:00:00Z');
  api = await openApi(undefined, { passwords: plainPasswords, clock: () => new Date(now) });
});
afterEach(() => api.close());
const wrong = 'not the right one at all';
const code = async (response: Response): Promise<string> =>
  ((await response.json()) as { code: string }).code;

test('ten wrong passwords block an account from new places for a quarter of an hour, but neither its owner nor anybody else', async () => {
  const owner = await firstAdmin(api);
  await owner.json('POST', '/api/v1/sign-out');
  const statuses = [];
  for (let i = 0; i < 30; i += 1)
    statuses.push(
      (await new TestBrowser(api, `198.51.${i}.1`).signIn('ada@example.org', wrong)).status,
    );
  expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(20).fill(429)]);
  const response = await new TestBrowser(api, '203.0.99.1').signIn('ada@example.org');
  expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await owner.signIn('ada@example.org')).status).toBe(200);
  for (let i = 0; i < 11; i += 1)
    await new TestBrowser(api, `198.52.${i}.1`).signIn('ada@example.org', wrong);
  now += 16 * minute;
  expect((await new TestBrowser(api, '203.0.99.1').signIn('ada@example.org')).status).toBe(200);
});

test('a sign-in of the owner does not reset the limit of guesses', async () => {
  const owner = await firstAdmin(api);
  const statuses = [];
  for (let i = 0; i < 20; i += 1) {
    statuses.push(
      (await new TestBrowser(api, `198.51.${i}.1`).signIn('ada@example.org', wrong)).status,
    );
    expect((await owner.signIn('ada@example.org')).status).toBe(200);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
});

test('unknown logins are throttled like known ones, so that no account is disclosed', async () => {
  await firstAdmin(api);
  const tries = async (login: string) => {
    const statuses = [];
    for (let i = 0; i < 12; i += 1)
      statuses.push(await code(await new TestBrowser(api, `198.51.${i}.1`).signIn(login, wrong)));
    return statuses;
  };
  const answers = await tries('ada@example.org');
  expect(await tries('nobody@example.org')).toEqual(answers);
});

test('one place that tries a password on a thousand accounts is blocked after sixty', async () => {
  await firstAdmin(api);
  const statuses = [];
  for (let i = 0; i < 100; i += 1)
    statuses.push(
      (await new TestBrowser(api, `198.51.100.${i}`).signIn(`u${i}@example.org`, wrong)).status,
    );
  expect(statuses.filter((status) => status === 401)).toHaveLength(60);
  expect((await new TestBrowser(api, '203.0.113.1').signIn('ada@example.org')).status).toBe(200);
});

test('a known browser is limited too: ten wrong passwords block it', async () => {
  const owner = await firstAdmin(api);
  const statuses = [];
  for (let i = 0; i < 12; i += 1)
    statuses.push((await owner.copy().signIn('ada@example.org', wrong)).status);
  expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
});

test('a hundred wrong passwords in a row, however slowly, leave only known browsers and a new password', async () => {
  let at = 0;
  const attempts = new SignInThrottle(new MemoryAttemptStore(), () => at);
  const attempt = { account: 'ada', block: '' };
  let successes = 0;
  for (let i = 0; i < 300; i += 1) {
    at += 2 * minute;
    if ((await attempts.begin({ ...attempt, block: String(i) })) === undefined) successes += 1;
  }
  expect(successes).toBe(100);
  expect(await attempts.begin({ ...attempt, device: 'known' })).toBeUndefined();
  await attempts.forget('ada');
  expect(await attempts.begin(attempt)).toBeUndefined();
});

test('two passwords are hashed at once and twenty wait; further ones must try again, and no reader waits', async () => {
  const real = await openApi(undefined, { passwords: argon2Passwords() });
  const ada = await firstAdmin(real);
  let hashed = 0;
  const storm = Array.from({ length: 60 }, async (_, i) => {
    const response = await new TestBrowser(real, `198.${i}.1.1`).signIn(`u${i}@example.org`, wrong);
    if (response.status === 401) hashed += 1;
    return response;
  });
  const signIn = ada.copy().signIn('ada@example.org', goodPassword);
  expect((await ada.send('GET', '/api/v1/overview')).status).toBe(200);
  const hashedBefore = hashed;
  // it came last, and waits in a queue of its own
  expect((await signIn).status).toBe(200);
  const statuses = (await Promise.all(storm)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
  expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(20);
  expect(hashedBefore).toBeLessThan(20);
  await real.close();
});

test('a password of a megabyte is refused before it is hashed, and so is one that is no text', async () => {
  await firstAdmin(api);
  const browser = new TestBrowser(api);
  const verify = vi.spyOn(plainPasswords, 'verify');
  onTestFinished(() => verify.mockRestore());
  expect(
    (
      await browser.send('POST', '/api/v1/sign-in', {
        login: 'ada@example.org',
        password: 'x'.repeat(900_000),
      })
    ).status,
  ).toBe(400);
  expect(
    (
      await browser.send('POST', '/api/v1/sign-in', {
        login: 'ada@example.org',
        password: 'x'.repeat(1_100_000),
      })
    ).status,
  ).toBe(413);
  for (const body of [
    { login: { $ne: null }, password: wrong },
    { login: ['ada@example.org'], password: wrong },
    { login: 'ada@example.org', password: { length: 20 } },
    { login: 'ada@example.org', password: goodPassword, role: 'admin' },
    { login: 'ada@example.org' },
  ])
    expect((await browser.send('POST', '/api/v1/sign-in', body)).status).toBe(400);
  expect(verify).not.toHaveBeenCalled();
});
