import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  PasskeyOptions,
  RecoveryCodes,
  SecondFactorState,
} from '#contract/accounts/second-factor-schemas.ts';
import { firstAdmin, goodPassword, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { Authenticator, type Bend } from '../../setup/api/sign-in/authenticator.ts';
import {
  codeAt,
  requireSecondStep,
  testSecondFactor,
  withTotp,
} from '../../setup/api/sign-in/second-factor.ts';
import { engines } from '../../setup/api/stores.ts';
const login = 'ada@example.org';

describe.each(engines)('rules for passkeys on $name', (engine) => {
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

  test('a person who now signs in elsewhere, without a password here, cannot use old passkeys or codes', async () => {
    const device = new Authenticator();
    const { recovery_codes } = await add(ada, device);
    const half = visitor();
    await half.signIn(login);
    await api.db.write((trx) => trx.updateTable('account').set({ password: null }).execute());
    expect(await alone(device)).toBe(401);
    expect(
      (await half.send('POST', '/api/v1/sign-in/code', { code: recovery_codes[0] })).status,
    ).toBe(401);
    expect(
      (await half.send('POST', '/api/v1/sign-in/passkey/options', { step: 'second' })).status,
    ).toBe(401);
  });

  test('passkeys need a host name, and one of another host is marked as such', async () => {
    const device = new Authenticator();
    await add(ada, device);
    const numbers = { host: '127.0.0.1:4280', origin: 'http://127.0.0.1:4280' };
    const response = await visitor().send(
      'POST',
      '/api/v1/sign-in/passkey/options',
      { step: 'first' },
      numbers,
    );
    expect(response.status).toBe(409);
    expect(
      await ada.json<SecondFactorState>('GET', '/api/v1/account/second-step', undefined, numbers),
    ).toMatchObject({ passkeys_here: false });
    await api.db.write((trx) => trx.deleteFrom('passkey').execute());
    const far = {
      id: 'far',
      account: '',
      name: 'x',
      host: 'other.example',
      public_key: 'AA',
      counter: 0,
      transports: '',
      created_at: '',
    };
    const { id: account } = await ada.json<{ id: string }>('GET', '/api/v1/account');
    await api.db.write((trx) =>
      trx
        .insertInto('passkey')
        .values({ ...far, account, used_at: null })
        .execute(),
    );
    const half = visitor();
    await half.signIn(login);
    expect(
      (await half.send('POST', '/api/v1/sign-in/passkey/options', { step: 'second' })).status,
    ).toBe(409);
  });

  test('a removed passkey does not sign in, and a required last method cannot be removed', async () => {
    const device = new Authenticator();
    await add(ada, device);
    const { secret } = await withTotp(ada, now);
    const id = device.id.toString('base64url');
    const remove = async (password = goodPassword) =>
      (await ada.send('POST', `/api/v1/account/passkeys/${id}/end`, { password })).status;
    expect(await remove('not mine at all')).toBe(400);
    expect(await remove()).toBe(200);
    expect(await remove()).toBe(404);
    expect(await alone(device)).toBe(401);
    expect((await mine(ada)).recovery_codes).toBe(10);
    await add(ada, device);
    const off = { password: goodPassword, code: codeAt(secret, now) };
    expect((await ada.send('POST', '/api/v1/account/totp/end', off)).status).toBe(200);
    await requireSecondStep(ada, ['admin'], 'x');
    expect(await remove()).toBe(409);
    expect((await mine(ada)).passkeys).toHaveLength(1);
    await requireSecondStep(ada, [], 'x');
    expect(await remove()).toBe(200);
    expect(await mine(ada)).toMatchObject({ passkeys: [], recovery_codes: 0 });
  });

  test('a person who must first set up a second factor can use a passkey', async () => {
    await requireSecondStep(ada, ['viewer'], 'x');
    const { address } = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
      login: 'bo@x.org',
      role: 'viewer',
    });
    const bo = visitor();
    const body = { secret: address.slice(6), name: 'Bo', password: goodPassword };
    expect(await bo.json('POST', '/api/v1/invitations/accept', body)).toEqual({
      state: 'second_step_missing',
      because: 'role',
    });
    const foreignCopy = bo.copy();
    const device = new Authenticator();
    const answer = device.make(
      await bo.json<PasskeyOptions>('POST', '/api/v1/sign-in/passkeys/start'),
    );
    expect(
      (await bo.json<RecoveryCodes>('POST', '/api/v1/sign-in/passkeys', { name: 'x', answer }))
        .recovery_codes,
    ).toHaveLength(10);
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(200);
    expect((await foreignCopy.send('POST', '/api/v1/sign-in/passkeys/start')).status).toBe(401);
    expect((await foreignCopy.send('POST', '/api/v1/sign-in/totp/start')).status).toBe(401);
    expect(await alone(device)).toBe(200);
  });
});
