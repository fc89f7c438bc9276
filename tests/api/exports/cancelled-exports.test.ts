// seen to fail with the signal left out of `route`: the drawer did not stop, and the queue drew for
// nobody
import { afterEach, expect, test } from 'vitest';
import type { Drawing } from '#server/core/deps.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';

/** A drawer that never ends by itself, and records its commands. */
function stuck() {
  const counts = { begun: 0, stopped: 0 };
  const wait = <T>(_asked: unknown, left?: AbortSignal): Promise<T> =>
    new Promise((_, reject) => {
      counts.begun += 1;
      left?.addEventListener('abort', () => {
        counts.stopped += 1;
        reject(left.reason);
      });
    });
  const drawing: Drawing = { svg: wait, png: wait, pdf: (pages, _info, left) => wait(pages, left) };
  return { seen: counts, drawing };
}
let api: TestApi | undefined;
afterEach(() => api?.close());
const until = (holds: () => boolean) => expect.poll(holds, { interval: 5 }).toBe(true);

test.each([
  'charts/targets.png',
  'charts/targets.svg',
  'charts/progress.pdf',
  'documents/report.pdf',
  'documents/pack.zip',
])('a reader who leaves while %s is made stops the drawer and logs no failure', async (file) => {
  const { seen, drawing } = stuck();
  const logged: unknown[] = [];
  api = await openApi(undefined, { drawing, log: (entry) => logged.push(entry) });
  const leaving = new AbortController();
  const answer = api.send('GET', `/api/v1/${file}`, { signal: leaving.signal });
  await until(() => seen.begun > 0);
  leaving.abort();
  expect((await answer).status).toBe(499);
  expect(seen.stopped).toBe(seen.begun);
  expect(logged).toEqual([]);
});

test('two requests share one drawing, which continues when one of them leaves', async () => {
  const { seen, drawing } = stuck();
  api = await openApi(undefined, { drawing });
  const [one, two] = [new AbortController(), new AbortController()];
  const answers = [one, two].map(({ signal }) =>
    api?.send('GET', '/api/v1/charts/targets.png', { signal }),
  );
  await until(() => seen.begun === 1);
  one.abort();
  expect((await answers[0])?.status).toBe(499);
  expect(seen).toEqual({ begun: 1, stopped: 0 });
  two.abort();
  expect((await answers[1])?.status).toBe(499);
  expect(seen).toEqual({ begun: 1, stopped: 1 });
});
