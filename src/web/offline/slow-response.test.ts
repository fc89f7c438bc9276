import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copyHeader } from '#contract/core/offline.ts';
import { changeSettlesMs, responseWaitMs } from './responder.ts';
import { offline, TestWorker } from './responder.fixture.ts';

let worker: TestWorker;
beforeEach(() => {
  worker = new TestWorker();
});
afterEach(() => void vi.useRealTimers());

/** A network whose response begins when `arrive` is called. */
function holdNetwork(): (response: Response) => void {
  const { promise, resolve } = Promise.withResolvers<Response>();
  worker.network = () => promise;
  return resolve;
}
/** Sends a request, and notes when its response comes. */
function start(path: string, kind: 'page' | 'answer' = 'answer') {
  const state = { hasResponse: false };
  const { response, after } = worker.send(path, kind);
  void response.then(() => {
    state.hasResponse = true;
  });
  return { response, state, after };
}

test.each(['answer', 'page'] as const)(
  'sends the copy of an %s after some seconds, and the late response replaces the copy',
  async (kind) => {
    const path = kind === 'page' ? '/projects' : '/api/v1/zone';
    const write = (text: string) => worker.answer(kind === 'page' ? `<p>${text}` : `"${text}"`);
    worker.network = () => write('first');
    await worker.get(path, kind);
    const arrived = worker.now;
    worker.now += 60_000;
    const arrive = holdNetwork();
    vi.useFakeTimers();
    const { response, state, after } = start(path, kind);
    await vi.advanceTimersByTimeAsync(responseWaitMs - 1);
    expect(state.hasResponse).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
    const copy = await response;
    expect(await copy.text()).toContain('first');
    expect(Number(copy.headers.get(copyHeader))).toBe(arrived);
    arrive(write('second'));
    await vi.advanceTimersByTimeAsync(10);
    await after();
    vi.useRealTimers();
    worker.network = offline;
    expect(await (await worker.get(path, kind)).text()).toContain('second');
  },
);

test('a response in time is passed on, and no wait stays', async () => {
  worker.network = () => worker.answer('"first"');
  await worker.get('/api/v1/zone');
  const arrive = holdNetwork();
  vi.useFakeTimers();
  const { response } = start('/api/v1/zone');
  await vi.advanceTimersByTimeAsync(responseWaitMs - 1);
  arrive(worker.answer('"second"'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await (await response).text()).toBe('"second"');
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('an address without a copy waits on, for its response or its error', async () => {
  worker.network = () => worker.answer('<p>', 'account a manager');
  await worker.get('/projects?lang=en', 'page');
  const arrive = holdNetwork();
  vi.useFakeTimers();
  // another view of the same page is no copy of this one
  const { response, state } = start('/projects?lang=ja', 'page');
  await vi.advanceTimersByTimeAsync(responseWaitMs * 3);
  expect(state.hasResponse).toBe(false);
  arrive(worker.answer('<p>late'));
  expect(await (await response).text()).toBe('<p>late');
});

test.each([
  ['a worker', false],
  ['a worker that started again since', true],
])('%s never sends the state before a change of its reader', async (_, isNew) => {
  worker.network = () => worker.answer('"before"');
  await worker.get('/api/v1/zone');
  await worker.responder.noteChange();
  worker.now += changeSettlesMs - 1;
  // a read that was on its way during the change
  await worker.get('/api/v1/zone');
  if (isNew) worker.start();
  const arrive = holdNetwork();
  vi.useFakeTimers();
  const { response, state } = start('/api/v1/zone');
  await vi.advanceTimersByTimeAsync(responseWaitMs * 2);
  expect(state.hasResponse).toBe(false);
  arrive(worker.answer('"after"'));
  expect(await (await response).text()).toBe('"after"');
});
