import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RevisionStreams } from './revision-streams.ts';

let revision = 7;
let streams: RevisionStreams;
beforeEach(() => {
  vi.useFakeTimers();
  revision = 7;
  streams = new RevisionStreams(() => Promise.resolve(revision), 3);
});
afterEach(() => {
  streams.end();
  vi.useRealTimers();
});
const forever = (): boolean => true;
const decoder = new TextDecoder();
/** Reads a stream. `read` returns the events since the last call; `end` resolves at its end. */
function listener(stream: ReadableStream<Uint8Array>) {
  const reader = stream.getReader();
  let text = '';
  let end: string | undefined;
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value);
    }
  };
  read().then(
    () => (end = 'closed'),
    () => (end = 'failed'),
  );
  const readEvents = async (): Promise<string> => {
    await vi.advanceTimersByTimeAsync(0);
    const now = text;
    text = '';
    return now;
  };
  return { readEvents, end: () => end, cancel: () => reader.cancel() };
}
const event = (n: number): string => `id: ${n}\nevent: revision\ndata: ${n}\n\n`;

test('a stream starts with the current revision, or with a comment for a reader that has seen it', async () => {
  expect(await listener(await streams.open(null, forever)).readEvents()).toBe(event(7));
  expect(await listener(await streams.open('6', forever)).readEvents()).toBe(event(7));
  expect(await listener(await streams.open('7', forever)).readEvents()).toMatch(/^:.*\n\n$/);
});

test('a write is announced at once by its own process and within half a second by another one, never twice', async () => {
  const one = listener(await streams.open('7', forever));
  await one.readEvents();
  revision = 8;
  await streams.look();
  expect(await one.readEvents()).toBe(event(8));
  revision = 10;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.readEvents()).toBe(event(10));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await one.readEvents()).toBe('');
});

test('a stream sends a comment every 15 seconds', async () => {
  const one = listener(await streams.open(null, forever));
  await one.readEvents();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await one.readEvents()).toBe('');
  await vi.advanceTimersByTimeAsync(31_000);
  expect((await one.readEvents()).match(/^:/gm)).toHaveLength(3);
});

test('beyond the limit a reader gets 503 with Retry-After; a reader that leaves makes room', async () => {
  const first = listener(await streams.open(null, forever));
  await streams.open(null, forever);
  await streams.open(null, forever);
  await expect(streams.open(null, forever)).rejects.toMatchObject({
    status: 503,
    more: { headers: { 'retry-after': '30' } },
  });
  await first.cancel();
  listener(await streams.open(null, forever));
  expect(streams.size).toBe(3);
});

test('a reader that does not read is dropped, and the others go on', async () => {
  const idle = await streams.open(null, forever);
  const other = listener(await streams.open(null, forever));
  for (let i = 0; i < 40; i += 1) {
    revision += 1;
    await streams.look();
    await other.readEvents();
  }
  expect(streams.size).toBe(1);
  await expect(idle.getReader().closed).rejects.toThrow();
  revision = 100;
  await streams.look();
  expect(await other.readEvents()).toBe(event(100));
});

test('a stream ends with its session and sends nothing afterwards', async () => {
  let live = true;
  const one = listener(await streams.open('7', () => live));
  await one.readEvents();
  live = false;
  revision = 8;
  await streams.look();
  expect(await one.readEvents()).toBe('');
  expect(one.end()).toBe('closed');
  const two = listener(await streams.open(null, () => live));
  await vi.advanceTimersByTimeAsync(15_000);
  expect([two.end(), streams.size]).toEqual(['closed', 0]);
});

test('an unavailable store ends no stream, and missed revisions are announced when it is back', async () => {
  let away = false;
  const shaky = new RevisionStreams(() =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(revision),
  );
  const one = listener(await shaky.open('7', forever));
  await one.readEvents();
  away = true;
  revision = 8;
  await vi.advanceTimersByTimeAsync(3000);
  expect([await one.readEvents(), one.end()]).toEqual(['', undefined]);
  away = false;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.readEvents()).toBe(event(8));
  shaky.end();
});

test('a store that is back is announced to every reader once, even without a change', async () => {
  let away = false;
  const shaky = new RevisionStreams(() =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(revision),
  );
  const one = listener(await shaky.open('7', forever));
  await one.readEvents();
  away = true;
  await vi.advanceTimersByTimeAsync(2000);
  away = false;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.readEvents()).toBe(event(7));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await one.readEvents()).toBe('');
  shaky.end();
});

test('after the end no stream continues or starts, and no timer runs', async () => {
  const one = listener(await streams.open(null, forever));
  streams.end();
  await one.readEvents();
  expect(one.end()).toBe('closed');
  await expect(streams.open(null, forever)).rejects.toMatchObject({ status: 503 });
  expect(vi.getTimerCount()).toBe(0);
});
