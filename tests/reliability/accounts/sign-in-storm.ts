// R-11. Seen to fail: with known browsers in the same queue as everybody, the owner must try again
// while one password is tried on 1,000 accounts; with `atOnce` of 8, eight passwords are hashed at
// once.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { argon2Passwords } from '#server/cli/security/argon2-passwords.ts';
import { goodPassword } from '../../setup/api/accounts.ts';
import { startServer } from '../../setup/processes/server.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';

const limits = { owner: 2000, viewers: 100, atOnce: 2, perAccount: 10 } as const;
/** Between two tries on one of fifty connections: some hundred tries a second, for ten seconds. */
const pauseMs = 400;
const login = 'ada@example.org';
const wrong = 'not the right one at all';

/** A bounded number of connections that do a number of tries. */
async function inParallel(
  count: number,
  wide: number,
  work: (n: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      await work(n);
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: wide }, one));
}
const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

interface Storm {
  readonly statuses: ReadonlyMap<number, number>;
  /** The waiting time of the owner at each sign-in. */
  readonly owner: readonly number[];
  readonly refused: number;
  readonly viewers: readonly number[];
}
async function storm(
  url: string,
  cookie: string,
  count: number,
  whom: (n: number) => string,
): Promise<Storm> {
  const post = (login: string, password: string, from: string, cookie = '') =>
    fetch(`${url}/api/v1/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, 'x-forwarded-for': from, cookie },
      body: JSON.stringify({ login, password }),
    });
  const statuses = new Map<number, number>();
  const [owner, viewers]: [number[], number[]] = [[], []];
  let refusals = 0;
  let going = true;
  const viewing = (async () => {
    while (going) {
      const from = performance.now();
      await (await fetch(`${url}/api/v1/overview`, { headers: { cookie } })).arrayBuffer();
      viewers.push(performance.now() - from);
      await sleep(5);
    }
  })();
  const signingIn = (async () => {
    while (going) {
      const from = performance.now();
      const answer = await post(login, goodPassword, '203.0.113.7', cookie);
      await answer.arrayBuffer();
      owner.push(performance.now() - from);
      if (answer.status !== 200) refusals += 1;
      await sleep(100);
    }
  })();
  await inParallel(count, 50, async (n) => {
    const answer = await post(whom(n), wrong, `${10 + (n % 90)}.${n >> 8}.${n % 256}.9`);
    await answer.arrayBuffer();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  });
  going = false;
  await Promise.all([viewing, signingIn]);
  return { statuses, owner, refused: refusals, viewers };
}

/** The largest number of passwords that were hashed at once, of `count` simultaneous ones. */
async function mostAtOnce(count: number): Promise<number> {
  const crypto = createRequire(import.meta.url)('node:crypto') as {
    argon2: (...parameters: unknown[]) => void;
  };
  const real = crypto.argon2;
  let [running, most] = [0, 0];
  crypto.argon2 = (...parameters) => {
    most = Math.max(most, (running += 1));
    const callback = parameters.pop() as (...answer: unknown[]) => void;
    real(...parameters, (...answer: unknown[]) => {
      running -= 1;
      callback(...answer);
    });
  };
  syncBuiltinESMExports();
  try {
    const passwords = argon2Passwords();
    await Promise.all(
      Array.from({ length: count }, (_, i) =>
        passwords.hash(`${goodPassword} ${i}`).catch(() => undefined),
      ),
    );
    return most;
  } finally {
    crypto.argon2 = real;
    syncBuiltinESMExports();
  }
}

async function run(runOptions: RunOptions) {
  const count = countOf(1000, runOptions);
  const atOnce = await mostAtOnce(40);
  const faults = atOnce === limits.atOnce ? [] : [`${atOnce} passwords were worked on at once`];
  const messages = [`at most ${atOnce} passwords at once`];
  const server = await startServer();
  try {
    const set = await fetch(`${server.url}/api/v1/accounts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ login, name: 'Ada', password: goodPassword }),
    });
    const cookie = set.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    for (const [name, whom] of [
      ['one account', () => login],
      ['one password', (n: number) => `u${n}@example.org`],
    ] as const) {
      const { statuses, owner, refused, viewers } = await storm(server.url, cookie, count, whom);
      const slowest = Math.max(...owner);
      const p99 = quantile(viewers, 0.99);
      messages.push(
        `${name}: ${[...statuses].map(([status, times]) => `${times} × ${status}`).join(', ')}; the owner came in ${owner.length - refused} of ${owner.length} times, slowest ${Math.round(slowest)} ms; ${viewers.length} reads, p99 ${p99.toFixed(1)} ms`,
      );
      if (name === 'one account' && (statuses.get(401) ?? 0) > limits.perAccount)
        faults.push(`${statuses.get(401)} tries on one account were looked at`);
      if (refused > 0)
        faults.push(`${name}: the owner was refused ${refused} times of ${owner.length}`);
      if (runOptions.share >= 1 && slowest > limits.owner)
        faults.push(`${name}: the owner waited ${Math.round(slowest)} ms`);
      if (runOptions.share >= 1 && p99 > limits.viewers)
        faults.push(`${name}: viewers waited, p99 ${Math.round(p99)} ms`);
      if ([...statuses.keys()].some((status) => status !== 401 && status !== 429))
        faults.push(`${name}: answers ${[...statuses.keys()].join(' ')}`);
    }
  } finally {
    await server.stop();
  }
  return outcome(messages.join('; '), faults);
}

export const loginStorm: ReliabilityTest = {
  id: 'R-11',
  title: 'a storm of sign-ins: 1 account × 1,000, 1 password × 1,000 accounts',
  run,
};
