import { expect, test } from 'vitest';
import { argon2Passwords } from './argon2-passwords.ts';

const passwords = argon2Passwords();

test('the stored form is argon2id with 19 MiB, two passes and a salt of its own', async () => {
  const [one, two] = await Promise.all([
    passwords.hash('correct horse battery'),
    passwords.hash('correct horse battery'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
  expect(await passwords.verify(one, 'correct horse battery')).toBe(true);
  expect(await passwords.verify(one, 'correct horse batterz')).toBe(false);
});

test.each([64, 72, 73, 128])(
  'two passwords of %i characters that differ in the last one are two passwords',
  async (length) => {
    const same = 'パ'.repeat(length - 1);
    const hash = await passwords.hash(`${same}a`);
    expect([
      await passwords.verify(hash, `${same}a`),
      await passwords.verify(hash, `${same}b`),
    ]).toEqual([true, false]);
  },
);

test('accents typed as two characters, spaces and emoji are the password that they look like', async () => {
  const hash = await passwords.hash(' Café 🚀 Zürich ');
  expect(await passwords.verify(hash, ' Cafe\u0301 🚀 Zu\u0308rich ')).toBe(true);
  expect(await passwords.verify(hash, 'Café 🚀 Zürich')).toBe(false);
});

test('an unknown stored form matches nothing, and a weaker one is hashed again', async () => {
  for (const hash of ['', 'x', '$argon2id$v=19$m=1,t=1,p=1$$', '$2b$10$abcdefghijklmnopqrstuv']) {
    expect(await passwords.verify(hash, 'x')).toBe(false);
    expect(passwords.isOld(hash)).toBe(true);
  }
  const fresh = await passwords.hash('correct horse battery');
  expect([passwords.isOld(fresh), passwords.isOld(fresh.replace('m=19456', 'm=4096'))]).toEqual([
    false,
    true,
  ]);
});
