import { beforeEach, expect, test } from 'vitest';
import { MemoryAttemptStore } from './attempts.ts';
import { LinkThrottle } from './link-throttle.ts';

const minute = 60_000;
let now = 0;
let throttle = new LinkThrottle(new MemoryAttemptStore(), () => now);
beforeEach(() => {
  now = 1_000_000_000;
  throttle = new LinkThrottle(new MemoryAttemptStore(), () => now);
});

test('a block opens thirty links a minute, and another block is not affected', async () => {
  for (let n = 0; n < 30; n += 1) expect(await throttle.waitForOpening('a')).toBe(0);
  now += 20_000;
  expect(await throttle.waitForOpening('a')).toBe(40);
  expect(await throttle.waitForOpening('b')).toBe(0);
  now += 40_000;
  expect(await throttle.waitForOpening('a')).toBe(0);
});

test('after five wrong passwords a link takes one each half minute', async () => {
  for (let n = 0; n < 5; n += 1) expect(await throttle.waitForPassword('x')).toBe(0);
  expect(await throttle.waitForPassword('x')).toBe(30);
  expect(await throttle.waitForPassword('y')).toBe(0);
  now += 30_000;
  expect(await throttle.waitForPassword('x')).toBe(0);
  expect(await throttle.waitForPassword('x')).toBe(30);
});

test('a right password or an hour without one gives five again', async () => {
  for (let n = 0; n < 5; n += 1) await throttle.waitForPassword('x');
  await throttle.passwordFits('x');
  for (let n = 0; n < 5; n += 1) expect(await throttle.waitForPassword('x')).toBe(0);
  now += 61 * minute;
  for (let n = 0; n < 5; n += 1) expect(await throttle.waitForPassword('x')).toBe(0);
  expect(await throttle.waitForPassword('x')).toBe(30);
});
