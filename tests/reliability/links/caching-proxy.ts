// Readers of 50 links behind nginx with `proxy_cache`, interleaved. Seen to fail: with
// `cache-control: public, max-age=60` on answers of links, any caller gets the page of a link, and
// it is still there a second after the link ended.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { linkPagePath } from '#contract/links/constants.ts';
import type { MadeLink } from '#contract/links/schemas.ts';
import { draft } from '../../setup/api/links.ts';
import { freePort, startServer, type RunningServer } from '../../setup/processes/server.ts';
import { random } from '../setup/random.ts';
import { countOf, outcome, type Outcome, type ReliabilityTest } from '../setup/reliability-test.ts';

const nginx = '/usr/sbin/nginx';
const links = 50;
const requests = 10_000;
const atOnce = 20;
/** A reader must not get an answer from before a change after this time, in ms. */
const freshAfterMs = 1000;

/** Caches whatever the server allows, as a careless operator sets it up. */
const configuration = (folder: string, port: number, upstream: number): string => `
pid ${folder}/pid; error_log ${folder}/error.log; daemon off; worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  proxy_cache_path ${folder}/cache keys_zone=all:10m inactive=1h;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_http_version 1.1;
      proxy_set_header Host 127.0.0.1:${upstream};
      proxy_set_header X-Forwarded-For $http_x_reader;
      proxy_cache all;
      proxy_cache_key $request_uri;
      proxy_cache_valid 200 404 10m;
      proxy_cache_use_stale error timeout updating;
      add_header X-Cache-Status $upstream_cache_status always;
    }
  }
}`;

interface Proxy {
  readonly url: string;
  stop(): Promise<void>;
}
async function startProxy(upstream: number): Promise<Proxy> {
  const folder = mkdtempSync(join(tmpdir(), 'headway-nginx-'));
  mkdirSync(join(folder, 'cache'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  // nginx started by root changes to a user without write access here
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(file, user + configuration(folder, port, upstream));
  await promisify(execFile)(nginx, ['-t', '-q', '-c', file, '-p', folder]);
  const child: ChildProcess = spawn(nginx, ['-c', file, '-p', folder], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${url}/api/v1/health`).catch(() => undefined)) break;
    await sleep(50);
  }
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

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
async function openLink(server: RunningServer, proxy: Proxy, n: number): Promise<Reader> {
  const made = (await (
    await fetch(`${server.url}/api/v1/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ name: `Link ${n}`, ...draft, note: markOf(n) }),
    })
  ).json()) as MadeLink;
  const opened = await fetch(`${proxy.url}/api/v1/shared/open`, {
    method: 'POST',
    headers: { ...headersOf(n, ''), origin: server.url },
    body: JSON.stringify({ secret: made.address.slice(made.address.indexOf('#') + 1) }),
  });
  const [cookie = ''] = opened.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
  return { id: made.link.id, mark: markOf(n), cookie };
}

interface Seen {
  readonly wrong: string[];
  hits: number;
}
/** Reads a link, its own or with the cookie of another one, and checks every byte by its mark. */
async function readLink(
  proxy: Proxy,
  n: number,
  own: Reader,
  other: Reader | undefined,
  seen: Seen,
): Promise<void> {
  const response = await fetch(`${proxy.url}/api/v1/shared/${own.id}`, {
    headers: headersOf(n, (other ?? own).cookie),
  });
  const text = await response.text();
  if (response.headers.get('x-cache-status') === 'HIT') seen.hits += 1;
  const isRight =
    other === undefined
      ? response.status === 200 && text.includes(own.mark)
      : response.status === 401 && !text.includes('Note of link');
  const marks = text.match(/Note of link \d{3}\./g) ?? [];
  if (!isRight || marks.some((mark) => mark !== own.mark))
    seen.wrong.push(`${own.mark} gave ${response.status} with ${[...new Set(marks)].join(' ')}`);
}

/** Reads the page of a link in the same way. Without the cookie of the link it is of nobody. */
async function readPage(
  proxy: Proxy,
  n: number,
  own: Reader,
  other: Reader | undefined,
  seen: Seen,
): Promise<void> {
  const response = await fetch(proxy.url + linkPagePath(own.id), {
    headers: headersOf(n, (other ?? own).cookie),
  });
  const html = await response.text();
  if (response.headers.get('x-cache-status') === 'HIT') seen.hits += 1;
  const marks = new Set(html.match(/Note of link \d{3}\./g));
  const isDrawn = html.includes('id="boot"');
  const isRight = other === undefined ? marks.has(own.mark) === isDrawn : !isDrawn;
  const isAlone = other === undefined ? marks.size <= 1 : marks.size === 0;
  if (response.status !== 200 || !isRight || !isAlone)
    seen.wrong.push(`the page of ${own.mark} gave ${response.status} with ${[...marks].join(' ')}`);
}

/** Ends each link and reads it a second later. */
async function endLinks(server: RunningServer, proxy: Proxy, readers: readonly Reader[]) {
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

async function readInterleaved(count: number, seed: number): Promise<Outcome> {
  const next = random(seed);
  const server = await startServer();
  const proxy = await startProxy(Number(new URL(server.url).port));
  try {
    const readers: Reader[] = [];
    for (let n = 0; n < links; n += 1) readers.push(await openLink(server, proxy, n));
    const seen: Seen = { wrong: [], hits: 0 };
    const pick = (): number => Math.floor(next() * links);
    const work = async (share: number): Promise<void> => {
      for (let i = 0; i < share && seen.wrong.length < 20; i += 1) {
        const [n, m] = [pick(), pick()];
        const [own, other] = [readers[n], readers[m]];
        if (own === undefined || other === undefined) continue;
        const read = i % 8 < 4 ? readLink : readPage;
        await read(proxy, n, own, i % 4 === 3 && n !== m ? other : undefined, seen);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, () => work(Math.ceil(count / atOnce))));
    const late = await endLinks(server, proxy, readers.slice(0, 10));
    return outcome(
      `${count} interleaved requests of ${links} links through nginx, ${seen.hits} from its cache; ${late.length} of 10 ended links still read`,
      [...seen.wrong, ...late],
    );
  } finally {
    await proxy.stop();
    await server.stop();
  }
}

export const cachingProxy: ReliabilityTest = {
  id: 'S-5',
  title: 'shared links behind a caching proxy',
  run: async (runOptions) =>
    existsSync(nginx)
      ? readInterleaved(countOf(requests, runOptions), runOptions.seed)
      : outcome('NOT RUN: nginx is not installed', []),
};
