import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RevisionWatch } from './revision-watch.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A watch of a store whose revision rises by one with each read. */
function watchReads() {
  const read = vi.fn<() => Promise<number>>();
  for (let revision = 1; revision <= 4; revision += 1) read.mockResolvedValueOnce(revision);
  return { read, watch: new RevisionWatch(read) };
}

test('a revision is trusted for less than 250 ms, since other processes write too', async () => {
  const { watch } = watchReads();
  expect(watch.last()).toBeUndefined();
  expect(await watch.now()).toBe(1);
  vi.advanceTimersByTime(249);
  expect(await watch.now()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(await watch.now()).toBe(2);
  expect(watch.last()).toBe(2);
});

test('callers at one time share one read', async () => {
  const { read, watch } = watchReads();
  expect(await Promise.all([watch.now(), watch.now(), watch.now()])).toEqual([1, 1, 1]);
  expect(read).toHaveBeenCalledOnce();
});

test('a write of its own process ends the trust at once', async () => {
  const { watch } = watchReads();
  expect(await watch.now()).toBe(1);
  watch.forget();
  expect(watch.last()).toBe(1);
  expect(await watch.now()).toBe(2);
});

test('a read that began before a write is neither trusted nor shared after it', async () => {
  const { watch } = watchReads();
  const early = watch.now();
  watch.forget();
  expect(await early).toBe(1);
  expect(watch.last()).toBeUndefined();
  const readers = [watch.now()];
  watch.forget();
  readers.push(watch.now());
  expect(await Promise.all(readers)).toEqual([2, 3]);
});
