// Readers of 50 links behind nginx with `proxy_cache` and behind Varnish, interleaved. Seen to fail:
// with `cache-control: public, max-age=60` on answers of links, any caller gets the page of a link,
// and it is still there a second after the link ended.
import { setTimeout as sleep } from 'node:timers/promises';
import { linkPagePath } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { draft } from '../../setup/api/links.ts';
import { startServer, type RunningServer } from '../../setup/processes/server.ts';
import {
  isInstalled,
  proxyPrograms,
  startCachingProxy,
  type CachingProxy,
  type ProxyProgram,
} from '../setup/caching-proxies.ts';
import { random } from '../setup/random.ts';
import { countOf, outcome, type Outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const links = 50;
const requests = 10_000;
const atOnce = 20;
/** A reader must not get an answer from before a change after this time, in ms. */
const freshAfterMs = 1000;

interface Reader {
  readonly id: string;
  readonly mark: string;
  readonly cookie: string;
}
const markOf = (n: number): string => `Note of link ${String(n).padStart(3, '0')}.`;
const headersOf = (n: number, cookie: string) => ({
  'content-type': 'application/json',
  'x-reader': `203.0.${n}.7`,
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0',
  cookie,
});

/** Makes a link, directly on the server, and opens it through the proxy. */
async function openLink(server: RunningServer, proxy: CachingProxy, n: number): Promise<Reader> {
  const link = (await (
    await fetch(`${server.url}/api/v1/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ name: `Link ${n}`, ...draft, note: markOf(n) }),
    })
  ).json()) as MadeLink;
  const response = await fetch(`${proxy.url}/api/v1/shared/open`, {
    method: 'POST',
    headers: { ...headersOf(n, ''), origin: server.url },
    body: JSON.stringify({ secret: link.address.slice(link.address.indexOf('#') + 1) }),
  });
  const [cookie = ''] = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return { id: link.link.id, mark: markOf(n), cookie };
}

interface ReadTally {
  readonly wrong: string[];
  hits: number;
}
/** Reads a link, its own or with the cookie of another one, and checks every byte by its mark. */
async function readLink(
  proxy: CachingProxy,
  n: number,
  own: Reader,
  other: Reader | undefined,
  tally: ReadTally,
): Promise<void> {
  const response = await fetch(`${proxy.url}/api/v1/shared/${own.id}`, {
    headers: headersOf(n, (other ?? own).cookie),
  });
  const text = await response.text();
  if (response.headers.get('x-cache-status') === 'HIT') tally.hits += 1;
  const isRight =
    other === undefined
      ? response.status === 200 && text.includes(own.mark)
      : response.status === 401 && !text.includes('Note of link');
  const marks = text.match(/Note of link \d{3}\./g) ?? [];
  if (!isRight || marks.some((mark) => mark !== own.mark))
    tally.wrong.push(`${own.mark} gave ${response.status} with ${[...new Set(marks)].join(' ')}`);
}

/** Reads the page of a link in the same way. Without the cookie of the link it is of nobody. */
async function readPage(
  proxy: CachingProxy,
  n: number,
  own: Reader,
  other: Reader | undefined,
  tally: ReadTally,
): Promise<void> {
  const response = await fetch(proxy.url + linkPagePath(own.id), {
    headers: headersOf(n, (other ?? own).cookie),
  });
  const html = await response.text();
  if (response.headers.get('x-cache-status') === 'HIT') tally.hits += 1;
  const marks = new Set(html.match(/Note of link \d{3}\./g));
  const isDrawn = html.includes('id="boot"');
  const isRight = other === undefined ? marks.has(own.mark) === isDrawn : !isDrawn;
  const isAlone = other === undefined ? marks.size <= 1 : marks.size === 0;
  if (response.status !== 200 || !isRight || !isAlone)
    tally.wrong.push(
      `the page of ${own.mark} gave ${response.status} with ${[...marks].join(' ')}`,
    );
}

/** Ends each link and reads it a second later. */
async function endLinks(server: RunningServer, proxy: CachingProxy, readers: readonly Reader[]) {
  const wrong: string[] = [];
  for (const [n, reader] of readers.entries()) {
    const path = `${proxy.url}/api/v1/shared/${reader.id}`;
    const link = `${server.url}/api/v1/links/${reader.id}`;
    const tag = (await fetch(link)).headers.get('etag') ?? '';
    const ended = await fetch(link, {
      method: 'PATCH',
      headers: {
        'content-type': 'application/json',
        origin: server.url,
        'if-match': tag,
      },
      body: JSON.stringify({ state: n % 2 === 0 ? 'ended' : 'paused' }),
    });
    if (!ended.ok) wrong.push(`${reader.id} was not ended: ${ended.status} ${await ended.text()}`);
    await sleep(freshAfterMs);
    const response = await fetch(path, { headers: headersOf(n, reader.cookie) });
    const text = await response.text();
    const page = await fetch(proxy.url + linkPagePath(reader.id), {
      headers: headersOf(n, reader.cookie),
    });
    if ((await page.text()).includes('Note of link'))
      wrong.push(`the page of ${reader.mark} is still drawn a second after its end`);
    if (response.status === 200 || text.includes('Note of link'))
      wrong.push(`${reader.mark} is still read a second after its end: ${response.status}`);
  }
  return wrong;
}

async function readInterleaved(
  program: ProxyProgram,
  count: number,
  seed: number,
): Promise<Outcome> {
  const next = random(seed);
  const server = await startServer();
  const proxy = await startCachingProxy(program, Number(new URL(server.url).port));
  try {
    const readers: Reader[] = [];
    for (let n = 0; n < links; n += 1) readers.push(await openLink(server, proxy, n));
    const tally: ReadTally = { wrong: [], hits: 0 };
    const pick = (): number => Math.floor(next() * links);
    const work = async (share: number): Promise<void> => {
      for (let i = 0; i < share && tally.wrong.length < 20; i += 1) {
        const [n, m] = [pick(), pick()];
        const [own, other] = [readers[n], readers[m]];
        if (own === undefined || other === undefined) continue;
        const read = i % 8 < 4 ? readLink : readPage;
        await read(proxy, n, own, i % 4 === 3 && n !== m ? other : undefined, tally);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, () => work(Math.ceil(count / atOnce))));
    const late = await endLinks(server, proxy, readers.slice(0, 10));
    return outcome(
      `${count} interleaved requests of ${links} links through ${program.name}, ${tally.hits} from its cache; ${late.length} of 10 ended links still read`,
      [...tally.wrong, ...late],
    );
  } finally {
    await proxy.stop();
    await server.stop();
  }
}

async function readThroughEach(count: number, seed: number): Promise<Outcome> {
  const messages: string[] = [];
  let areAllMet = true;
  for (const program of proxyPrograms) {
    const result = isInstalled(program)
      ? await readInterleaved(program, count, seed)
      : outcome(`NOT RUN: ${program.name} is not installed`, []);
    messages.push(...result.messages);
    areAllMet &&= result.isMet;
  }
  return { isMet: areAllMet, messages };
}

export const cachingProxy: ReliabilityTest = {
  id: 'S-5',
  title: 'shared links behind a caching proxy',
  run: (runOptions) => readThroughEach(countOf(requests, runOptions), runOptions.seed),
};
