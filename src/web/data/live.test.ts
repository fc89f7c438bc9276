import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen, refresher } from './live.ts';
import { retryDelay } from './query-client.ts';

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
let hidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  hidden = false;
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a broken stream begins anew within a wait that doubles up to a minute, and is short again once it spoke', () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  const stop = new AbortController();
  const heard: number[] = [];
  listen(
    stop.signal,
    (failures) => retryDelay(failures),
    (revision) => heard.push(revision),
  );
  expect(last().url).toBe('/api/v1/events');
  for (const wait of [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]) {
    const opened = FakeSource.all.length;
    last().onerror();
    expect(last().closed).toBe(true);
    vi.advanceTimersByTime(wait * 0.99);
    expect(FakeSource.all).toHaveLength(opened);
    vi.advanceTimersByTime(wait * 0.01);
    expect(FakeSource.all).toHaveLength(opened + 1);
  }
  last().tell(9);
  last().onerror();
  vi.advanceTimersByTime(1000);
  last().tell(10);
  expect(heard).toEqual([9, 10]);
  last().onerror();
  const opened = FakeSource.all.length;
  stop.abort();
  vi.advanceTimersByTime(120_000);
  expect(FakeSource.all).toHaveLength(opened);
});

test('several changes in a row ask once, the revision that the page is of asks nothing', () => {
  const client = new QueryClient();
  const asked = vi.spyOn(client, 'invalidateQueries');
  const heard = refresher(client, 7);
  heard(7);
  vi.advanceTimersByTime(1000);
  expect(asked).not.toHaveBeenCalled();
  for (const revision of [8, 9, 10]) heard(revision);
  vi.advanceTimersByTime(500);
  expect(asked).toHaveBeenCalledTimes(1);
  heard(10);
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveBeenCalledTimes(1);
  heard(11);
  vi.advanceTimersByTime(500);
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a hidden page asks when it is seen again', () => {
  const client = new QueryClient();
  const asked = vi.spyOn(client, 'invalidateQueries');
  hidden = true;
  const heard = refresher(client, 7);
  heard(8);
  heard(9);
  vi.advanceTimersByTime(60_000);
  expect(asked).not.toHaveBeenCalled();
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(asked).toHaveBeenCalledTimes(1);
});
