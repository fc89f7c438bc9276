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
/** What a stream has said since it was last asked; `done` is what reading on gave at its end. */
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
  const said = async (): Promise<string> => {
    await vi.advanceTimersByTimeAsync(0);
    const now = text;
    text = '';
    return now;
  };
  return { said, end: () => end, cancel: () => reader.cancel() };
}
const event = (n: number): string => `id: ${n}\nevent: revision\ndata: ${n}\n\n`;

test('a stream starts with the present revision, and with a comment for who has seen it', async () => {
  expect(await listener(await streams.open(null, forever)).said()).toBe(event(7));
  expect(await listener(await streams.open('6', forever)).said()).toBe(event(7));
  expect(await listener(await streams.open('7', forever)).said()).toMatch(/^:.*\n\n$/);
});

test('a write is told at once where it was made, and within half a second where another process made it; never twice', async () => {
  const one = listener(await streams.open('7', forever));
  await one.said();
  revision = 8;
  await streams.look();
  expect(await one.said()).toBe(event(8));
  revision = 10;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.said()).toBe(event(10));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await one.said()).toBe('');
});

test('a comment comes every 15 seconds', async () => {
  const one = listener(await streams.open(null, forever));
  await one.said();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(await one.said()).toBe('');
  await vi.advanceTimersByTimeAsync(31_000);
  expect((await one.said()).match(/^:/gm)).toHaveLength(3);
});

test('beyond the most there is a 503 that says when to come back; a reader that left makes room', async () => {
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

test('who does not read is dropped, and the others go on', async () => {
  const idle = await streams.open(null, forever);
  const other = listener(await streams.open(null, forever));
  for (let i = 0; i < 40; i += 1) {
    revision += 1;
    await streams.look();
    await other.said();
  }
  expect(streams.size).toBe(1);
  await expect(idle.getReader().closed).rejects.toThrow();
  revision = 100;
  await streams.look();
  expect(await other.said()).toBe(event(100));
});

test('a stream ends with its session, and hears nothing after it', async () => {
  let live = true;
  const one = listener(await streams.open('7', () => live));
  await one.said();
  live = false;
  revision = 8;
  await streams.look();
  expect(await one.said()).toBe('');
  expect(one.end()).toBe('closed');
  const two = listener(await streams.open(null, () => live));
  await vi.advanceTimersByTimeAsync(15_000);
  expect([two.end(), streams.size]).toEqual(['closed', 0]);
});

test('a store that is away ends no stream, and what it missed is told when it is back', async () => {
  let away = false;
  const shaky = new RevisionStreams(() =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(revision),
  );
  const one = listener(await shaky.open('7', forever));
  await one.said();
  away = true;
  revision = 8;
  await vi.advanceTimersByTimeAsync(3000);
  expect([await one.said(), one.end()]).toEqual(['', undefined]);
  away = false;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.said()).toBe(event(8));
  shaky.end();
});

test('a store that is back says so to everybody, also where nothing was changed, once', async () => {
  let away = false;
  const shaky = new RevisionStreams(() =>
    away ? Promise.reject(new Error('away')) : Promise.resolve(revision),
  );
  const one = listener(await shaky.open('7', forever));
  await one.said();
  away = true;
  await vi.advanceTimersByTimeAsync(2000);
  away = false;
  await vi.advanceTimersByTimeAsync(500);
  expect(await one.said()).toBe(event(7));
  await vi.advanceTimersByTimeAsync(5000);
  expect(await one.said()).toBe('');
  shaky.end();
});

test('after the end no stream goes on, none begins, and no clock ticks', async () => {
  const one = listener(await streams.open(null, forever));
  streams.end();
  await one.said();
  expect(one.end()).toBe('closed');
  await expect(streams.open(null, forever)).rejects.toMatchObject({ status: 503 });
  expect(vi.getTimerCount()).toBe(0);
});
