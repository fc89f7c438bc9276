import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OwnAccount } from '#contract/accounts/schemas.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import type { SecondFactorState, TotpSecret } from '#contract/accounts/second-factor-schemas.ts';
import {
  changePerson,
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { codeAt, testSecondFactor, withTotp } from '../../setup/api/sign-in/second-factor.ts';
import { engines } from '../../setup/api/stores.ts';

const minute = 60_000;
const login = 'ada@example.org';

describe.each(engines)('the second factor on $name', (engine) => {
  let now = 0;
  let api: TestApi;
  beforeEach(async () => {
    now = Date.parse('2021-05-10T08:00:00Z');
    api = await openApi(engine, {
      passwords: plainPasswords,
      secondFactor: testSecondFactor,
      clock: () => new Date(now),
    });
  });
  afterEach(() => api.close());
  const visitor = (ip?: string) => new TestBrowser(api, ip);
  const code = (browser: TestBrowser, text: string) =>
    browser.send('POST', '/api/v1/sign-in/code', { code: text });
  const reads = [
    '/api/v1/session',
    '/api/v1/overview',
    '/api/v1/account',
    '/api/v1/account/second-step',
    '/api/v1/events',
  ];

  test('codes of an app are turned on by password and code; from then on the password alone opens nothing', async () => {
    const ada = await firstAdmin(api);
    const elsewhere = visitor();
    await elsewhere.signIn(login);
    const { secret, address } = await ada.json<TotpSecret>('POST', '/api/v1/account/totp/start');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(address).toBe(
      `otpauth://totp/Headway:ada%40example.org?issuer=Headway&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    const turnOn = (password: string, text: string) =>
      ada.send('POST', '/api/v1/account/totp', { password, code: text });
    expect((await turnOn('not mine at all', codeAt(secret, now))).status).toBe(400);
    expect((await turnOn(goodPassword, codeAt(secret, now, 3))).status).toBe(400);
    expect(await ada.json<SecondFactorState>('GET', '/api/v1/account/second-step')).toMatchObject({
      compulsory: false,
      recovery_codes: 0,
      passkeys: [],
    });
    const before = ada.cookie;
    const on = (await (await turnOn(goodPassword, codeAt(secret, now))).json()) as {
      recovery_codes: string[];
    };
    expect(schemas.turnOnTotp.reply.safeParse(on).error?.issues ?? []).toEqual([]);
    expect(on.recovery_codes).toHaveLength(10);
    for (const one of on.recovery_codes)
      expect(one).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    expect(ada.cookie).not.toBe(before);
    expect((await api.send('GET', '/api/v1/session', { headers: { cookie: before } })).status).toBe(
      401,
    );
    expect((await elsewhere.send('GET', '/api/v1/session')).status).toBe(401);
    expect(await ada.json<SecondFactorState>('GET', '/api/v1/account/second-step')).toEqual({
      compulsory: false,
      recovery_codes: 10,
      totp_since: new Date(now).toISOString(),
      passkeys: [],
      passkeys_here: true,
    });
    const rows = JSON.stringify([
      await api.db.read.selectFrom('account_totp').selectAll().execute(),
      await api.db.read.selectFrom('recovery_code').selectAll().execute(),
    ]);
    for (const text of [secret, ...on.recovery_codes]) expect(rows).not.toContain(text);
    expect((await ada.send('POST', '/api/v1/account/totp/start')).status).toBe(409);

    const half = visitor();
    expect(await half.json('POST', '/api/v1/sign-in', { login, password: goodPassword })).toEqual({
      state: 'second_step',
      ways: ['totp', 'recovery_code'],
    });
    for (const path of reads)
      expect([path, (await half.send('GET', path)).status]).toEqual([path, 401]);
    const planted = visitor();
    for (const path of reads) {
      const cookie = half.cookie.replace('headway_step', 'headway_session');
      expect([path, (await planted.send('GET', path, undefined, { cookie })).status]).toEqual([
        path,
        401,
      ]);
    }
  });

  test('a code works once, within 30 s of its time, and signs in after a change of secret', async () => {
    const ada = await firstAdmin(api);
    const { secret } = await withTotp(ada, now);
    const half = visitor();
    await half.signIn(login);
    const copy = half.copy();
    for (const away of [-2, 2, -1])
      expect([away, (await code(half, codeAt(secret, now, away))).status]).toEqual([away, 401]);
    const right = ` ${codeAt(secret, now).replace(/^.{3}/, '$& ')}`;
    const full = [...right]
      .map((c) => (/\d/.test(c) ? String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0) : c))
      .join('');
    const response = await code(half, full);
    expect([response.status, await response.json()]).toEqual([200, { state: 'signed_in' }]);
    expect(half.cookie).not.toContain('headway_step');
    expect((await half.send('GET', '/api/v1/session')).status).toBe(200);
    expect((await code(copy, codeAt(secret, now, 1))).status).toBe(401);
    const again = visitor();
    await again.signIn(login);
    expect((await code(again, codeAt(secret, now))).status).toBe(401);
    expect((await code(again, codeAt(secret, now, 1))).status).toBe(200);
  });

  test('the second factor follows within five minutes, and never where an account was disabled in the meantime', async () => {
    const ada = await firstAdmin(api);
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const { secret } = await withTotp(bo, now);
    const late = visitor();
    await late.signIn('bo@x.org');
    now += 5 * minute;
    expect((await code(late, codeAt(secret, now))).status).toBe(401);
    const disabled = visitor();
    await disabled.signIn('bo@x.org');
    const { people } = await ada.json<{
      people: { id: string; login: string; second_step: boolean }[];
    }>('GET', '/api/v1/people');
    expect(people.map((one) => [one.login, one.second_step])).toEqual([
      [login, false],
      ['bo@x.org', true],
    ]);
    await changePerson(ada, people[1]?.id, { state: 'disabled' });
    expect((await code(disabled, codeAt(secret, now))).status).toBe(401);
  });

  test('wrong, used and unknown recovery codes get the same answer, and ten of them block for a quarter of an hour', async () => {
    const ada = await firstAdmin(api);
    const { secret, codes } = await withTotp(ada, now);
    await ada.json('POST', '/api/v1/sign-out');
    const usedCode = codeAt(secret, now, -1);
    const statuses = [];
    for (const text of [
      usedCode,
      '000000',
      'ABCD-EFGH-JKLM-NPQR',
      'x',
      '12345678',
      '',
      codes[0]?.slice(1) ?? '',
      usedCode,
      usedCode,
      usedCode,
      usedCode,
      usedCode,
    ]) {
      const browser = visitor(`198.51.${statuses.length}.1`);
      await browser.signIn(login);
      const response = await code(browser, text);
      const { reference: _, ...body } = (await response.json()) as Record<string, unknown>;
      statuses.push(JSON.stringify([response.status, body]));
    }
    const [first] = statuses;
    expect(JSON.parse(first ?? '')).toMatchObject([
      401,
      { code: 'sign_in_required', errors: [{ path: 'code', value: 'wrong' }] },
    ]);
    expect(statuses.filter((one) => one === first)).toHaveLength(10);
    expect(statuses.slice(-1).map((one) => JSON.parse(one) as unknown)).toMatchObject([
      [429, { code: 'rate_limited' }],
    ]);
    const owner = ada;
    await owner.signIn(login);
    expect((await code(owner, codeAt(secret, now))).status).toBe(200);
  });

  test('a recovery code replaces a code once, is counted, and all are renewed by the password', async () => {
    const ada = await firstAdmin(api);
    const { secret, codes } = await withTotp(ada, now);
    const [one = '', two = ''] = codes;
    const use = async (text: string) => {
      const browser = visitor();
      await browser.signIn(login);
      return (await code(browser, text)).status;
    };
    expect(await use(one.toLowerCase().replaceAll('-', ' '))).toBe(200);
    expect(await use(one)).toBe(401);
    expect(
      (await ada.json<SecondFactorState>('GET', '/api/v1/account/second-step')).recovery_codes,
    ).toBe(9);
    expect(
      (await ada.send('POST', '/api/v1/account/recovery-codes', { password: 'not mine at all' }))
        .status,
    ).toBe(400);
    const renewed = await ada.json<{ recovery_codes: string[] }>(
      'POST',
      '/api/v1/account/recovery-codes',
      { password: goodPassword },
    );
    expect(renewed.recovery_codes).toHaveLength(10);
    expect(await use(two)).toBe(401);
    expect(await use(renewed.recovery_codes[0] ?? '')).toBe(200);
    expect(await use(codeAt(secret, now))).toBe(200);
    const events = (
      await ada.json<{ items: AuditEvent[] }>(
        'GET',
        '/api/v1/audit?kind=recovery_code_used,recovery_codes_renewed',
      )
    ).items;
    expect(events.map(({ kind, actor, detail }) => [kind, actor, detail])).toEqual([
      ['recovery_code_used', 'Ada', { left: 9 }],
      ['recovery_codes_renewed', 'Ada', {}],
      ['recovery_code_used', 'Ada', { left: 9 }],
    ]);
  });

  test('turning it off needs password and code, and a password that is long enough alone', async () => {
    const ada = await firstAdmin(api);
    const { secret, codes } = await withTotp(ada, now);
    const off = async (password: string, text: string) =>
      (await ada.send('POST', '/api/v1/account/totp/end', { password, code: text })).status;
    expect(await off('not mine at all', codeAt(secret, now))).toBe(400);
    expect(await off(goodPassword, '000000')).toBe(400);
    expect(await ada.json<OwnAccount>('GET', '/api/v1/account')).toMatchObject({
      second_step: true,
    });
    const change = async (current: string, password: string) =>
      (await ada.send('POST', '/api/v1/account/password', { current, password })).status;
    expect(await change(goodPassword, 'kVq7#z')).toBe(400);
    expect(await change(goodPassword, 'kVq7#zLm')).toBe(200);
    expect(await off('kVq7#zLm', codeAt(secret, now))).toBe(409);
    expect(await change('kVq7#zLm', goodPassword)).toBe(200);
    expect(await off(goodPassword, codes[0] ?? '')).toBe(200);
    expect(await ada.json<SecondFactorState>('GET', '/api/v1/account/second-step')).toMatchObject({
      compulsory: false,
      recovery_codes: 0,
      passkeys: [],
    });
    expect(
      await visitor().json('POST', '/api/v1/sign-in', { login, password: goodPassword }),
    ).toEqual({ state: 'signed_in' });
    expect(await change(goodPassword, 'kVq7#zLm')).toBe(400);
    const kinds = (await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit')).items.map(
      ({ kind }) => kind,
    );
    for (const kind of ['second_step_added', 'second_step_removed', 'recovery_code_used'])
      expect(kinds).toContain(kind);
  });

  test('a holder of a session and the password can guess at most ten codes to turn it off', async () => {
    const ada = await firstAdmin(api);
    const { secret } = await withTotp(ada, now);
    const off = async (text: string) =>
      (await ada.send('POST', '/api/v1/account/totp/end', { password: goodPassword, code: text }))
        .status;
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push(await off('000000'));
    expect(statuses).toEqual([...Array<number>(10).fill(400), 429, 429]);
    expect(await off(codeAt(secret, now))).toBe(429);
    now += 16 * minute;
    expect(await off(codeAt(secret, now))).toBe(200);
  });
});
