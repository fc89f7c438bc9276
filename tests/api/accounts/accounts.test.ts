import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { People } from '#contract/accounts/schemas.ts';
import type { Session } from '#contract/service/schemas.ts';
import { schemas } from '#contract/schemas.ts';
import { currentRevision } from '#server/db/revision-log.ts';
import {
  firstAdmin,
  goodPassword,
  invitePerson,
  plainPasswords,
  localIp,
  TestBrowser,
} from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const minute = 60_000;

describe.each(engines)('accounts on $name', (engine) => {
  let now = 0;
  let api: TestApi;
  beforeEach(async () => {
    now = Date.parse('2021-05-10T08:00:00Z');
    api = await openApi(engine, { passwords: plainPasswords, clock: () => new Date(now) });
  });
  afterEach(() => api.close());
  const visitor = (ip?: string) => new TestBrowser(api, ip);
  const people = (admin: TestBrowser) => admin.json<People>('GET', '/api/v1/people');
  const change = async (admin: TestBrowser, login: string, patch: unknown) => {
    const person = (await people(admin)).people.find((one) => one.login === login);
    return admin.send('PATCH', `/api/v1/people/${person?.id}`, patch, {
      'if-match': `"${person?.version}"`,
    });
  };

  test('local mode is unchanged until the first account exists; then everybody must sign in, also on this computer', async () => {
    const nobody = new TestBrowser(api, localIp);
    expect(await nobody.json<Session>('GET', '/api/v1/session')).toMatchObject({
      mode: 'local',
      role: 'manager',
      name: 'local',
    });
    expect((await nobody.json<Session>('GET', '/api/v1/session')).may).toContain('set_up');
    const before = await currentRevision(api.db);
    const ada = await firstAdmin(api);
    expect(await ada.json<Session>('GET', '/api/v1/session')).toMatchObject({
      mode: 'account',
      role: 'admin',
      name: 'Ada',
    });
    for (const path of [
      '/api/v1/session',
      '/api/v1/overview',
      '/api/v1/projects',
      '/api/v1/events',
    ])
      expect([path, (await nobody.send('GET', path)).status]).toEqual([path, 401]);
    for (const path of ['/api/v1/accounts', '/api/v1/session'])
      expect([
        path,
        (await nobody.send('POST', path, path.endsWith('accounts') ? {} : { key: 'x' })).status,
      ]).toEqual([path, 404]);
    expect(
      (
        await ada.send('POST', '/api/v1/accounts', {
          login: 'eve@x.org',
          name: 'Eve',
          password: goodPassword,
        })
      ).status,
    ).toBe(404);
    expect(await currentRevision(api.db)).toBe(before);
  });

  test('of two requests for the first account at once one makes an admin', async () => {
    const answers = await Promise.all(
      ['ada', 'bob'].map((name) =>
        new TestBrowser(api, localIp).send('POST', '/api/v1/accounts', {
          login: `${name}@x.org`,
          name,
          password: goodPassword,
        }),
      ),
    );
    expect(answers.map((a) => a.status).toSorted()[0]).toBe(200);
    expect(answers.filter((a) => a.status === 200)).toHaveLength(1);
  });

  test('an invitation works once, for its login and role; its secret is in no list and in no store', async () => {
    const ada = await firstAdmin(api);
    const invitation = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
      login: 'bo@x.org',
      role: 'viewer',
    });
    const secret = invitation.address.replace('/join#', '');
    expect(secret).toMatch(/^[\w-]{43}$/);
    const listed = await people(ada);
    expect(schemas.listPeople.reply.safeParse(listed).error?.issues ?? []).toEqual([]);
    expect(listed.invitations).toMatchObject([
      { login: 'bo@x.org', role: 'viewer', kind: 'account', invited_by: 'Ada' },
    ]);
    expect(JSON.stringify(listed)).not.toContain(secret);
    expect(
      JSON.stringify(await api.db.read.selectFrom('invitation').selectAll().execute()),
    ).not.toContain(secret);

    const bo = visitor();
    expect(await bo.json('POST', '/api/v1/invitations/read', { secret })).toEqual({
      kind: 'account',
      login: 'bo@x.org',
      role: 'viewer',
      zone: expect.objectContaining({ en: expect.stringMatching(/Qingdao/) }),
      least: 15,
    });
    const accept = (name: string, password: string) =>
      bo.send('POST', '/api/v1/invitations/accept', { secret, name, password });
    expect((await accept('Ada', goodPassword)).status).toBe(409);
    expect((await accept('Bo', 'short')).status).toBe(400);
    expect((await accept('Bo', goodPassword)).status).toBe(200);
    expect(await bo.json<Session>('GET', '/api/v1/session')).toMatchObject({
      name: 'Bo',
      role: 'viewer',
    });
    expect((await accept('Bo2', goodPassword)).status).toBe(404);
    expect((await visitor().send('POST', '/api/v1/invitations/read', { secret })).status).toBe(404);

    const late = await ada.json<{ address: string }>('POST', '/api/v1/invitations', {
      login: 'cy@x.org',
      role: 'admin',
    });
    now += 8 * 24 * 60 * minute;
    expect(
      (await visitor().send('POST', '/api/v1/invitations/read', { secret: late.address.slice(6) }))
        .status,
    ).toBe(404);
  });

  test('sign-in answers a wrong name, a wrong password and a disabled account alike', async () => {
    const ada = await firstAdmin(api);
    await invitePerson(api, ada, 'bo@x.org', 'viewer');
    expect((await change(ada, 'bo@x.org', { state: 'disabled' })).status).toBe(200);
    const tryToSignIn = async (login: string, password: string) => {
      const response = await visitor().signIn(login, password);
      const { reference: _, ...body } = (await response.json()) as Record<string, unknown>;
      return {
        status: response.status,
        headers: [...response.headers].filter(([name]) => name !== 'date'),
        body,
      };
    };
    const unknown = await tryToSignIn('nobody@x.org', goodPassword);
    expect(unknown.status).toBe(401);
    expect(await tryToSignIn('ada@example.org', 'wrong wrong wrong wrong')).toEqual(unknown);
    expect(await tryToSignIn('bo@x.org', goodPassword)).toEqual(unknown);
    expect((await visitor().signIn(' ADA@example.ORG ')).status).toBe(200);
  });

  test('the last admin can be neither demoted nor disabled, and a change with an old version is refused', async () => {
    const ada = await firstAdmin(api);
    expect((await change(ada, 'ada@example.org', { role: 'viewer' })).status).toBe(409);
    expect((await change(ada, 'ada@example.org', { state: 'disabled' })).status).toBe(409);
    await invitePerson(api, ada, 'bo@x.org', 'admin');
    const [bo] = (await people(ada)).people.filter((one) => one.login === 'bo@x.org');
    const patch = (version = '') =>
      ada.send(
        'PATCH',
        `/api/v1/people/${bo?.id}`,
        { role: 'analyst' },
        { 'if-match': `"${version}"` },
      );
    expect((await ada.send('PATCH', `/api/v1/people/${bo?.id}`, { role: 'analyst' })).status).toBe(
      428,
    );
    expect((await patch(bo?.version)).status).toBe(200);
    for (const version of [
      bo?.version,
      '1',
      bo?.version.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    ])
      expect([version, (await patch(version)).status]).toEqual([version, 412]);
    expect((await change(ada, 'ada@example.org', { role: 'manager' })).status).toBe(409);
  });
});
