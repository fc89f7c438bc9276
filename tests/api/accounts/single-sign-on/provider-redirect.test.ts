// Seen to fail: without hasUsers in the routes, and without checkReturnPath, the check of the
// account or the limit.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { singleSignOnPaths } from '#contract/accounts/constants.ts';
import { openIdProvider } from '#server/cli/security/open-id-provider.ts';
import type { SignOnApi } from '../../../reliability/accounts/sign-on-api.ts';
import { openSignOn } from '../../../reliability/accounts/single-sign-on.ts';
import { firstAdmin, plainPasswords, TestBrowser } from '../../../setup/api/accounts.ts';
import { openApi } from '../../../setup/api/api.ts';
import { clientId, clientSecret } from '../../../setup/api/sign-in/provider.ts';
import { engines } from '../../../setup/api/stores.ts';

const bo = { sub: '00u-bo', email: 'bo@example.org', email_verified: true, name: 'Bo' };

describe.each(engines)('the redirect to the provider on $name', (engine) => {
  let one: SignOnApi;
  beforeEach(async () => {
    one = await openSignOn(engine);
  });
  afterEach(() => one.close());
  const visitor = () => new TestBrowser(one.api);

  test('a sign-in goes to the provider with S256, state and nonce, bound by a cookie, and returns only to a path of this Headway', async () => {
    await one.invite('bo@example.org');
    const response = await visitor().send('GET', singleSignOnPaths.start, undefined, {
      'x-forwarded-proto': 'https',
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-headway_organisation=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/,
      ),
    ]);
    const address = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: 'https://localhost:4280/sign-in/organisation/back',
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/) as string,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as string,
      code_challenge_method: 'S256',
    });
    for (const [to, led] of [
      ['//evil.example', '/'],
      ['/\\evil.example', '/'],
      ['https://evil.example', '/'],
      ['javascript:alert(1)', '/'],
      ['/sign-in?why=over', '/'],
      ['/api/v1/session', '/'],
      ['/\r\nset-cookie: x=y', '/'],
      ['/projects?stage=signed&lang=ja', '/projects?stage=signed&lang=ja'],
    ] as const) {
      const browser = visitor();
      const came = await one.back(browser, one.provider.grant(await one.start(browser, to), bo));
      expect([to, came.to]).toEqual([to, led]);
      one.pass(61_000);
    }
  });

  test('thirty redirects to the provider in a minute from one network are the limit', async () => {
    for (let i = 0; i < 30; i += 1) await one.start(visitor());
    expect((await one.start(visitor())).href).toContain('why=too_often');
    one.pass(61_000);
    expect((await one.start(visitor())).href).toContain(one.provider.issuer);
  });
});

test.each<[string, (document: Record<string, unknown>) => unknown]>([
  [
    'is off by one slash',
    (document) => ({ ...document, issuer: `${String(document['issuer'])}/` }),
  ],
  [
    'offers nothing but symmetric signatures',
    (document) => ({ ...document, id_token_signing_alg_values_supported: ['HS256', 'none'] }),
  ],
  ['is no object', () => [1]],
  ['has no issuer', ({ issuer: _, ...document }) => document],
  ['has no keys', ({ jwks_uri: _, ...document }) => document],
])('a provider whose metadata %s admits nobody', async (_, metadata) => {
  const one = await openSignOn();
  await one.invite('bo@example.org');
  one.provider.twist = { metadata: (document) => metadata(document) as Record<string, unknown> };
  const browser = new TestBrowser(one.api);
  const address = await one.start(browser);
  const { to } =
    address.pathname === singleSignOnPaths.page
      ? { to: address.href }
      : await one.back(browser, one.provider.grant(address, bo));
  expect(to).toMatch(/why=(unavailable|refused)/);
  expect((await browser.send('GET', '/api/v1/session')).status).toBe(401);
  await one.close();
});

test('before there is an account, and where no organisation is configured, there is no such redirect', async () => {
  const identityProvider = openIdProvider({
    issuer: 'http://127.0.0.1:1',
    clientId,
    clientSecret,
    scopes: 'openid',
    role: 'manager',
  });
  for (const more of [
    { identityProvider, passwords: plainPasswords },
    { passwords: plainPasswords },
  ]) {
    const api = await openApi(undefined, more);
    for (const path of [
      singleSignOnPaths.page,
      singleSignOnPaths.start,
      `${singleSignOnPaths.back}?state=x&code=y`,
    ])
      expect((await api.send('GET', path, { headers: { accept: 'text/html' } })).status).toBe(404);
    await api.close();
  }
  const api = await openApi(undefined, { passwords: plainPasswords });
  const ada = await firstAdmin(api);
  expect(
    (
      await ada.send('POST', '/api/v1/invitations', {
        login: 'bo',
        role: 'viewer',
        way: 'organisation',
      })
    ).status,
  ).toBe(400);
  await api.close();
});

test('with an address of its own the answer comes there, and other addresses redirect to it first', async () => {
  const identityProvider = openIdProvider({
    issuer: 'http://127.0.0.1:1',
    clientId,
    clientSecret,
    scopes: 'openid',
  });
  const config = {
    loopback: true,
    hosts: [],
    version: 'test',
    address: 'https://progress.example.org',
  };
  const api = await openApi(undefined, { passwords: plainPasswords, identityProvider, config });
  const ada = await firstAdmin(api);
  const response = await ada.send('GET', `${singleSignOnPaths.start}?to=/zone`);
  expect(response.headers.get('location')).toBe(
    'https://progress.example.org/sign-in/organisation?to=%2Fzone&moved=1',
  );
  await api.close();
});
