import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InvitationDetails } from '#contract/accounts/schemas.ts';
import { firstAdmin, invitePerson, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { codeAt, testSecondFactor, withTotp } from '../../setup/api/sign-in/second-factor.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('a link for a new password beside a second factor on $name', (engine) => {
  const now = Date.parse('2021-05-10T08:00:00Z');
  let api: TestApi;
  beforeEach(async () => {
    api = await openApi(engine, {
      passwords: plainPasswords,
      secondFactor: testSecondFactor,
      clock: () => new Date(now),
    });
  });
  afterEach(() => api.close());
  const linkFor = async (ada: TestBrowser): Promise<string> => {
    const { people } = await ada.json<{ people: { id: string; login: string }[] }>(
      'GET',
      '/api/v1/people',
    );
    const id = people.find((one) => one.login === 'bo@x.org')?.id;
    return (
      await ada.json<{ address: string }>('POST', `/api/v1/people/${id}/password`)
    ).address.slice(6);
  };

  test('it does not change the second factor', async () => {
    const ada = await firstAdmin(api);
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const { secret } = await withTotp(bo, now);
    const member = new TestBrowser(api);
    const answer = await member.json('POST', '/api/v1/invitations/accept', {
      secret: await linkFor(ada),
      password: 'two moons over a quiet harbour',
    });
    expect(answer).toEqual({ state: 'second_step', ways: ['totp', 'recovery_code'] });
    expect((await member.send('GET', '/api/v1/overview')).status).toBe(401);
    expect(
      (await member.send('POST', '/api/v1/sign-in/code', { code: codeAt(secret, now) })).status,
    ).toBe(200);
    expect((await member.send('GET', '/api/v1/overview')).status).toBe(200);
  });

  test('it accepts a short password and states its length; without a second factor it accepts none', async () => {
    const ada = await firstAdmin(api);
    const bo = await invitePerson(api, ada, 'bo@x.org', 'viewer');
    const post = (path: string, body: object) =>
      new TestBrowser(api).send('POST', `/api/v1/invitations/${path}`, body);
    const least = async (secret: string) =>
      ((await (await post('read', { secret })).json()) as InvitationDetails).least;
    const accept = async (secret: string, password: string) =>
      (await post('accept', { secret, password })).json() as Promise<unknown>;
    const alone = await linkFor(ada);
    expect(await least(alone)).toBe(15);
    expect(await accept(alone, 'kVq7#zLm')).toMatchObject({
      errors: [{ path: 'password', value: 'too_short' }],
    });
    await withTotp(bo, now);
    const beside = await linkFor(ada);
    expect(await least(beside)).toBe(8);
    for (const [password, value] of [
      ['kVq7#zL', 'too_short'],
      ['babylon5', 'listed'],
    ] as const)
      expect(await accept(beside, password)).toMatchObject({
        code: 'bad_request',
        errors: [{ path: 'password', value }],
      });
    expect(await accept(beside, 'kVq7#zLm')).toEqual({
      state: 'second_step',
      ways: ['totp', 'recovery_code'],
    });
  });
});
