// R-15, F13-14. Each control was seen to accept its answer once it was turned off: in
// accounts/single-sign-on-store.ts without the state, the cookie, the end after ten minutes, or the
// deletion, and with folded names treated as equal; in cli/security/open-id-provider.ts without
// enableNonRepudiationChecks (foreign keys; without the list of algorithms too: none and HS256),
// the time of issue, the form of the subject, email_verified, the limit of bytes; in oauth4webapi
// without nonce, aud, azp, iss, exp, nbf.
import type { JWTPayload } from 'jose';
import { TestBrowser } from '../../setup/api/accounts.ts';
import {
  signToken,
  signedWithPublicKey,
  makeUnsignedToken,
  type Person,
  type Twist,
} from '../../setup/api/sign-in/provider.ts';
import type { SignOnApi } from './sign-on-api.ts';

type Came = Promise<{ readonly status: number; readonly to: string }>;
/** Sends a hostile answer about an invited person to Headway. */
type Hostile = (one: SignOnApi, browser: TestBrowser, person: Person) => Came;

/** The redirects are honest; the provider's answer is not. */
const makeHostile =
  (twist: Twist, change: (person: Person) => Person = (person) => person): Hostile =>
  async (one, browser, person) => {
    const address = await one.start(browser);
    one.provider.twist = twist;
    return one.back(browser, one.provider.grant(address, change(person)));
  };
const claims = (change: (claims: JWTPayload) => JWTPayload): Hostile =>
  makeHostile({ claims: change });
const without =
  (...names: readonly string[]) =>
  (all: JWTPayload): JWTPayload =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
/** The provider is honest; the browser's answer is not. */
const answered =
  (change: (answer: URLSearchParams) => URLSearchParams | string): Hostile =>
  async (one, browser, person) =>
    one.back(
      browser,
      new URLSearchParams(change(one.provider.grant(await one.start(browser), person))),
    );
const text = (body: string, type = 'application/json', status = 200): Hostile =>
  makeHostile({ answer: () => ({ status, type, body }) });
const later = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const set = (name: string, value: string) => (answer: URLSearchParams) => {
  answer.set(name, value);
  return answer;
};

export const hostileAnswers: Readonly<Record<string, Hostile>> = {
  'no state': answered((answer) => {
    answer.delete('state');
    return answer;
  }),
  'a foreign state': answered(set('state', 'A'.repeat(43))),
  'a state twice': answered((answer) => `${answer}&state=${answer.get('state')}`),
  'the state of another browser’s attempt': async (one, browser, person) => {
    const other = new TestBrowser(one.api);
    const answer = one.provider.grant(await one.start(other), person);
    await one.start(browser);
    return one.back(browser, answer);
  },
  'an answer in a browser that asked nothing': async (one, browser, person) =>
    one.back(browser, one.provider.grant(await one.start(new TestBrowser(one.api)), person)),
  'a state that was used': async (one, browser, person) => {
    const address = await one.start(browser);
    await one.back(browser, set('error', 'access_denied')(one.provider.grant(address, person)));
    return one.back(browser, one.provider.grant(address, person));
  },
  'an attempt of eleven minutes ago': async (one, browser, person) => {
    const answer = one.provider.grant(await one.start(browser), person);
    one.pass(11 * 60_000);
    return one.back(browser, answer);
  },
  'a wrong nonce': claims((all) => ({ ...all, nonce: 'B'.repeat(43) })),
  'no nonce': claims(without('nonce')),
  'alg none': makeHostile({ token: makeUnsignedToken }),
  'HS256 with the public key': makeHostile({ token: signedWithPublicKey }),
  'another key under the same name': makeHostile({
    token: (all, { foreign }) => signToken(all, foreign.privateKey),
  }),
  'a key that the provider does not name': makeHostile({
    token: (all, { foreign }) => signToken(all, foreign.privateKey, { kid: 'k2' }),
  }),
  'another audience': claims((all) => ({ ...all, aud: 'another' })),
  'several audiences without azp': claims((all) => ({ ...all, aud: ['headway', 'another'] })),
  'azp without an audience': claims((all) => ({ ...without('aud')(all), azp: 'headway' })),
  'an issuer off by one slash': claims((all) => ({ ...all, iss: `${all.iss}/` })),
  'an answer that names another issuer': answered(set('iss', 'http://127.0.0.1:1/zone')),
  expired: claims((all) => ({ ...all, iat: later(-900), exp: later(-600) })),
  'no expiry': claims(without('exp')),
  'issued in the future': claims((all) => ({ ...all, iat: later(600), exp: later(900) })),
  'not valid yet': claims((all) => ({ ...all, nbf: later(600) })),
  'no subject': claims(without('sub')),
  'a subject of 5,000 letters': claims((all) => ({ ...all, sub: 'x'.repeat(5000) })),
  'a subject that is a number': claims((all) => ({ ...all, sub: 7 as unknown as string })),
  'a code that was used': async (one, browser, person) => {
    const address = await one.start(browser);
    const answer = one.provider.grant(address, person);
    const thief = new TestBrowser(one.api);
    const second = await one.start(thief);
    await one.back(
      thief,
      set('state', second.searchParams.get('state') ?? '')(new URLSearchParams(answer)),
    );
    return one.back(browser, answer);
  },
  'a code that was stolen from another browser': async (one, browser, person) => {
    const foreignAnswer = one.provider.grant(await one.start(new TestBrowser(one.api)), person);
    const address = await one.start(browser);
    return one.back(browser, set('state', address.searchParams.get('state') ?? '')(foreignAnswer));
  },
  'an error': answered(set('error', 'access_denied')),
  'an error with markup': answered((answer) =>
    set(
      'error',
      'hostile<script>',
    )(set('error_description', '<img src=x onerror=hostile>')(answer)),
  ),
  'no code': answered((answer) => {
    answer.delete('code');
    return answer;
  }),
  'two codes': answered((answer) => `${answer}&code=x`),
  'an error of the token endpoint': text(
    '{"error":"invalid_grant","error_description":"<hostile>"}',
    'application/json',
    400,
  ),
  'a page instead of an answer': text('<html>hostile', 'text/html'),
  'an answer of the token endpoint with 500': text('{}', 'application/json', 500),
  'broken JSON': text('{"access_token":'),
  'JSON that is no object': text('[1]'),
  'no ID token': makeHostile({
    answer: ({ id_token: _, ...body }) => ({ body: JSON.stringify(body) }),
  }),
  'an ID token that is none': makeHostile({ token: () => 'a.b.c' }),
  'an answer of 8 MB': makeHostile({
    answer: (body) => ({ body: JSON.stringify({ ...body, padding: 'x'.repeat(8_000_000) }) }),
  }),
  'brackets 200,000 deep': text(`{"access_token":${'['.repeat(200_000)}`),
  'an address that is not verified': claims((all) => ({ ...all, email_verified: false })),
  'an address of which nothing is said': claims(without('email_verified')),
  'a verified address of another person with an invited one as name': claims((all) => ({
    ...all,
    email: 'x@evil.example',
    name: all['email'],
  })),
  'an unverified address as user name': claims((all) => ({
    ...all,
    email_verified: false,
    preferred_username: all['email'],
  })),
  'letters that only fold to the invited ones': claims((all) => ({
    ...all,
    email: String(all['email']).replace('example', 'éxample'),
  })),
  'words about another subject': async (one, browser, person) => {
    const address = await one.start(browser);
    one.provider.twist = {
      claims: without('email', 'email_verified'),
      userinfo: { ...person, sub: 'another' },
    };
    return one.back(browser, one.provider.grant(address, person));
  },
};
