// Seen to fail: without `await floor` in open-link.ts times distinguish classes; with
// `problem('not_found')` for an unknown id in reader-sessions.ts the answers do.
import type { MadeLink } from '#contract/links/schemas.ts';
import { linkSecret, newLinkId } from '#server/links/link-secret.ts';
import { browser, type LinkApi } from '../../setup/api/links.ts';
import { random } from '../setup/random.ts';

/** The whole answer except its random reference. */
async function seenOf(response: Response): Promise<string> {
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => name !== 'date').toSorted();
  return JSON.stringify([
    response.status,
    text.length,
    text.replace(/"reference":"[0-9a-f]{12}"/, ''),
    headers,
  ]);
}
const changedLetter = (secret: string): string =>
  secret.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));

/**
 * Two-sided p of Mann-Whitney's U by its normal approximation: the probability that two samples
 * from one distribution differ this much.
 */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((t) => [t, 0] as const), ...b.map((t) => [t, 1] as const)].toSorted(
    ([x], [y]) => x - y,
  );
  const ranks = all.reduce((sum, [, from], i) => sum + (from === 0 ? i + 1 : 0), 0);
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const z = Math.abs(u - (a.length * b.length) / 2) / deviation;
  // Abramowitz and Stegun 26.2.17
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    (t *
      (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
  return Math.min(1, 2 * tail);
}

const classesOf = async (links: LinkApi) => {
  const [live, paused, ended, expired] = [
    await links.make(),
    await links.make(),
    await links.make(),
    await links.make({ expires_at: '2021-05-10T08:00:01Z' }),
  ];
  await links.change(paused.link.id, { state: 'paused' });
  await links.change(ended.link.id, { state: 'ended' });
  links.pass(1001);
  const near = ({ link, secret }: MadeLink) => ({
    id: link.id,
    secret: async () => changedLetter(secret),
  });
  return {
    live,
    classes: {
      unknown: { id: newLinkId(), secret: linkSecret.make },
      live: near(live),
      paused: near(paused),
      ended: near(ended),
      expired: near(expired),
    },
  };
};
type Classes = Awaited<ReturnType<typeof classesOf>>['classes'];

/** `count` of each class in random order. */
const mixed = (classes: Classes, count: number, next: () => number) =>
  Object.entries(classes)
    .flatMap((one) => Array.from({ length: count }, () => ({ one, at: next() })))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one: [name, kind] }) => ({ name, ...kind }));

/**
 * The classes whose times of an answer to a wrong secret differ from those of an unknown one, with
 * their p; one in a hundred rounds names one by chance.
 */
async function slowerOrFaster(
  links: LinkApi,
  classes: Classes,
  count: number,
  next: () => number,
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>();
  for (const { name, secret } of mixed(classes, count, next)) {
    const wrong = await secret();
    const before = performance.now();
    await links.post(wrong);
    times.set(name, [...(times.get(name) ?? []), performance.now() - before]);
  }
  const { unknown = [], ...others } = Object.fromEntries(times);
  const pairs = Object.entries(others).map(
    ([name, durations]) => [name, mannWhitney(unknown, durations)] as const,
  );
  return new Map(pairs.filter(([, p]) => p < 0.01 / pairs.length));
}

/**
 * Without the secret nothing shows the state of a link: five classes, `count` of each, in random
 * order; times count only where three rounds in a row agree.
 */
export async function oracleFaults(
  links: LinkApi,
  count: number,
  seed: number,
): Promise<readonly string[]> {
  const next = random(seed);
  const { live, classes } = await classesOf(links);
  const foreign = await links.reader(live);
  const faults: string[] = [];
  const answers = new Map<string, string>();
  const same = (what: string, name: string, answer: string): void => {
    const first = answers.get(what) ?? answer;
    answers.set(what, first);
    if (answer !== first) faults.push(`${what} tells ${name} apart: ${answer} is not ${first}`);
  };
  for (const { name, id, secret } of mixed(classes, count, next)) {
    same('a wrong secret', name, await seenOf(await links.post(await secret())));
    for (const rest of [
      '',
      '/events',
      '/charts/targets.svg',
      '/charts/nothing.csv',
      '/lists/projects.csv',
      '?zone=B',
    ])
      same(`GET ${rest}`, name, await seenOf(await links.read(id, browser, rest)));
    if (id !== live.link.id) {
      const cookie = (foreign['cookie'] ?? '').replace(live.link.id, id);
      same('another link’s cookie', name, await seenOf(await links.read(id, { cookie })));
    }
  }
  let differences = await slowerOrFaster(links, classes, count, next);
  for (let again = 0; again < 2 && differences.size > 0; again += 1) {
    const now = await slowerOrFaster(links, classes, count, next);
    differences = new Map([...now].filter(([name]) => differences.has(name)));
  }
  return [
    ...faults,
    ...[...differences].map(([name, p]) => `time tells ${name} from unknown: p = ${p.toFixed(5)}`),
  ];
}
