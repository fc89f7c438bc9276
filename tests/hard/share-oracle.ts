// Seen to fail: without `await floor` in open-link.ts times tell classes apart; with `problem('not_found')` for an unknown id in reader-sessions.ts the answers do.
import type { MadeLink } from '#contract/links.ts';
import { linkSecret, newLinkId } from '#server/sharing/secret.ts';
import { browser, type LinkApi } from '../setup/links.ts';
import { random } from './random.ts';

/** The answer with all that it says, but for its random reference. */
async function seenOf(response: Response): Promise<string> {
  const text = await response.text();
  const headers = [...response.headers].filter(([name]) => name !== 'date').toSorted();
  return JSON.stringify([response.status, text.length, text.replace(/"reference":"[0-9a-f]{12}"/, ''), headers]);
}
const changedLetter = (secret: string): string => secret.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A'));

/** Two-sided p of Mann-Whitney's U by its normal approximation: how likely two samples of times this far apart are, were they alike. */
export function mannWhitney(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((t) => [t, 0] as const), ...b.map((t) => [t, 1] as const)].toSorted(([x], [y]) => x - y);
  const ranks = all.reduce((sum, [, from], i) => sum + (from === 0 ? i + 1 : 0), 0);
  const u = ranks - (a.length * (a.length + 1)) / 2;
  const deviation = Math.sqrt((a.length * b.length * (a.length + b.length + 1)) / 12);
  const z = Math.abs(u - (a.length * b.length) / 2) / deviation;
  // Abramowitz and Stegun 26.2.17
  const t = 1 / (1 + 0.2316419 * z);
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    (t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
  return Math.min(1, 2 * tail);
}

/** Without the secret nothing tells what became of a link: five classes, `count` of each, in random order. */
export async function oracleFaults(links: LinkApi, count: number, seed: number): Promise<readonly string[]> {
  const next = random(seed);
  const [live, paused, ended, expired] = [
    await links.make(),
    await links.make(),
    await links.make(),
    await links.make({ expires_at: '2021-05-10T08:00:01Z' }),
  ];
  await links.change(paused.link.id, { state: 'paused' });
  await links.change(ended.link.id, { state: 'ended' });
  links.pass(1001);
  const near = ({ secret }: MadeLink) => ({ secret: async () => changedLetter(secret) });
  const classes = {
    unknown: { id: newLinkId(), secret: linkSecret.make },
    live: { id: live.link.id, ...near(live) },
    paused: { id: paused.link.id, ...near(paused) },
    ended: { id: ended.link.id, ...near(ended) },
    expired: { id: expired.link.id, ...near(expired) },
  };
  const foreign = await links.reader(live);
  const faults: string[] = [];
  const answers = new Map<string, string>();
  const times = new Map<string, number[]>();
  const same = (what: string, name: string, seen: string): void => {
    const first = answers.get(what) ?? seen;
    answers.set(what, first);
    if (seen !== first) faults.push(`${what} tells ${name} apart: ${seen} is not ${first}`);
  };
  const order = Object.entries(classes)
    .flatMap((one) => Array.from({ length: count }, () => ({ one, at: next() })))
    .toSorted((a, b) => a.at - b.at);
  for (const { one } of order) {
    const [name, { id, secret }] = one;
    const sent = await secret();
    const before = performance.now();
    const response = await links.post(sent);
    times.set(name, [...(times.get(name) ?? []), performance.now() - before]);
    same('a wrong secret', name, await seenOf(response));
    for (const rest of ['', '/events', '/charts/targets.svg', '/charts/nothing.csv', '?zone=B'])
      same(`GET ${rest}`, name, await seenOf(await links.read(id, browser, rest)));
    if (id !== live.link.id) {
      const cookie = (foreign['cookie'] ?? '').replace(live.link.id, id);
      same('another link’s cookie', name, await seenOf(await links.read(id, { cookie })));
    }
  }
  const reference = times.get('unknown') ?? [];
  for (const [name, taken] of times) {
    const p = name === 'unknown' ? 1 : mannWhitney(reference, taken);
    // four comparisons: 1 in 100 for all of them together
    if (p < 0.01 / 4) faults.push(`time tells ${name} from unknown: p = ${p.toFixed(5)}`);
  }
  return faults;
}
