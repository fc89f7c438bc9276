// F13. Seen to fail: without `last_step < step` in spendTotpStep, with what is true in
// any case in spendRecoveryCode (on PostgreSQL) and in spendChallenge (each is taken many times),
// without endPendingSignIn in signInWithCode, with a session under the secret of beginPendingSignIn
// in after-password.ts, with the secret that the browser bore used again in createSession, without
// signInThrottle.begin in signInWithCode.
import type { Endpoint } from '#contract/core/endpoint.ts';
import { type Endpoints, endpoints } from '#contract/endpoints.ts';
import type { PasskeyOptions } from '#contract/accounts/second-factor-schemas.ts';
import { policy } from '#server/core/policy.ts';
import { firstAdmin, goodPassword, TestBrowser } from '../../setup/api/accounts.ts';
import type { TestApi } from '../../setup/api/api.ts';
import { Authenticator } from '../../setup/api/sign-in/authenticator.ts';
import { codeAt, withTotp } from '../../setup/api/sign-in/second-factor.ts';
import { random } from '../setup/random.ts';

const login = 'ada@example.org';
const secretIn = (browser: TestBrowser, name: string): string =>
  new RegExp(`(?:^|; )${name}=([\\w-]+)`).exec(browser.cookie)?.[1] ?? '';
const code = (browser: TestBrowser, text: string) =>
  browser.send('POST', '/api/v1/sign-in/code', { code: text });

/**
 * One code of an app, one recovery code and one answer of a passkey, each sent at once by several
 * known browsers with pending sign-ins of their own.
 */
export async function onceFaults(
  api: TestApi,
  now: number,
  many: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const ada = await firstAdmin(api);
  const browsers = Array.from({ length: many }, (_, i) => new TestBrowser(api, `203.0.${i}.7`));
  for (const browser of browsers) await browser.signIn(login);
  const { secret, codes } = await withTotp(ada, now);
  const device = new Authenticator();
  const options = await ada.json<PasskeyOptions>('POST', '/api/v1/account/passkeys/start', {
    password: goodPassword,
  });
  await ada.json('POST', '/api/v1/account/passkeys', { name: 'x', answer: device.make(options) });
  const together = async (
    what: string,
    send: (browser: TestBrowser) => Promise<Response>,
  ): Promise<void> => {
    for (const browser of browsers) await browser.signIn(login);
    const statuses = (await Promise.all(browsers.map(send))).map(({ status }) => status);
    const successes = statuses.filter((status) => status === 200).length;
    if (successes !== 1) faults.push(`${what}: taken ${successes} times`);
    const other = statuses.find((status) => status !== 200 && status !== 401);
    if (other !== undefined) faults.push(`${what}: answered ${other}`);
    const again = new TestBrowser(api, '198.51.100.1');
    await again.signIn(login);
    if ((await send(again)).status === 200) faults.push(`${what}: taken once more`);
  };
  await together('a code of the app', (browser) => code(browser, codeAt(secret, now)));
  await together('a recovery code', (browser) => code(browser, codes[0] ?? ''));
  // a device without a counter: only the challenge distinguishes two uses
  const answer = device.show(
    await ada.json<PasskeyOptions>('POST', '/api/v1/sign-in/passkey/options', { step: 'first' }),
    { counter: 0 },
  );
  await together('an answer of a passkey', (browser) =>
    browser.send('POST', '/api/v1/sign-in/passkey', { step: 'first', answer }),
  );
  return faults;
}

/** What a pending sign-in can open, and whether the session after it is a new one. */
export async function halfFaults(
  api: TestApi,
  now: number,
  rounds: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const ada = await firstAdmin(api);
  const { codes } = await withTotp(ada, now);
  const sessions = new Set<string>();
  const privateEndpoints = (Object.keys(endpoints) as (keyof Endpoints)[]).filter(
    (id) => !('open' in policy[id]) && id !== 'setUp',
  );
  for (let i = 0; i < Math.min(rounds, codes.length); i += 1) {
    const browser = new TestBrowser(api, `203.0.${i}.7`);
    const planted = 'p'.repeat(43);
    await browser.send(
      'POST',
      '/api/v1/sign-in',
      { login, password: goodPassword },
      { cookie: `headway_session=${planted}` },
    );
    const half = secretIn(browser, 'headway_step');
    if (half === '') faults.push(`round ${i}: nothing was left by the password`);
    const copy = browser.copy();
    for (const id of privateEndpoints) {
      const { method, path }: Endpoint = endpoints[id];
      const address = path.replace(/:([a-z]+)/g, 'x');
      for (const cookie of [
        `headway_step=${half}`,
        `headway_session=${half}`,
        `headway_step=${half}; headway_session=${half}`,
      ]) {
        const { status, body } = await browser.send(method, address, undefined, { cookie });
        await body?.cancel();
        if (status !== 401) faults.push(`round ${i}: ${id} was answered ${status}`);
      }
    }
    if ((await code(browser, codes[i] ?? '')).status !== 200)
      faults.push(`round ${i}: the second step was refused`);
    const session = secretIn(browser, 'headway_session');
    if (session === '' || session === half || session === planted || sessions.has(session))
      faults.push(`round ${i}: the session was not new`);
    sessions.add(session);
    if (secretIn(browser, 'headway_step') !== '')
      faults.push(`round ${i}: half a sign-in was left`);
    if ((await code(copy, codes[i + 1] ?? '')).status !== 401)
      faults.push(`round ${i}: half a sign-in was used again`);
    const rows = JSON.stringify(
      await api.db.read.selectFrom('account_session').selectAll().execute(),
    );
    if (rows.includes(session) || rows.includes(half))
      faults.push(`round ${i}: a secret lies in the store`);
  }
  return faults;
}

/**
 * Guesses from everywhere after the right password: how many are checked, their answers, and
 * whether the owner can still sign in.
 */
export async function guessFaults(
  api: TestApi,
  now: number,
  seed: number,
  guesses: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const next = random(seed);
  const ada = await firstAdmin(api);
  const { secret } = await withTotp(ada, now);
  await ada.json('POST', '/api/v1/sign-out');
  const right = new Set([-1, 0, 1].map((away) => codeAt(secret, now, away)));
  const answersByStatus = new Map<number, Set<string>>();
  let checks = 0;
  for (let i = 0; i < guesses; i += 1) {
    const browser = new TestBrowser(api, `198.${18 + (i % 2)}.${i % 250}.1`);
    await browser.signIn(login);
    const guess = String(Math.floor(next() * 1_000_000)).padStart(6, '0');
    if (right.has(guess)) continue;
    const response = await code(browser, guess);
    const { reference: _, ...body } = (await response.json()) as Record<string, unknown>;
    if (response.status === 401) checks += 1;
    answersByStatus.set(
      response.status,
      (answersByStatus.get(response.status) ?? new Set()).add(JSON.stringify(body)),
    );
  }
  if (checks > 10) faults.push(`${checks} guesses were checked`);
  for (const [status, bodies] of answersByStatus)
    if (bodies.size > 1 || ![401, 429].includes(status))
      faults.push(`${status} was told in ${bodies.size} ways`);
  await ada.signIn(login);
  if ((await code(ada, codeAt(secret, now))).status !== 200)
    faults.push('the owner was locked out of a known browser');
  return faults;
}
