// Seen to fail: with t=1 in argon2-passwords.ts (stored form), with `password.slice(0, 72)`
// before hashing (pairs), with an empty list in common-passwords.ts (common, listed).
import { passwordLength } from '#contract/accounts/constants.ts';
import type { Passwords } from '#server/core/password-hashing.ts';
import { findPasswordFault } from '#server/accounts/sign-in/password-rules.ts';
import { readProcessorTime } from '../../setup/processes/times.ts';
import { random } from '../setup/random.ts';

const floor = { memory: 19_456, passes: 2, parallelism: 1 };
const alphabet = [...'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789 -_パ密😀'];

/**
 * Common passwords of legal length: single ones of the usual lists repeated, joined, walked along
 * the keyboard and dressed up.
 */
const guessed: readonly string[] = [
  'passwordpassword',
  'password12345678',
  'Password123456789',
  'P@ssw0rdP@ssw0rd',
  'qwertyuiopasdfghjkl',
  '1qaz2wsx3edc4rfv5tgb',
  'q1w2e3r4t5y6u7i8o9p0',
  '123456789012345678',
  'abcdefghijklmnopqrst',
  'aaaaaaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'iloveyouiloveyou1',
  'letmeinletmeinletmein',
  'headwayheadwayheadway',
  'Welcome2024Welcome2024',
  'adminadminadminadmin',
  'correct horse battery staple',
  'CorrectHorseBatteryStaple!',
  'monkeydragonfootball',
  'bulldogbulldog1',
  'scorpion-bulldog-1',
  'zxcvbnmasdfghjklqwer',
  'woaini1314woaini1314',
  'Qingdao2021Qingdao2021',
  'superman!superman!superman',
  'passwordadmin2023!',
  '          password          ',
];
/** Common passwords with what people add to them, long enough with a second factor. */
const weakVariants: readonly string[] = ['bulldog12!', 'Sunshine1!', '#corvette7', 'scorpion2024'];
const good: readonly string[] = [
  'rain on eleven copper kettles',
  '雨だれ石を穿つ薬缶十一個とおおきな木',
  'seven green bicycles at noon',
  'vT9#mLq2xR7&bW4zKd',
  'лягушка читает газету вечером',
];

/** Tests stored forms, pairs that differ at their ends, and rules for new passwords. */
export async function passwordFaults(
  passwords: Passwords,
  seed: number,
  pairs: number,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const next = random(seed);
  const text = (length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
  const [, memory = 0, passes = 0, lanes = 0] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/
      .exec(await passwords.hash(text(20)))
      ?.map(Number) ?? [];
  if (memory < floor.memory || passes < floor.passes || lanes < floor.parallelism)
    faults.push(`stored form: m=${memory}, t=${passes}, p=${lanes}`);
  for (let i = 0; i < pairs; i += 1) {
    for (const length of [64, 72, 73, 128, 256]) {
      const start = text(length - 1);
      const hash = await passwords.hash(`${start}a`);
      if (await passwords.verify(hash, `${start}b`))
        faults.push(`a pair of ${length} characters is one password`);
      if (!(await passwords.verify(hash, `${start}a`)))
        faults.push(`a password of ${length} characters is not known again`);
    }
  }
  const commonest = await passwords.commonest();
  const about = {
    context: ['Ada Lovelace', 'ada@qingdao-zone.example', 'Qingdao area'],
    commonest,
  };
  const withFactor = { ...about, hasFactor: true };
  const long = commonest.filter((one) => one.length >= passwordLength.leastWithSecondFactor);
  if (long.length < 3000) faults.push(`only ${long.length} of the commonest passwords are known`);
  const alike = [
    (one: string) => one,
    (one: string) => one.toUpperCase(),
    (one: string) => ` ${one}`,
  ];
  for (const [i, one] of long.entries()) {
    const candidate = alike[i % alike.length]?.(one) ?? one;
    if (findPasswordFault(candidate, withFactor) !== 'listed')
      faults.push(`taken, though among the commonest: ${candidate}`);
  }
  for (const password of weakVariants)
    if (findPasswordFault(password, withFactor) !== 'common')
      faults.push(`accepted with a second factor: ${password}`);
  for (const password of guessed)
    if (findPasswordFault(password, about) === undefined) faults.push(`taken: ${password}`);
  for (const password of good)
    if (findPasswordFault(password, about) !== undefined) faults.push(`refused: ${password}`);
  for (const [password, fault] of [
    [text(14), 'too_short'],
    ['🚀'.repeat(14), 'too_short'],
    [text(257), 'too_long'],
    ['adalovelace adalovelace', 'common'],
  ] as const)
    if (findPasswordFault(password, about) !== fault) faults.push(`not ${fault}: ${password}`);
  const from = readProcessorTime();
  findPasswordFault('ab1 '.repeat(250_000), about);
  findPasswordFault('qwerty'.repeat(40), about);
  if (readProcessorTime() - from > 200) faults.push('long passwords are looked at for too long');
  return faults;
}
