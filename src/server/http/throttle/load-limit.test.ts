import { expect, test } from 'vitest';
import { LoadLimit } from './load-limit.ts';

/**
 * Starts requests that end on command.
 * @returns how many were accepted, and their end
 */
function start(load: LoadLimit, count: number, isRead = true) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const all = Array.from({ length: count }, () => load.run(isRead, () => promise));
  const results = Promise.allSettled(all);
  return {
    async end() {
      resolve();
      return (await results).filter(({ status }) => status === 'fulfilled').length;
    },
  };
}

test('accepts two hundred requests at once, refuses more with a time to wait, and accepts them when some have ended', async () => {
  const load = new LoadLimit();
  const first = start(load, 250);
  await expect(load.run(true, () => Promise.resolve(1))).rejects.toMatchObject({
    status: 503,
    more: { headers: { 'retry-after': '5' } },
  });
  expect([load.size, await first.end(), load.size]).toEqual([200, 200, 0]);
  expect(await load.run(true, () => Promise.resolve(1))).toBe(1);
});

test('refuses while 64 reads take more than five seconds, and no longer', async () => {
  let now = 0;
  const load = new LoadLimit(() => now);
  const slow = start(load, 64);
  now = 5000;
  await expect(load.run(true, () => Promise.resolve(1))).rejects.toThrow('more requests');
  await slow.end();
  expect(await load.run(true, () => Promise.resolve(1))).toBe(1);
});

test('accepts others beside 64 long imports, and beside 63 long reads', async () => {
  let now = 0;
  const load = new LoadLimit(() => now);
  const [imports, reads] = [start(load, 64, false), start(load, 63)];
  now = 60_000;
  expect(await load.run(true, () => Promise.resolve(1))).toBe(1);
  await Promise.all([imports.end(), reads.end()]);
});

test('refuses while fewer requests end in five seconds than are running', async () => {
  let now = 0;
  const load = new LoadLimit(() => now);
  const burst = start(load, 80);
  expect(await load.run(true, () => Promise.resolve(1))).toBe(1);
  now = 1000;
  await expect(load.run(true, () => Promise.resolve(1))).rejects.toThrow('more requests');
  await burst.end();
  const next = start(load, 80);
  now = 2500;
  // eighty have ended a second and a half ago
  expect(await load.run(true, () => Promise.resolve(1))).toBe(1);
  now = 6500;
  await expect(load.run(true, () => Promise.resolve(1))).rejects.toThrow('more requests');
  await next.end();
});
