import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { singleSignOnPaths } from '#contract/accounts/constants.ts';
import { openIdProvider } from '#server/cli/security/open-id-provider.ts';
import { firstAdmin, plainPasswords, TestBrowser } from '../../setup/api/accounts.ts';
import { openApi, origin } from '../../setup/api/api.ts';
import { clientId, clientSecret, Provider, type Twist } from '../../setup/api/sign-in/provider.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { countOf, outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import type { SignOnApi } from './sign-on-api.ts';
import { hostileAnswers } from './provider-answers.ts';
import { random } from '../setup/random.ts';

export async function openSignOn(
  engine?: TestEngine,
  more: { readonly role?: 'viewer' | 'analyst' | 'manager' } = {},
): Promise<SignOnApi> {
  const provider = await Provider.open();
  let now = Date.parse('2021-05-10T08:00:00Z');
  const identityProvider = openIdProvider({
    issuer: provider.issuer,
    clientId,
    clientSecret,
    scopes: 'openid profile email',
    ...more,
  });
  const api = await openApi(engine, {
    passwords: plainPasswords,
    identityProvider,
    clock: () => new Date(now),
  });
  const ada = await firstAdmin(api);
  const start: SignOnApi['start'] = async (browser, to = '/projects') => {
    const response = await browser.send(
      'GET',
      `${singleSignOnPaths.start}?${new URLSearchParams({ to })}`,
    );
    return new URL(response.headers.get('location') ?? '/', origin);
  };
  const back: SignOnApi['back'] = async (browser, answer) => {
    const response = await browser.send('GET', `${singleSignOnPaths.back}?${answer}`);
    return {
      status: response.status,
      to: response.headers.get('location') ?? (await response.text()),
    };
  };
  return {
    api,
    provider,
    ada,
    pass: (ms) => (now += ms),
    start,
    back,
    signIn: async (browser, person) => back(browser, provider.grant(await start(browser), person)),
    invite: async (login, role = 'analyst') => {
      await ada.json('POST', '/api/v1/invitations', { login, role, way: 'organisation' });
    },
    async close() {
      api.app.close();
      await api.close();
      await provider.close();
    },
  };
}

/**
 * Every hostile answer about an invited person, in random order: nobody is signed in, no account is
 * made, nothing breaks; then the honest one succeeds.
 */
export async function oidcFaults(
  engine: TestEngine | undefined,
  seed: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const next = random(seed);
  const one = await openSignOn(engine);
  const accounts = async () =>
    (await one.api.db.read.selectFrom('account').select('id').execute()).length;
  try {
    const tried = Object.entries(hostileAnswers).map(([name, answer]) => ({
      name,
      answer,
      at: next(),
    }));
    for (const { name, answer } of tried.toSorted((a, b) => a.at - b.at)) {
      const login = `${randomBytes(4).toString('hex')}@example.org`;
      const person = { sub: `sub-${login}`, email: login, email_verified: true, name: 'Invited' };
      await one.invite(login);
      const browser = new TestBrowser(
        one.api,
        `203.${Math.floor(next() * 256)}.${Math.floor(next() * 256)}.1`,
      );
      const before = await accounts();
      const { status, to } = await answer(one, browser, person);
      one.provider.twist = {} satisfies Twist;
      if (status !== 302 || !to.startsWith(`${singleSignOnPaths.page}?why=`))
        faults.push(`${name}: ${status} ${to.slice(0, 100)}`);
      if ((await browser.send('GET', '/api/v1/session')).status !== 401)
        faults.push(`${name}: has a session`);
      if ((await accounts()) !== before) faults.push(`${name}: an account was made`);
      if (/<|error|hostile/.test(to)) faults.push(`${name}: what was sent comes back: ${to}`);
      one.pass(61_000);
    }
    const honest = new TestBrowser(one.api);
    await one.invite('honest@example.org', 'manager');
    const good = await one.signIn(honest, {
      sub: 'honest',
      email: 'Honest@example.org',
      email_verified: true,
      name: 'Honest',
    });
    if (good.to !== '/projects') faults.push(`the honest one was sent to ${good.to}`);
    const session = await honest.send('GET', '/api/v1/session');
    const { role } = (await session.json()) as { role?: string };
    if (role !== 'manager') faults.push(`the honest one is ${role}`);
  } finally {
    await one.close();
  }
  return faults;
}

const rounds = 5;
/** On both stores, each round in an order of its own. */
export const oidc: ReliabilityTest = {
  id: 'R-15',
  title: 'hostile answers of an OpenID Connect provider',
  async run(runOptions) {
    const faults: string[] = [];
    const count = countOf(rounds, runOptions);
    for (const engine of engines)
      for (let round = 0; round < count; round += 1)
        faults.push(
          ...(await oidcFaults(engine, runOptions.seed + round)).map(
            (fault) => `${engine.name}, seed ${runOptions.seed + round}: ${fault}`,
          ),
        );
    const tried = Object.keys(hostileAnswers).length;
    return outcome(
      `${tried} hostile answers × ${count} on ${engines.map(({ name }) => name).join(' and ')}: ${faults.length} faults`,
      faults,
    );
  },
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      share: { type: 'string', default: '1' },
    },
  });
  const runOptions = { seed: Number(values.seed), share: Number(values.share) };
  console.log(`seed ${runOptions.seed}`);
  const { isMet, messages } = await oidc.run(runOptions);
  for (const line of messages) console.log(line);
  process.exitCode = isMet ? 0 : 1;
}
