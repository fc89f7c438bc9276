// Seen to fail: with `request.url` instead of the path in the log (secrets in queries), with
// login and password in the rejection of a sign-in.
import { compact } from '#domain/values/compact.ts';
import { firstAdmin, plainPasswords } from '../../setup/api/accounts.ts';
import { openApi } from '../../setup/api/api.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';
import { watchQueries } from '../../setup/api/watch-queries.ts';
import { addressOf, places, walk, withAt } from './contract-walk.ts';
import {
  countOf,
  outcome,
  type RunOptions,
  type ReliabilityTest,
} from '../setup/reliability-test.ts';
import { random } from '../setup/random.ts';

const forged = '\r\n{"level":"error","reference":"forged"}';
/** Fields with private values. */
const private_ = /password|secret|key|current|token|login|email/;

/** The app whose store can be broken, so that answers are errors of the server and are logged. */
async function openBreakable(engine: TestEngine) {
  let isBroken = false;
  const store = await engine.open();
  const db = watchQueries(store.db, () => {
    if (isBroken) throw new TypeError('broken on purpose');
  });
  const api = await openApi(
    { ...engine, open: async () => ({ db, close: store.close }) },
    { passwords: plainPasswords },
  );
  return {
    api,
    setBroken: (is: boolean) => {
      isBroken = is;
    },
  };
}

/** A walk over every endpoint, well and broken, with a canary in everything that is secret. */
async function walkApp(
  engine: TestEngine,
  runOptions: RunOptions,
): Promise<{ readonly faults: string[]; readonly summary: string }> {
  const { api, setBroken } = await openBreakable(engine);
  const next = random(runOptions.seed);
  const canaries: string[] = [];
  const canary = (): string => {
    const one = `canary${Math.floor(next() * 1e9).toString(36)}x${canaries.length}`;
    canaries.push(one);
    return one;
  };
  const faults: string[] = [];
  const { cookie } = await firstAdmin(api);
  const goal = countOf(500, runOptions);
  let stacks = 0;
  let requests = 0;
  for (let round = 0; canaries.length < goal || round < 2; round += 1) {
    setBroken(round % 2 === 1);
    for (const one of walk().filter(({ id }) => id !== 'signOut')) {
      const from = canaries.length;
      const leaves =
        one.body === undefined
          ? []
          : places(one.body).leaves.filter((place) => private_.test(String(place.at(-1))));
      const body = leaves.reduce<unknown>(
        (part, place) => withAt(part, place, () => `${canary()}@example.org`),
        one.body ?? {},
      );
      const headers = {
        cookie: `${cookie}; headway_device=${canary()}; headway_link=${canary()}`,
        authorization: `Bearer ${canary()}`,
        'x-api-key': canary(),
        'idempotency-key': canary(),
        'user-agent': `${canary()} ${encodeURIComponent(forged)}`,
        referer: `http://localhost:4280/key#${canary()}`,
        'x-forwarded-for': encodeURIComponent(forged),
      };
      const query = { ...one.needs, token: `${canary()}${forged}` };
      for (const address of [
        addressOf(one, query),
        addressOf(one, one.needs),
        `${addressOf(one)}/${encodeURIComponent(forged)}`,
      ]) {
        const response = await api.send(one.method, address, {
          headers,
          ...compact({ body: one.method === 'GET' ? undefined : body }),
        });
        const text =
          response.headers.get('content-type')?.startsWith('text/event-stream') === true
            ? ''
            : await response.text();
        if (text === '') await response.body?.cancel();
        requests += 1;
        if (/\bat .*[(/][\w.-]+\.(ts|js|mjs):\d+/.test(text)) stacks += 1;
        // an answer may repeat an address or a name to its sender, but not what proves an identity
        for (const secret of canaries.slice(from))
          if (response.status >= 400 && text.includes(secret) && !/unknown_parameter/.test(text))
            faults.push(`${one.id}: a ${response.status} says ${secret}`);
      }
    }
  }
  setBroken(false);
  const lines = api.log.map((entry) => JSON.stringify(entry));
  const log = lines.join('\n');
  for (const one of canaries) if (log.includes(one)) faults.push(`${one} stands in the log`);
  if (
    log.split('\n').length !== lines.length ||
    lines.some((line) => JSON.parse(line).reference === 'forged')
  )
    faults.push('a line of the log was forged');
  if (stacks > 0) faults.push(`${stacks} answers hold a stack`);
  if (lines.length < 30)
    faults.push(`the log has ${lines.length} lines only: this has tried nothing`);
  api.app.close();
  await api.close();
  return {
    faults,
    summary: `${engine.name}: ${canaries.length} canaries in ${requests} requests, ${lines.length} lines logged`,
  };
}

export const logCanaries: ReliabilityTest = {
  id: 'R-25',
  title: 'secrets and forged lines in the log, stacks in answers',
  async run(runOptions) {
    const results = [];
    for (const engine of runOptions.share < 1 ? engines.slice(0, 1) : engines)
      results.push(await walkApp(engine, runOptions));
    return outcome(
      results.map(({ summary }) => summary).join('; '),
      results.flatMap(({ faults }) => faults),
    );
  },
};
