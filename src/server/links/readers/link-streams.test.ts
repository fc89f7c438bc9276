import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LinkStreams } from './link-streams.ts';

let tag: string | undefined = 'one';
let isDown = false;
let reads = 0;
let streams: LinkStreams;
beforeEach(() => {
  vi.useFakeTimers();
  [tag, isDown, reads] = ['one', false, 0];
  streams = new LinkStreams(
    () => {
      reads += 1;
      return isDown ? Promise.reject(new Error('down')) : Promise.resolve(tag);
    },
    () => new Date('2021-05-10T08:00:00Z'),
  );
});
afterEach(() => {
  streams.end();
  vi.useRealTimers();
});
const later = '2021-05-10T20:00:00Z';
const readNext = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value);

test('a write is announced before the next check, and many writes cost one check', async () => {
  const reader = streams.open('link', 'one', null, later).getReader();
  expect(await readNext(reader)).toContain('id: one');
  tag = 'two';
  for (let i = 0; i < 5; i += 1) streams.checkSoon();
  await vi.advanceTimersByTimeAsync(100);
  expect([await readNext(reader), reads]).toEqual(['id: two\nevent: changed\ndata: two\n\n', 1]);
});

test('an ended link closes its streams with an end message, and nothing is read without listeners', async () => {
  const reader = streams.open('link', 'one', 'one', later).getReader();
  expect(await readNext(reader)).toMatch(/^:/);
  tag = undefined;
  streams.checkSoon();
  await vi.advanceTimersByTimeAsync(100);
  expect(await readNext(reader)).toContain('event: over');
  expect((await reader.read()).done).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  const before = reads;
  streams.checkSoon();
  await vi.advanceTimersByTimeAsync(2000);
  expect(reads).toBe(before);
});

test('after a store failure every listener is notified once, even when the link is unchanged', async () => {
  const reader = streams.open('link', 'one', 'one', later).getReader();
  await readNext(reader);
  isDown = true;
  await vi.advanceTimersByTimeAsync(3000);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(await readNext(reader)).toBe('id: one\nevent: changed\ndata: one\n\n');
  let more = false;
  void reader.read().then(() => (more = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect(more).toBe(false);
});
