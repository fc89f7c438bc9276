import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import type {
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorState,
} from '#contract/accounts/second-factor-schemas.ts';
import { schemas } from '#contract/schemas.ts';
import {
  changePerson,
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { Authenticator, type Bend } from '../../setup/api/sign-in/authenticator.ts';
import { testSecondFactor } from '../../setup/api/sign-in/second-factor.ts';
import { engines } from '../../setup/api/stores.ts';

const minute = 60_000;
const login = 'ada@example.org';

describe.each(engines)('passkeys on $name', (engine) => {
  let now = 0;
  let api: TestApi;
  let ada: TestBrowser;
  beforeEach(async () => {
    now = Date.parse('2021-05-10T08:00:00Z');
    api = await openApi(engine, {
      passwords: plainPasswords,
      secondFactor: testSecondFactor,
      clock: () => new Date(now),
    });
    ada = await firstAdmin(api);
  });
  afterEach(() => api.close());
  const visitor = (ip?: string) => new TestBrowser(api, ip);
  const start = (browser: TestBrowser, password = goodPassword) =>
    browser.json<PasskeyOptions>('POST', '/api/v1/account/passkeys/start', { password });
  const add = async (browser: TestBrowser, device: Authenticator, name = 'My phone') =>
    browser.json<RecoveryCodes>('POST', '/api/v1/account/passkeys', {
      name,
      answer: device.make(await start(browser)),
    });
  const mine = (browser: TestBrowser) =>
    browser.json<SecondFactorState>('GET', '/api/v1/account/second-step');
  const ask = (browser: TestBrowser, step: 'first' | 'second') =>
    browser.json<PasskeyOptions>('POST', '/api/v1/sign-in/passkey/options', { step });
  const take = (browser: TestBrowser, step: 'first' | 'second', answer: unknown) =>
    browser.send('POST', '/api/v1/sign-in/passkey', { step, answer });
  const alone = async (device: Authenticator, bend: Bend = {}, ip?: string) => {
    const browser = visitor(ip);
    return (await take(browser, 'first', device.show(await ask(browser, 'first'), bend))).status;
  };

  test('a passkey is added with the password, named, listed, and signs in with and without the password', async () => {
    const device = new Authenticator();
    expect(
      (await ada.send('POST', '/api/v1/account/passkeys/start', { password: 'not mine at all' }))
        .status,
    ).toBe(400);
    const options = await start(ada);
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Headway' },
      user: { name: login, displayName: 'Ada' },
      attestation: 'none',
    });
    const before = ada.cookie;
    const codes = await ada.json<RecoveryCodes>('POST', '/api/v1/account/passkeys', {
      name: 'My phone',
      answer: device.make(options),
    });
    expect(codes.recovery_codes).toHaveLength(10);
    expect(ada.cookie).not.toBe(before);
    expect((await api.send('GET', '/api/v1/session', { headers: { cookie: before } })).status).toBe(
      401,
    );
    const listed = await mine(ada);
    expect(schemas.secondStep.reply.safeParse(listed).error?.issues ?? []).toEqual([]);
    expect(listed.passkeys).toEqual([
      {
        id: device.id.toString('base64url'),
        name: 'My phone',
        host: 'localhost',
        created_at: new Date(now).toISOString(),
      },
    ]);
    expect((await add(ada, new Authenticator(), 'Key')).recovery_codes).toEqual([]);

    const second = visitor();
    expect(await second.json('POST', '/api/v1/sign-in', { login, password: goodPassword })).toEqual(
      {
        state: 'second_step',
        ways: ['passkey', 'recovery_code'],
      },
    );
    const passkeyOptions = await ask(second, 'second');
    expect(passkeyOptions).toMatchObject({ rpId: 'localhost', userVerification: 'discouraged' });
    expect((passkeyOptions['allowCredentials'] as { id: string }[]).map(({ id }) => id)).toContain(
      device.id.toString('base64url'),
    );
    expect(
      (await take(second, 'second', device.show(passkeyOptions, { verified: false }))).status,
    ).toBe(200);
    expect((await second.send('GET', '/api/v1/overview')).status).toBe(200);

    now += minute;
    const first = visitor();
    const open = await ask(first, 'first');
    expect([open['userVerification'], open['allowCredentials']]).toEqual(['required', undefined]);
    const response = await take(first, 'first', device.show(open));
    expect([response.status, await response.json()]).toEqual([200, { state: 'signed_in' }]);
    expect((await first.send('GET', '/api/v1/overview')).status).toBe(200);
    expect((await mine(first)).passkeys.find(({ name }) => name === 'My phone')?.used_at).toBe(
      new Date(now).toISOString(),
    );
    const [event] = (await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit?kind=signed_in'))
      .items;
    expect(event).toMatchObject({ actor: 'Ada', detail: { by: 'passkey' } });
  });

  test('an answer that was not requested here, now and for the first time signs nobody in', async () => {
    const device = new Authenticator();
    await add(ada, device);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const bends: readonly Bend[] = [
      { origin: 'https://localhost:4280' },
      { origin: 'http://localhost' },
      { origin: 'http://localhost:4280.evil.example' },
      { host: 'evil.example' },
      { type: 'webauthn.create' },
      { challenge: 'AAAA' },
      { verified: false },
      { key: other },
    ];
    for (const [i, bend] of bends.entries())
      expect([bend, await alone(device, bend, `198.51.${i}.1`)]).toEqual([bend, 401]);
    expect(await alone(new Authenticator())).toBe(401);

    const browser = visitor('203.0.1.1');
    const options = await ask(browser, 'first');
    const answer = device.show(options);
    expect((await take(browser, 'first', answer)).status).toBe(200);
    expect((await take(visitor('203.0.2.1'), 'first', answer)).status).toBe(401);
    expect((await take(visitor('203.0.3.1'), 'first', device.show(options))).status).toBe(401);
    const late = await ask(browser, 'first');
    now += 5 * minute;
    expect((await take(visitor('203.0.4.1'), 'first', device.show(late))).status).toBe(401);
    // a challenge for the second factor is invalid for signing in without a password
    const half = visitor('203.0.5.1');
    await half.signIn(login);
    const passkeyOptions = await ask(half, 'second');
    expect((await take(visitor('203.0.6.1'), 'first', device.show(passkeyOptions))).status).toBe(
      401,
    );
    expect((await take(half, 'second', device.show(await ask(visitor(), 'first')))).status).toBe(
      401,
    );
    expect((await take(half, 'second', device.show(passkeyOptions))).status).toBe(200);
    expect(await alone(device)).toBe(200);
  });

  test('a copied device is detected by its counter', async () => {
    const device = new Authenticator();
    await add(ada, device);
    expect(await alone(device, { counter: 7 })).toBe(200);
    expect(await alone(device, { counter: 7 })).toBe(401);
    expect(await alone(device, { counter: 6 })).toBe(401);
    expect(await alone(device, { counter: 0 })).toBe(401);
    expect(await alone(device, { counter: 8 })).toBe(200);
    const uncounted = new Authenticator();
    await add(ada, uncounted);
    expect([
      await alone(uncounted, { counter: 0 }),
      await alone(uncounted, { counter: 0 }),
    ]).toEqual([200, 200]);
  });

  test('a passkey of another account is rejected, and a known passkey is not added twice', async () => {
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const [hers, his] = [new Authenticator(), new Authenticator()];
    await add(ada, hers);
    await add(bo, his);
    const half = visitor();
    await half.signIn(login);
    expect((await take(half, 'second', his.show(await ask(half, 'second')))).status).toBe(401);
    const forHer = await start(ada);
    expect(
      (
        await bo.send('POST', '/api/v1/account/passkeys', {
          name: 'x',
          answer: new Authenticator().make(forHer),
        })
      ).status,
    ).toBe(400);
    const again = await bo.send('POST', '/api/v1/account/passkeys', {
      name: 'x',
      answer: hers.make(await start(bo)),
    });
    expect(again.status).toBe(409);
    const credential = new Authenticator().make(await start(bo));
    const keep = () =>
      bo.send('POST', '/api/v1/account/passkeys', { name: 'x', answer: credential });
    expect([(await keep()).status, (await keep()).status]).toEqual([200, 409]);
    const { people } = await ada.json<{ people: { id: string; login: string }[] }>(
      'GET',
      '/api/v1/people',
    );
    const id = people.find((one) => one.login === 'bo@x.org')?.id;
    await changePerson(ada, id, { state: 'disabled' });
    expect(await alone(his)).toBe(401);
  });
});
