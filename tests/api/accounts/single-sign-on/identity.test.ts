import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { People } from '#contract/accounts/schemas.ts';
import { singleSignOnPaths } from '#contract/accounts/constants.ts';
import type { SignOnApi } from '../../../reliability/accounts/sign-on-api.ts';
import { openSignOn } from '../../../reliability/accounts/single-sign-on.ts';
import { invitePerson, TestBrowser } from '../../../setup/api/accounts.ts';
import { engines } from '../../../setup/api/stores.ts';

const bo = { sub: '00u-bo', email: 'bo@example.org', email_verified: true, name: 'Bo' };
const why = (fault: string) => `${singleSignOnPaths.page}?why=${fault}&to=%2Fprojects`;

describe.each(engines)('sign-ins by an invitation of the organisation on $name', (engine) => {
  let one: SignOnApi;
  beforeEach(async () => {
    one = await openSignOn(engine);
  });
  afterEach(() => one.close());
  const visitor = () => new TestBrowser(one.api);
  const people = () => one.ada.json<People>('GET', '/api/v1/people');

  // Seen to fail with a user name matched against invitations, as it was before 2026-11-27.
  test.each([
    ['an e-mail address of their own', { email: 'mallory@example.org', email_verified: true }],
    ['no e-mail address', {}],
    ['the address unverified', { email: 'ada.admin@example.org' }],
    ['the address denied', { email: 'ada.admin@example.org', email_verified: false }],
  ])(
    'a person who chose an invited address as user name, with %s, gets no account and moves none',
    async (_, claims) => {
      await one.invite('ada.admin@example.org', 'admin');
      const cy = await invitePerson(one.api, one.ada, 'cy@example.org', 'manager');
      await one.invite('cy@example.org');
      for (const preferred_username of ['ada.admin@example.org', 'cy@example.org'])
        expect(
          await one.signIn(visitor(), { sub: 'mallory', ...claims, preferred_username }),
        ).toMatchObject({ to: why('no_account') });
      expect((await people()).people).toHaveLength(2);
      expect((await cy.send('GET', '/api/v1/session')).status).toBe(200);
    },
  );

  test('an invitation of another issuer, or without an identity, is rejected', async () => {
    const invite = async (body: object) =>
      (
        await one.ada.send('POST', '/api/v1/invitations', {
          role: 'viewer',
          way: 'organisation',
          ...body,
        })
      ).status;
    expect([
      await invite({ login: 'bo.l' }),
      await invite({ login: 'bo.l', subject: 'b', way: 'link' }),
    ]).toEqual([400, 400]);
    expect(await invite({ login: 'bo@example.org' })).toBe(201);
    await one.api.db.write((trx) =>
      trx
        .updateTable('invitation')
        .set({ issuer: 'https://elsewhere.example' } as never)
        .execute(),
    );
    expect(await one.signIn(visitor(), bo)).toMatchObject({ to: why('no_account') });
  });
});
