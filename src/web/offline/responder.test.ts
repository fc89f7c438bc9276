import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { copyHeader } from '#contract/core/offline.ts';
import { copyLimits } from './copy-store.ts';
import { offline, origin, TestWorker } from './responder.fixture.ts';

let worker: TestWorker;
beforeEach(() => {
  worker = new TestWorker();
});
const listCopies = (): string[] =>
  [...worker.stored.values()].flatMap((cache) =>
    [...cache.keys()].map((url) => url.slice(origin.length)),
  );

test('an answer comes from the server; without one, the last copy comes with the time of its arrival', async () => {
  worker.network = () => worker.answer('{"n":1}');
  await worker.get('/api/v1/zone');
  worker.network = () => worker.answer('{"n":2}');
  worker.now += 1000;
  const fresh = await worker.get('/api/v1/zone');
  expect([await fresh.json(), fresh.headers.get(copyHeader)]).toEqual([{ n: 2 }, null]);
  const arrived = worker.now;
  worker.now += 60_000;
  worker.network = offline;
  const response = await worker.get('/api/v1/zone');
  expect([await response.json(), Number(response.headers.get(copyHeader))]).toEqual([
    { n: 2 },
    arrived,
  ]);
  // the page sets its clock by the date of answers
  expect(response.headers.get('date')).toBeNull();
  await expect(worker.get('/api/v1/overview')).rejects.toThrow('Failed to fetch');
});

test('an error of the server is passed on, and the copy stays', async () => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/zone');
  for (const status of [500, 502, 503, 429]) {
    worker.network = () => worker.answer('x', null, status);
    expect((await worker.get('/api/v1/zone')).status).toBe(status);
  }
  expect(listCopies()).toEqual(['/api/v1/zone']);
});

test.each([
  ['a rejection of a signed-out browser', () => worker.answer('{}', null, 401)],
  ['a rejection of a right', () => worker.answer('{}', 'account a viewer', 403)],
  ['an answer for nobody', () => worker.answer('<p>', null, 200)],
])('%s removes everything', async (_name, refuse) => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/zone');
  await worker.get('/assets/a.js', 'file');
  expect(worker.stored.size).toBe(2);
  worker.network = refuse;
  await worker.get('/api/v1/overview');
  expect([...worker.stored.keys()]).toEqual([]);
  worker.network = offline;
  await expect(worker.get('/api/v1/zone')).rejects.toThrow();
});

test('another account or role removes the copies, also after the worker was restarted', async () => {
  worker.network = () => worker.answer('{}', 'account a manager');
  await worker.get('/api/v1/zone');
  worker.network = () => worker.answer('{}', 'account a viewer');
  await worker.get('/api/v1/overview');
  expect(listCopies()).toEqual(['/api/v1/overview']);
  worker.start();
  worker.network = () => worker.answer('{}', 'account b viewer');
  await worker.get('/api/v1/changes');
  expect(listCopies()).toEqual(['/api/v1/changes']);
});

test('a response that was on its way during a sign-out is not kept', async () => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/zone');
  let arrive: (response: Response) => void = () => undefined;
  worker.network = () => new Promise((resolve) => (arrive = resolve));
  const late = worker.get('/api/v1/overview');
  await worker.store.forget();
  arrive(worker.answer('{}'));
  await late;
  expect(listCopies()).toEqual([]);
});

test('a file that a page looks for during a sign-out leaves no empty cache', async () => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/zone');
  await worker.get('/assets/a.js', 'file');
  await Promise.all([worker.get('/assets/a.js', 'file'), worker.store.forget()]);
  expect([...worker.stored.keys()]).toEqual([]);
});

test('an address that the server no longer has is removed', async () => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/projects/A01');
  worker.network = () => worker.answer('{}', 'account a manager', 404);
  await worker.get('/api/v1/projects/A01');
  expect(listCopies()).toEqual([]);
});

test('without a connection a page is its copy, an address without parameters the last copy, and any other address the empty page', async () => {
  worker.network = (address) =>
    address.includes('/offline.html') || address.includes('/assets/')
      ? new Response('<script src="/assets/s.js">')
      : worker.answer('<html lang="en">');
  await worker.get('/projects?lang=en#top', 'page');
  await worker.responder.keepAll(['/offline.html']);
  expect(listCopies().toSorted()).toEqual(['/assets/s.js', '/offline.html', '/projects?lang=en']);
  worker.network = offline;
  const copy = await worker.get('/projects?lang=en', 'page');
  expect(await copy.text()).toBe('<html lang="en">');
  const redirect = await worker.get('/projects', 'page');
  expect([redirect.status, redirect.headers.get('location')]).toEqual([
    302,
    `${origin}/projects?lang=en`,
  ]);
  expect(await (await worker.get('/projects?as_of=2021-02-08', 'page')).text()).toContain(
    '/assets/s.js',
  );
});

test('a copy brings the starting data of the other pages, the latest of each query, and no text ends its element', async () => {
  const draw = (...queries: readonly unknown[]) =>
    worker.answer(
      `<html lang="en"><body><script type="application/json" id="boot">${JSON.stringify({ queries }).replaceAll('<', '\\u003c')}</script></body></html>`,
    );
  worker.network = () => draw([['session'], { name: 'old' }], [['zone'], '</script><b>$&']);
  await worker.get('/zone', 'page');
  const first = worker.now;
  worker.now += 1000;
  worker.network = () => draw([['session'], { name: 'new' }]);
  await worker.get('/', 'page');
  worker.network = offline;
  const text = await (await worker.get('/', 'page')).text();
  const copies = /id="copies">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
  expect(JSON.parse(copies)).toEqual([
    [['session'], { name: 'new' }, worker.now],
    [['zone'], '</script><b>$&', first],
  ]);
});

test('a copy older than a week is not shown', async () => {
  worker.network = () => worker.answer('{}');
  await worker.get('/api/v1/zone');
  worker.now += copyLimits.ageMs + 1;
  worker.network = offline;
  await expect(worker.get('/api/v1/zone')).rejects.toThrow();
});

test('files are kept only while a person is signed in, and those of another build are removed', async () => {
  worker.network = () => new Response('code');
  await worker.get('/assets/a.js', 'file');
  expect(listCopies()).toEqual([]);
  worker.network = (address) =>
    address.includes('/assets/') ? new Response('code') : worker.answer('{}');
  await worker.get('/api/v1/zone');
  await worker.get('/assets/a.js', 'file');
  worker.network = offline;
  expect(await (await worker.get('/assets/a.js', 'file')).text()).toBe('code');
  worker.start('b2');
  await worker.store.removeOtherBuilds();
  expect([...worker.stored.keys()]).toEqual([]);
});

test('copies stay within their limits; the oldest is removed first', async () => {
  const visit = fc.record({
    page: fc.integer({ min: 0, max: 400 }),
    kiB: fc.oneof(
      { arbitrary: fc.constant(1), weight: 20 },
      { arbitrary: fc.constantFrom(2900, 3200), weight: 1 },
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { minLength: 260, maxLength: 300 }), async (visits) => {
      worker.stored.clear();
      worker.start();
      for (const { page, kiB } of visits) {
        worker.now += 1;
        worker.store.adopt('account a manager');
        await worker.store.keep(`${origin}/${page}`, new Response('x'.repeat(kiB * 1024)));
      }
      const copies = [...(worker.stored.values().next().value ?? [])];
      expect(copies.length).toBeLessThanOrEqual(copyLimits.entries);
      expect(copies.reduce((sum, [, { body }]) => sum + body.length, 0)).toBeLessThanOrEqual(
        copyLimits.bytes,
      );
      const oldest = Math.min(...copies.map(([, { headers }]) => Number(headers.get(copyHeader))));
      const later = visits.filter(
        ({ kiB }, at) => kiB < 3072 && worker.now - visits.length + 1 + at > oldest,
      );
      const names = new Set(copies.map(([url]) => url));
      for (const { page } of later) expect(names).toContain(`${origin}/${page}`);
    }),
    { numRuns: 4 },
  );
});
