import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { copyHeader, readerHeader } from '#contract/core/offline.ts';
import { CopyStore, copyLimits } from './copy-store.ts';
import { Responder } from './responder.ts';

const origin = 'https://headway.example';
type Stored = Map<string, Map<string, { readonly body: string; readonly headers: Headers }>>;

/** The browser's caches, in memory. */
function makeCaches(stored: Stored): CacheStorage {
  const addressOf = (key: RequestInfo | URL): string =>
    key instanceof Request ? key.url : String(key);
  const open = (name: string) => {
    const entries = stored.get(name) ?? new Map();
    stored.set(name, entries);
    return {
      put: async (key: RequestInfo, response: Response) =>
        void entries.set(addressOf(key), {
          body: await response.text(),
          headers: new Headers(response.headers),
        }),
      match: async (key: RequestInfo) => {
        const found = entries.get(addressOf(key));
        return found && new Response(found.body, { headers: found.headers });
      },
      delete: async (key: RequestInfo) => entries.delete(addressOf(key)),
      keys: async () => [...entries.keys()].map((url) => new Request(url)),
    };
  };
  return {
    open: async (name: string) => {
      await new Promise((done) => setTimeout(done));
      return open(name);
    },
    match: async (key: RequestInfo, { cacheName }: { readonly cacheName: string }) =>
      stored.has(cacheName) ? open(cacheName).match(key) : undefined,
    delete: async (name: string) => stored.delete(name),
    keys: async () => [...stored.keys()],
  } as unknown as CacheStorage;
}

const stored: Stored = new Map();
let now = 0;
let network: (address: string) => Response | Promise<Response>;
let responder: Responder;
let store: CopyStore;
const startWorker = (build = 'b1'): void => {
  store = new CopyStore({ caches: makeCaches(stored), build, now: () => now });
  responder = new Responder({
    store,
    origin,
    send: async (request) => network(typeof request === 'string' ? request : request.url),
  });
};
beforeEach(() => {
  stored.clear();
  now = Date.parse('2026-11-28T10:00:00Z');
  startWorker();
});

const offline = (): never => {
  throw new TypeError('Failed to fetch');
};
const answer = (body: string, reader: string | null = 'account a manager', status = 200) =>
  new Response(body, {
    status,
    headers: {
      'content-type': body.startsWith('<') ? 'text/html' : 'application/json',
      date: new Date(now).toUTCString(),
      ...(reader === null ? {} : { [readerHeader]: reader }),
    },
  });
/** Sends a request as the browser does, and waits for the work after it. */
async function get(path: string, kind: 'page' | 'answer' | 'file' = 'answer'): Promise<Response> {
  const work: Promise<unknown>[] = [];
  const response = await responder.respond(
    kind,
    new Request(new URL(path, origin)),
    Promise.resolve(undefined),
    (one) => void work.push(one),
  );
  await Promise.all(work);
  return response;
}
const listCopies = (): string[] =>
  [...stored.values()].flatMap((cache) => [...cache.keys()].map((url) => url.slice(origin.length)));

test('an answer comes from the server; without it, the last one comes with the moment of its arrival', async () => {
  network = () => answer('{"n":1}');
  await get('/api/v1/zone');
  network = () => answer('{"n":2}');
  now += 1000;
  const fresh = await get('/api/v1/zone');
  expect([await fresh.json(), fresh.headers.get(copyHeader)]).toEqual([{ n: 2 }, null]);
  const arrived = now;
  now += 60_000;
  network = offline;
  const kept = await get('/api/v1/zone');
  expect([await kept.json(), Number(kept.headers.get(copyHeader))]).toEqual([{ n: 2 }, arrived]);
  // the page sets its clock by the date of answers
  expect(kept.headers.get('date')).toBeNull();
  await expect(get('/api/v1/overview')).rejects.toThrow('Failed to fetch');
});

test('an error of the server is passed on, and the copy stays', async () => {
  network = () => answer('{}');
  await get('/api/v1/zone');
  for (const status of [500, 502, 503, 429]) {
    network = () => answer('x', null, status);
    expect((await get('/api/v1/zone')).status).toBe(status);
  }
  expect(listCopies()).toEqual(['/api/v1/zone']);
});

test.each([
  ['a refusal of a signed-out browser', () => answer('{}', null, 401)],
  ['a refusal of a right', () => answer('{}', 'account a viewer', 403)],
  ['an answer for nobody', () => answer('<p>', null, 200)],
])('%s removes everything', async (_name, refuse) => {
  network = () => answer('{}');
  await get('/api/v1/zone');
  await get('/assets/a.js', 'file');
  expect(stored.size).toBe(2);
  network = refuse;
  await get('/api/v1/overview');
  expect([...stored.keys()]).toEqual([]);
  network = offline;
  await expect(get('/api/v1/zone')).rejects.toThrow();
});

test('another account or role removes what was kept, also after the worker was restarted', async () => {
  network = () => answer('{}', 'account a manager');
  await get('/api/v1/zone');
  network = () => answer('{}', 'account a viewer');
  await get('/api/v1/overview');
  expect(listCopies()).toEqual(['/api/v1/overview']);
  startWorker();
  network = () => answer('{}', 'account b viewer');
  await get('/api/v1/changes');
  expect(listCopies()).toEqual(['/api/v1/changes']);
});

test('a response that was on its way during a sign-out is not kept', async () => {
  network = () => answer('{}');
  await get('/api/v1/zone');
  let arrive: (response: Response) => void = () => undefined;
  network = () => new Promise((done) => (arrive = done));
  const late = get('/api/v1/overview');
  await store.forget();
  arrive(answer('{}'));
  await late;
  expect(listCopies()).toEqual([]);
});

test('a file that a page looks for during a sign-out leaves no empty cache', async () => {
  network = () => answer('{}');
  await get('/api/v1/zone');
  await get('/assets/a.js', 'file');
  await Promise.all([get('/assets/a.js', 'file'), store.forget()]);
  expect([...stored.keys()]).toEqual([]);
});

test('an address that the server no longer has leaves', async () => {
  network = () => answer('{}');
  await get('/api/v1/projects/A01');
  network = () => answer('{}', 'account a manager', 404);
  await get('/api/v1/projects/A01');
  expect(listCopies()).toEqual([]);
});

test('a page without a connection is the copy; an address without parameters leads to the last copy; else the empty page comes', async () => {
  network = (address) =>
    address.includes('/offline.html') || address.includes('/assets/')
      ? new Response('<script src="/assets/s.js">')
      : answer('<html lang="en">');
  await get('/projects?lang=en#top', 'page');
  await responder.keepAll(['/offline.html']);
  expect(listCopies().toSorted()).toEqual(['/assets/s.js', '/offline.html', '/projects?lang=en']);
  network = offline;
  const copy = await get('/projects?lang=en', 'page');
  expect(await copy.text()).toBe('<html lang="en">');
  const led = await get('/projects', 'page');
  expect([led.status, led.headers.get('location')]).toEqual([302, `${origin}/projects?lang=en`]);
  expect(await (await get('/projects?as_of=2021-02-08', 'page')).text()).toContain('/assets/s.js');
});

test('a copy brings the starting data of the other pages, the latest of each query, and no text ends its element', async () => {
  const draw = (...queries: readonly unknown[]) =>
    answer(
      `<html lang="en"><body><script type="application/json" id="boot">${JSON.stringify({ queries }).replaceAll('<', '\\u003c')}</script></body></html>`,
    );
  network = () => draw([['session'], { name: 'old' }], [['zone'], '</script><b>$&']);
  await get('/zone', 'page');
  const first = now;
  now += 1000;
  network = () => draw([['session'], { name: 'new' }]);
  await get('/', 'page');
  network = offline;
  const text = await (await get('/', 'page')).text();
  const copies = /id="copies">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  expect(JSON.parse(copies)).toEqual([
    [['session'], { name: 'new' }, now],
    [['zone'], '</script><b>$&', first],
  ]);
});

test('a copy older than a week is not shown', async () => {
  network = () => answer('{}');
  await get('/api/v1/zone');
  now += copyLimits.ageMs + 1;
  network = offline;
  await expect(get('/api/v1/zone')).rejects.toThrow();
});

test('files are kept only where somebody is signed in, and those of another build are removed', async () => {
  network = () => new Response('code');
  await get('/assets/a.js', 'file');
  expect(listCopies()).toEqual([]);
  network = (address) => (address.includes('/assets/') ? new Response('code') : answer('{}'));
  await get('/api/v1/zone');
  await get('/assets/a.js', 'file');
  network = offline;
  expect(await (await get('/assets/a.js', 'file')).text()).toBe('code');
  startWorker('b2');
  await store.removeOtherBuilds();
  expect([...stored.keys()]).toEqual([]);
});

test('what is kept stays within its limits; the oldest leaves first', async () => {
  const visit = fc.record({
    page: fc.integer({ min: 0, max: 400 }),
    kiB: fc.oneof(
      { arbitrary: fc.constant(1), weight: 20 },
      { arbitrary: fc.constantFrom(2900, 3200), weight: 1 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 260, maxLength: 300 }), async (visits) => {
      stored.clear();
      startWorker();
      for (const { page, kiB } of visits) {
        now += 1;
        store.adopt('account a manager');
        await store.keep(`${origin}/${page}`, new Response('x'.repeat(kiB * 1024)));
      }
      const kept = [...(stored.values().next().value ?? [])];
      expect(kept.length).toBeLessThanOrEqual(copyLimits.entries);
      expect(kept.reduce((sum, [, { body }]) => sum + body.length, 0)).toBeLessThanOrEqual(
        copyLimits.bytes,
      );
      const oldest = Math.min(...kept.map(([, { headers }]) => Number(headers.get(copyHeader))));
      const later = visits.filter(
        ({ kiB }, at) => kiB < 3072 && now - visits.length + 1 + at > oldest,
      );
      const names = new Set(kept.map(([url]) => url));
      for (const { page } of later) expect(names).toContain(`${origin}/${page}`);
    }),
    { numRuns: 4 },
  );
});
