import { expect, test } from 'vitest';
import { MemoryAttemptStore } from '#server/http/throttle/attempts.ts';
import { SignInThrottle } from '#server/http/throttle/sign-in-throttle.ts';
import { limitTries } from './confirm-password.ts';

const makeThrottle = () => new SignInThrottle(new MemoryAttemptStore(), () => 1_000_000_000);
const tryTimes = async (throttle: SignInThrottle, times: number, result: true | undefined) => {
  for (let n = 0; n < times; n += 1)
    expect(await limitTries(throttle, 'ada', async () => result)).toBe(result);
};
const limit = { code: 'rate_limited', more: { headers: { 'retry-after': '900' } } };

test('after ten failures in a quarter of an hour the person must wait', async () => {
  const throttle = makeThrottle();
  await tryTimes(throttle, 10, undefined);
  await expect(limitTries(throttle, 'ada', async () => true)).rejects.toMatchObject(limit);
  expect(await limitTries(throttle, 'bo', async () => true)).toBe(true);
});

test('a success clears the failures', async () => {
  const throttle = makeThrottle();
  await tryTimes(throttle, 9, undefined);
  await tryTimes(throttle, 1, true);
  await tryTimes(throttle, 10, undefined);
});

test('a password that a busy server does not verify is no failure', async () => {
  const throttle = makeThrottle();
  for (let n = 0; n < 12; n += 1)
    await expect(
      limitTries(throttle, 'ada', () => Promise.reject(new Error('busy'))),
    ).rejects.toThrow('busy');
  await tryTimes(throttle, 10, undefined);
});
