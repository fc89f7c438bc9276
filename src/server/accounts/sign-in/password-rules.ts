import { type PasswordFault, passwordLength } from '#contract/accounts/constants.ts';
import { foldText } from '#server/core/text-folding/fold-text.ts';
import { normalisePassword } from '#server/core/password-hashing.ts';

/**
 * Words of the most common passwords, in lower case and of at least three letters. Many long
 * passwords repeat or join them.
 */
const commonWords: readonly string[] =
  `password passwort passw0rd p@ssw0rd p@ssword pa55word passcode passphrase changeme letmein welcome welc0me admin administrator root user guest
login master secret superman batman spiderman pokemon princess sunshine football baseball basketball soccer hockey monkey dragon shadow michael
jordan jennifer jessica charlie ashley daniel thomas robert matthew andrew joshua michelle nicole hunter ranger buster harley tigger killer pepper
ginger cookie summer winter spring autumn january february march april june july august september october november december monday friday sunday
iloveyou loveyou love lovely babygirl angel flower freedom whatever trustno1 starwars computer internet samsung google facebook microsoft windows
apple iphone android mustang corvette ferrari mercedes porsche yankees dallas chelsea arsenal liverpool barcelona london paris america canada
china beijing shanghai qingdao japan tokyo osaka nihon woaini woaiwojia wobuzhidao nihao mima sakura naruto doraemon
correcthorsebatterystaple correct horse battery staple thequickbrownfox quickbrownfox thequick brown jumps over lazy
tobeornottobe maytheforcebewithyou openness opensesame letmein123 testing test demo sample example temporary temp default
zone headway progress target targets investment register manager analyst viewer company office work
hello hallo bonjour hola goodbye goodmorning cheese chocolate banana orange purple yellow silver golden diamond money dollar
abc abcd abcde abcdef alphabet qwerty qwertz azerty asdf asdfgh zxcv zxcvbn qazwsx qwer wasd`
    .split(/\s+/)
    .filter((word) => word.length >= 3);

/** Sequences of the keyboard and the alphabet, in both directions. */
const walks = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);
const shortestStep = 3;
/** Replaces digits and signs that people use for letters. */
const unleet = (text: string): string =>
  text
    .replace(/[@4]/g, 'a')
    .replace(/0/g, 'o')
    .replace(/3/g, 'e')
    .replace(/[1!]/g, 'i')
    .replace(/[$5]/g, 's');

/** Returns the length of the keyboard sequence that starts at `at`, or 0. */
function measureWalk(text: string, at: number): number {
  let length = shortestStep;
  const along = (n: number): boolean => walks.some((walk) => walk.includes(text.slice(at, at + n)));
  if (at + length > text.length || !along(length)) return 0;
  while (at + length < text.length && along(length + 1)) length += 1;
  return length;
}
/**
 * Returns the length of the repetition that starts at `at`, or 0. It repeats the last character, or
 * an earlier piece of more than three characters.
 */
function measureRepeat(text: string, at: number): number {
  const before = text.slice(0, at);
  let length = 0;
  while (at + length < text.length && text[at + length] === text[at - 1]) length += 1;
  let piece = shortestStep;
  while (at + piece <= text.length && before.includes(text.slice(at, at + piece))) piece += 1;
  return Math.max(length, piece > shortestStep ? piece - 1 : 0);
}

/**
 * Counts the characters that an attacker must guess. A common word, a known word, a keyboard
 * sequence, a year and a repetition count as one character each.
 */
function countGuesses(text: string, words: readonly string[]): number {
  const present = words.filter((word) => text.includes(word));
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const word = present.reduce(
      (best, one) => (one.length > best && text.startsWith(one, at) ? one.length : best),
      0,
    );
    const year = /^(19|20)\d\d/.test(text.slice(at, at + 4)) ? 4 : 0;
    const step = Math.max(word, measureWalk(text, at), measureRepeat(text, at), year);
    count += 1;
    at += Math.max(1, step);
  }
  return count;
}
/**
 * The least number of characters to guess, without and with a second factor. Attackers quickly
 * guess a password of any length with fewer.
 */
const fewest = { alone: 8, withFactor: 6 } as const;
const searchLength = 256;

const countCharacters = (password: string): number => [...normalisePassword(password)].length;
/** Whether a password is long enough without a second factor. */
export const isSufficientAlone = (password: string): boolean =>
  countCharacters(password) >= passwordLength.least;

/**
 * Words and passwords that a new password must not consist of. `hasFactor` is set if the account
 * has a second factor.
 */
export interface Guessable {
  /** Words about the person and the zone, such as their names. */
  readonly context: readonly string[];
  /** Passwords that attackers try first, the most common first, in lower case. */
  readonly commonest: readonly string[];
  readonly hasFactor?: boolean;
}
/**
 * This many of the most common passwords count as words, if they have at least `shortestWord`
 * characters. Shorter ones are parts of too many passwords.
 */
const first = 3000;
const shortestWord = 6;

/** Finds the fault of a new password. @returns undefined if it has none */
export function findPasswordFault(
  password: string,
  { context, commonest, hasFactor = false }: Guessable,
): PasswordFault | undefined {
  const plainPassword = normalisePassword(password);
  const length = countCharacters(password);
  if (length < (hasFactor ? passwordLength.leastWithSecondFactor : passwordLength.least))
    return 'too_short';
  if (length > passwordLength.most) return 'too_long';
  const contextWords = context
    .flatMap((text) => foldText(text).split(/[^\p{L}\p{N}]+/u))
    .filter((word) => [...word].length >= 2);
  const foldedPassword = foldText(plainPassword);
  const plain = foldedPassword.replace(/[\s_\-.]+/g, '').slice(0, searchLength);
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if ([foldedPassword.trim(), plain].some((one) => commonest.includes(one))) return 'listed';
  const words = [
    ...commonWords,
    ...contextWords,
    ...commonest.slice(0, first).filter((word) => word.length >= shortestWord),
    ...(commonest.includes(core) ? [core] : []),
  ];
  const shortest = Math.min(countGuesses(plain, words), countGuesses(unleet(plain), words));
  return shortest < (hasFactor ? fewest.withFactor : fewest.alone) ? 'common' : undefined;
}
