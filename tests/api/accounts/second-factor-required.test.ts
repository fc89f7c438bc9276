import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { People } from '#contract/accounts/schemas.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import { type Endpoints, endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/core/endpoint.ts';
import { schemas } from '#contract/schemas.ts';
import type {
  RecoveryCodes,
  SecondFactorState,
  TotpSecret,
} from '#contract/accounts/second-factor-schemas.ts';
import { policy } from '#server/core/policy.ts';
import {
  changePerson,
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import {
  codeAt,
  requireSecondStep,
  testSecondFactor,
  withTotp,
} from '../../setup/api/sign-in/second-factor.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('a required second factor on $name', (engine) => {
  const now = Date.parse('2021-05-10T08:00:00Z');
  let api: TestApi;
  let ada: TestBrowser;
  beforeEach(async () => {
    api = await openApi(engine, {
      passwords: plainPasswords,
      secondFactor: testSecondFactor,
      clock: () => new Date(now),
    });
    ada = await firstAdmin(api);
  });
  afterEach(() => api.close());
  const people = () => ada.json<People>('GET', '/api/v1/people');
  const person = async (login: string) =>
    (await people()).people.find((one) => one.login === login);
  const requireFor = (...roles: string[]) => requireSecondStep(ada, roles, 'the audit of May');
  const setUp = async (browser: TestBrowser) => {
    const { secret } = await browser.json<TotpSecret>('POST', '/api/v1/sign-in/totp/start');
    const wrong = await browser.send('POST', '/api/v1/sign-in/totp', { code: '000000' });
    expect(wrong.status).toBe(400);
    return browser.json<RecoveryCodes>('POST', '/api/v1/sign-in/totp', {
      code: codeAt(secret, now),
    });
  };

  test('a person without it is signed out at once, and at the next sign-in can only set it up', async () => {
    const bo = await invitePerson(api, ada, 'bo@x.org', 'manager');
    const cy = await invitePerson(api, ada, 'cy@x.org', 'viewer');
    expect((await requireFor('manager')).status).toBe(200);
    const listed = await people();
    expect(schemas.listPeople.reply.safeParse(listed).error?.issues ?? []).toEqual([]);
    expect(listed.second_step_roles).toEqual(['manager']);
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(401);
    expect((await cy.send('GET', '/api/v1/overview')).status).toBe(200);
    const session = await bo.json('POST', '/api/v1/sign-in', {
      login: 'bo@x.org',
      password: goodPassword,
    });
    expect(session).toEqual({ state: 'second_step_missing', because: 'role' });
    const own: ReadonlySet<string> = new Set([
      'startFirstTotp',
      'turnOnFirstTotp',
      'startFirstPasskey',
      'addFirstPasskey',
    ]);
    const closedIds = (Object.keys(endpoints) as (keyof Endpoints)[]).filter(
      (id) => !own.has(id) && !('open' in policy[id]) && id !== 'setUp',
    );
    for (const id of closedIds) {
      const { method, path }: Endpoint = endpoints[id];
      const { status } = await bo.send(method, path.replace(/:([a-z]+)/g, 'x'));
      expect([id, status]).toEqual([id, 401]);
    }
    expect((await bo.send('POST', '/api/v1/sign-in/code', { code: '000000' })).status).toBe(401);
    expect((await setUp(bo)).recovery_codes).toHaveLength(10);
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(200);
    expect(await bo.json<SecondFactorState>('GET', '/api/v1/account/second-step')).toMatchObject({
      compulsory: true,
      recovery_codes: 10,
    });
  });

  test('a token is rejected while its owner still needs a second factor', async () => {
    const bo = await invitePerson(api, ada, 'bo@x.org', 'manager');
    const { secret } = await bo.json<{ secret: string }>('POST', '/api/v1/tokens', {
      name: 'nightly',
      role: 'manager',
    });
    const status = async () =>
      (
        await api.send('GET', '/api/v1/overview', {
          headers: { authorization: `Bearer ${secret}` },
        })
      ).status;
    expect(await status()).toBe(200);
    await requireFor('manager');
    expect(await status()).toBe(401);
    await bo.signIn('bo@x.org');
    await setUp(bo);
    expect(await status()).toBe(200);
  });

  // Seen to fail without the end of pending sign-ins in accounts/pending-sign-in-store.ts.
  test('a pending sign-in ends with a new password, and with everything that signs its owner out', async () => {
    await requireFor('manager');
    const { address } = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
      login: 'bo@x.org',
      role: 'manager',
    });
    const first = { secret: address.slice(6), name: 'Bo', password: goodPassword };
    await new TestBrowser(api).json('POST', '/api/v1/invitations/accept', first);
    const bo = await person('bo@x.org');
    const ways: readonly (() => Promise<unknown>)[] = [
      () => ada.json('POST', `/api/v1/people/${bo?.id}/sessions/end`),
      async () => {
        await changePerson(ada, bo?.id, { state: 'disabled' });
        await changePerson(ada, bo?.id, { state: 'active' });
      },
      async () => {
        const invitation = await ada.json<{ address: string }>(
          'POST',
          `/api/v1/people/${bo?.id}/password`,
        );
        const body = {
          secret: invitation.address.slice(6),
          password: 'nine boats on a green river',
        };
        await new TestBrowser(api).json('POST', '/api/v1/invitations/accept', body);
      },
    ];
    for (const end of ways) {
      const thief = new TestBrowser(api);
      expect(await (await thief.signIn('bo@x.org')).json()).toMatchObject({
        state: 'second_step_missing',
      });
      const { secret } = await thief.json<TotpSecret>('POST', '/api/v1/sign-in/totp/start');
      await end();
      expect(
        (await thief.send('POST', '/api/v1/sign-in/totp', { code: codeAt(secret, now) })).status,
      ).toBe(401);
    }
  });

  test('an open stream ends within a second when its owner must set up a second factor', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const bo = await invitePerson(api, ada, 'bo@x.org', 'manager');
    const reader = (await bo.send('GET', '/api/v1/events')).body?.getReader();
    await reader?.read();
    await requireFor('manager');
    await vi.advanceTimersByTimeAsync(1000);
    while (!(await reader?.read())?.done);
    api.app.close();
  });

  test('an invited or promoted person of such a role sets it up first and keeps it with the role', async () => {
    await requireFor('analyst');
    const { address } = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
      login: 'dee@x.org',
      role: 'analyst',
    });
    const dee = new TestBrowser(api);
    const body = { secret: address.slice(6), name: 'Dee', password: goodPassword };
    expect(await dee.json('POST', '/api/v1/invitations/accept', body)).toEqual({
      state: 'second_step_missing',
      because: 'role',
    });
    expect((await dee.send('GET', '/api/v1/overview')).status).toBe(401);
    await setUp(dee);
    expect((await dee.send('GET', '/api/v1/overview')).status).toBe(200);
    const off = async (code: string) =>
      (await dee.send('POST', '/api/v1/account/totp/end', { password: goodPassword, code })).status;
    const renewed = await dee.json<RecoveryCodes>('POST', '/api/v1/account/recovery-codes', {
      password: goodPassword,
    });
    const [code = ''] = renewed.recovery_codes;
    expect(await off(code)).toBe(409);
    const cy = await invitePerson(api, ada, 'cy@x.org', 'viewer');
    const { id, version } = (await person('cy@x.org')) ?? {};
    await ada.json(
      'PATCH',
      `/api/v1/people/${id}`,
      { role: 'analyst' },
      { 'if-match': `"${version}"` },
    );
    expect((await cy.send('GET', '/api/v1/overview')).status).toBe(401);
    await requireFor();
    expect(await off(code)).toBe(200);
  });

  test('an admin without a second factor cannot require it of admins; the audit records the roles and the reason', async () => {
    expect((await requireFor('admin', 'manager')).status).toBe(409);
    await withTotp(ada, now);
    expect((await requireFor('manager', 'admin')).status).toBe(200);
    expect((await requireFor('god')).status).toBe(400);
    expect((await requireFor('admin', 'admin')).status).toBe(400);
    expect((await ada.send('PUT', '/api/v1/people/second-step', { roles: [] })).status).toBe(400);
    const [event] = (
      await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit?kind=second_step_roles')
    ).items;
    expect(event).toMatchObject({
      actor: 'Ada',
      detail: { roles: 'manager,admin', reason: 'the audit of May' },
    });
  });

  test('an admin resets a lost second factor: the person is signed out, and a short password alone is rejected', async () => {
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const { id } = (await person('bo@x.org')) ?? {};
    const reset = async (who = id) =>
      (await ada.send('POST', `/api/v1/people/${who}/second-step/end`)).status;
    expect(await reset()).toBe(409);
    await withTotp(bo, now);
    await bo.json('POST', '/api/v1/account/password', {
      current: goodPassword,
      password: 'kVq7#zLm',
    });
    expect(await reset()).toBe(200);
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(401);
    const session = await bo.json('POST', '/api/v1/sign-in', {
      login: 'bo@x.org',
      password: 'kVq7#zLm',
    });
    expect(session).toEqual({ state: 'second_step_missing', because: 'short_password' });
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(401);
    await setUp(bo);
    expect((await bo.send('GET', '/api/v1/overview')).status).toBe(200);
    expect(await reset((await person('ada@example.org'))?.id)).toBe(409);
    expect(await reset('nobody')).toBe(404);
    const kinds = (await ada.json<{ items: AuditEvent[] }>('GET', '/api/v1/audit')).items.map(
      ({ kind, object }) => [kind, object],
    );
    expect(kinds).toContainEqual(['second_step_reset', 'bo@x.org']);
  });
});
