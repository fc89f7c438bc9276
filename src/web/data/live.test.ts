import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followChanges, listen, refresher } from './live.ts';
import type { ReachState } from './reachability.ts';

class FakeSource extends EventTarget {
  static all: FakeSource[] = [];
  onerror: () => void = () => {};
  closed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.all.push(this);
  }
  close(): void {
    this.closed = true;
  }
  tell(revision: number): void {
    this.dispatchEvent(new MessageEvent('revision', { data: String(revision) }));
  }
}
const last = (): FakeSource => {
  const source = FakeSource.all.at(-1);
  if (source === undefined) throw new Error('nothing listens');
  return source;
};
let isHidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  isHidden = false;
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A server that answers or does not. */
function reachable() {
  const waiting: (() => void)[] = [];
  const reach = {
    state: 'well' as ReachState,
    check: () =>
      reach.state === 'well'
        ? Promise.resolve()
        : new Promise<void>((resolve) => void waiting.push(resolve)),
    reportAnswer: vi.fn<() => void>(() => {
      reach.state = 'well';
      for (const resolve of waiting.splice(0)) resolve();
    }),
    reportProbe: vi.fn<(away: boolean) => void>(),
    tell: (_away: boolean): void => undefined,
  };
  return reach;
}

test('a broken stream reopens within a second, or once an absent server has answered', async () => {
  const stop = new AbortController();
  const revisions: number[] = [];
  const reach = reachable();
  listen(stop.signal, reach, (revision) => revisions.push(revision));
  expect(last().url).toBe('/api/v1/events');
  last().tell(9);
  last().onerror();
  expect(last().closed).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(FakeSource.all).toHaveLength(2);
  last().tell(9);
  reach.state = 'away';
  last().onerror();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(FakeSource.all).toHaveLength(2);
  reach.reportAnswer();
  await vi.advanceTimersByTimeAsync(0);
  expect(FakeSource.all).toHaveLength(3);
  last().tell(10);
  expect(revisions).toEqual([9, 9, 10]);
  last().onerror();
  stop.abort();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(FakeSource.all).toHaveLength(3);
});

test('a refused stream is retried ever more rarely while the server is well', async () => {
  const stop = new AbortController();
  listen(stop.signal, reachable(), () => undefined);
  for (let n = 0; n < 600; n += 1) {
    if (!last().closed) last().onerror();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(FakeSource.all.length).toBeLessThanOrEqual(12);
  stop.abort();
});

test('several changes in a row cause one request, and the page’s own revision none', () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  const refresh = refresher(client, 7);
  refresh(7);
  vi.advanceTimersByTime(1000);
  expect(invalidate).not.toHaveBeenCalled();
  for (const revision of [8, 9, 10]) refresh(revision);
  vi.advanceTimersByTime(500);
  expect(invalidate).toHaveBeenCalledTimes(1);
  refresh(10);
  vi.advanceTimersByTime(1000);
  expect(invalidate).toHaveBeenCalledTimes(1);
  refresh(11);
  vi.advanceTimersByTime(500);
  expect(invalidate).toHaveBeenCalledTimes(2);
});

test('a hidden page requests data when it becomes visible', () => {
  const client = new QueryClient();
  const invalidate = vi.spyOn(client, 'invalidateQueries');
  isHidden = true;
  const refresh = refresher(client, 7);
  refresh(8);
  refresh(9);
  vi.advanceTimersByTime(60_000);
  expect(invalidate).not.toHaveBeenCalled();
  isHidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(invalidate).toHaveBeenCalledTimes(1);
});

test('one tab listens and reports the server’s return to all, and a probe of any tab counts for all', async () => {
  class FakeChannel {
    static all: FakeChannel[] = [];
    onmessage: (event: { data: unknown }) => void = () => undefined;
    constructor() {
      FakeChannel.all.push(this);
    }
    postMessage(data: unknown): void {
      for (const other of FakeChannel.all) if (other !== this) other.onmessage({ data });
    }
  }
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  let leads = false;
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: {
      request: (_name: string, _options: unknown, lead: () => Promise<void>) => {
        if (leads) return new Promise(() => undefined);
        leads = true;
        return lead();
      },
    },
  });
  // the listeners stay as long as the page, and the files of a worker share one
  vi.spyOn(document, 'addEventListener').mockReturnValue();
  vi.spyOn(globalThis, 'addEventListener').mockReturnValue();
  const tabs = [reachable(), reachable(), reachable()];
  for (const reach of tabs) followChanges(new QueryClient(), 7, reach);
  expect(FakeSource.all).toHaveLength(1);
  tabs[1]?.tell(true);
  expect(tabs.map(({ reportProbe }) => reportProbe.mock.calls)).toEqual([[[true]], [], [[true]]]);
  for (const reach of tabs) reach.state = 'away';
  last().tell(7);
  await vi.advanceTimersByTimeAsync(500);
  expect(tabs.map(({ state }) => state)).toEqual(['well', 'well', 'well']);
  Reflect.deleteProperty(navigator, 'locks');
});
