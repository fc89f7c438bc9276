import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LinkStreams } from './link-streams.ts';

let tag: string | undefined = 'one';
let away = false;
let asked = 0;
let streams: LinkStreams;
beforeEach(() => {
  vi.useFakeTimers();
  [tag, away, asked] = ['one', false, 0];
  streams = new LinkStreams(
    () => {
      asked += 1;
      return away ? Promise.reject(new Error('away')) : Promise.resolve(tag);
    },
    () => new Date('2021-05-10T08:00:00Z'),
  );
});
afterEach(() => {
  streams.end();
  vi.useRealTimers();
});
const later = '2021-05-10T20:00:00Z';
const heard = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value);

test('what is written here is heard before the next look, and many writes at once cost one look', async () => {
  const reader = streams.open('link', 'one', null, later).getReader();
  expect(await heard(reader)).toContain('id: one');
  tag = 'two';
  for (let i = 0; i < 5; i += 1) streams.lookSoon();
  await vi.advanceTimersByTimeAsync(100);
  expect([await heard(reader), asked]).toEqual(['id: two\nevent: changed\ndata: two\n\n', 1]);
});

test('a link that is over ends its streams with a word for it, and nobody who listens costs nothing', async () => {
  const reader = streams.open('link', 'one', 'one', later).getReader();
  expect(await heard(reader)).toMatch(/^:/);
  tag = undefined;
  streams.lookSoon();
  await vi.advanceTimersByTimeAsync(100);
  expect(await heard(reader)).toContain('event: over');
  expect((await reader.read()).done).toBe(true);
  await vi.advanceTimersByTimeAsync(1000);
  const before = asked;
  streams.lookSoon();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toBe(before);
});

test('a store that is back says so to who listens, also where the link shows the same, once', async () => {
  const reader = streams.open('link', 'one', 'one', later).getReader();
  await heard(reader);
  away = true;
  await vi.advanceTimersByTimeAsync(3000);
  away = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(await heard(reader)).toBe('id: one\nevent: changed\ndata: one\n\n');
  let more = false;
  void reader.read().then(() => (more = true));
  await vi.advanceTimersByTimeAsync(5000);
  expect(more).toBe(false);
});
