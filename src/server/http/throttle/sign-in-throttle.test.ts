import { beforeEach, expect, test } from 'vitest';
import { MemoryAttemptStore } from './attempts.ts';
import { SignInThrottle } from './sign-in-throttle.ts';

const minute = 60_000;
let now = 0;
let throttle = new SignInThrottle(new MemoryAttemptStore(), () => now);
beforeEach(() => {
  now = 1_000_000_000;
  throttle = new SignInThrottle(new MemoryAttemptStore(), () => now);
});
const stranger = { account: 'ada', block: '203.0.113' };
const owner = { account: 'ada', device: 'desk', block: '198.51.100' };
const tryTimes = async (times: number, attempt: Parameters<SignInThrottle['begin']>[0]) => {
  for (let n = 0; n < times; n += 1) expect(await throttle.begin(attempt)).toBeUndefined();
};

test('the eleventh attempt of new browsers waits until the first is a quarter of an hour old', async () => {
  await tryTimes(1, stranger);
  now += 5 * minute;
  await tryTimes(9, stranger);
  expect(await throttle.begin(stranger)).toBe(10 * 60);
  now += 10 * minute;
  await tryTimes(1, stranger);
  expect(await throttle.begin(stranger)).toBe(5 * 60);
});

test('attempts of strangers never lock out a known device, which has a limit of its own', async () => {
  await tryTimes(10, stranger);
  await tryTimes(10, owner);
  expect(await throttle.begin(owner)).toBe(15 * 60);
});

test('attempts on a known device take none from other browsers', async () => {
  await tryTimes(10, owner);
  await tryTimes(10, stranger);
});

test('a sign-in on a known device gives strangers no further attempt', async () => {
  await tryTimes(10, stranger);
  await tryTimes(1, owner);
  await throttle.succeed(owner);
  expect(await throttle.begin(stranger)).toBeGreaterThan(0);
});

test('a sign-in in a new browser clears the attempts on the account', async () => {
  await tryTimes(10, stranger);
  await throttle.succeed(stranger);
  await tryTimes(10, stranger);
  expect(await throttle.begin(stranger)).toBeGreaterThan(0);
});

test('a block of addresses has sixty attempts over all accounts', async () => {
  for (let n = 0; n < 60; n += 1)
    await tryTimes(1, { account: `person ${n}`, block: stranger.block });
  expect(await throttle.begin({ account: 'other', block: stranger.block })).toBe(15 * 60);
  await tryTimes(1, { account: 'other', block: owner.block });
});

test('after a hundred wrong passwords in a row only a known device signs in, at any time', async () => {
  for (let n = 0; n < 10; n += 1) {
    await tryTimes(10, { account: 'ada', block: `block ${n}` });
    now += 20 * minute;
  }
  now += 1000 * minute;
  expect(await throttle.begin(stranger)).toBe(15 * 60);
  await tryTimes(1, owner);
  await throttle.succeed(owner);
  await tryTimes(1, stranger);
});

test('an attempt whose password was not verified is not one of a hundred in a row', async () => {
  for (let n = 0; n < 11; n += 1) {
    await tryTimes(9, { account: 'ada', block: `block ${n}` });
    now += 20 * minute;
  }
  await tryTimes(1, stranger);
  await throttle.withdraw(stranger);
  await tryTimes(1, stranger);
  expect(await throttle.begin(stranger)).toBe(15 * 60);
});

test('a new password removes the wrong attempts of its account', async () => {
  await tryTimes(10, stranger);
  await throttle.forget('ada');
  await tryTimes(10, { account: 'ada', block: owner.block });
});

test('an attempt whose password was not verified does not count', async () => {
  await tryTimes(10, stranger);
  await throttle.withdraw(stranger);
  await tryTimes(1, stranger);
  expect(await throttle.begin(stranger)).toBeGreaterThan(0);
});
