import { expect, test } from 'vitest';
import { QueueFullError } from '#server/core/password-hashing.ts';
import { renewHash } from './new-password.ts';

const makePasswords = (isOld: boolean, hash = () => Promise.resolve('strong')) => ({
  isOld: () => isOld,
  hash,
});

test('a weak hash is renewed, and a strong one stays', async () => {
  expect(await renewHash(makePasswords(true), 'weak', 'secret')).toBe('strong');
  expect(await renewHash(makePasswords(false), 'strong', 'secret')).toBeUndefined();
});

// a right password was refused while many others signed in
test('a full queue keeps the weak hash, so that the sign-in succeeds', async () => {
  const full = makePasswords(true, () => Promise.reject(new QueueFullError('full')));
  expect(await renewHash(full, 'weak', 'secret')).toBeUndefined();
});

test('any other failure to hash is reported', async () => {
  const failing = makePasswords(true, () => Promise.reject(new Error('no memory')));
  await expect(renewHash(failing, 'weak', 'secret')).rejects.toThrow('no memory');
});
