import { samples } from './samples.ts';

/** Natural logarithms of the probability that one character follows another in a language. */
export interface LetterModel {
  readonly after: (before: string, char: string) => number;
  readonly alone: (char: string) => number;
}

const letter = /[\p{L}\p{M}]/u;
const currencySign = /[€£¥¢₴₽₺₪฿¤]/;
const commonSign =
  /[–—‘’“”„«»°ºª·…№§²³±×½¼¾®™©•‚´¡¿，。、（）：；「」『』・－％＋／！？《》〈〉【】〔〕～○●◎△▲□■◇◆※①-⑳Ⅰ-Ⅹ￥→↑↓\u3000\u00a0\u0e3f]/;
const ascii = (char: string): boolean => char < '\u0080';
/** Classifies a character: letters become lower case, digits 0, everything else a space. */
const classify = (char: string): string => {
  if (letter.test(char)) return char.toLowerCase();
  return char >= '0' && char <= '9' ? '0' : ' ';
};

const alphabet = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
const codes = alphabet.flatMap((a) => alphabet.map((b) => a + b));
function listNames(language: string): string {
  const readName = (type: 'region' | 'language' | 'currency') =>
    new Intl.DisplayNames(language, { type, fallback: 'none' });
  const [region, tongue, currency] = [
    readName('region'),
    readName('language'),
    readName('currency'),
  ];
  return [
    ...codes.flatMap((code) => [region.of(code), tongue.of(code.toLowerCase())]),
    ...Intl.supportedValuesOf('currency').map((code) => currency.of(code)),
  ]
    .filter((name) => name !== undefined)
    .join(' ');
}

/**
 * Returns the probability of a character that a language's sample may lack, by the size of its
 * class.
 */
function rareLetter(char: string): number {
  const c = char.codePointAt(0) ?? 0;
  if (c >= 0xff66 && c <= 0xff9f) return 0.15 / 63;
  if (c >= 0x3041 && c <= 0x30ff) return 0.1 / 170;
  if (c >= 0x4e00 && c <= 0x9fff) return 0.1 / 7000;
  if (c >= 0xac00 && c <= 0xd7a3) return 0.05 / 2350;
  if (c >= 0xff01 && c <= 0xff5e) return 0.05 / 94;
  return 1e-6;
}
function signProbability(before: string, char: string): number {
  // beside amounts they are as frequent as a letter
  if (currencySign.test(char)) return letter.test(before) ? 1e-5 : 0.05;
  if (char === '’' || char === '·') return 0.002;
  if (commonSign.test(char))
    return letter.test(before) && !ascii(before) && /[§±×½¼¾®©´¡¿]/.test(char) ? 1e-5 : 0.002;
  return /[\p{C}\ufffd]/u.test(char) ? 1e-9 : 2e-7;
}
/**
 * Returns the probability of a letter's case. Words begin with a capital, or consist of capitals.
 */
function caseProbability(before: string, char: string): number {
  const lower = char.toLowerCase();
  if (lower === char.toUpperCase()) return 1;
  if (char === lower) return letter.test(before) ? 1 : 0.7;
  if (!letter.test(before)) return 0.3;
  return before === before.toUpperCase() && before !== before.toLowerCase() ? 0.5 : 0.002;
}

const latin = /\p{Script=Latin}/u;
const digit = /[0-9]/;
/**
 * Returns the probability that two alphabets, or letters and digits, are neighbours. Words seldom
 * mix them.
 */
function mixProbability(before: string, char: string): number {
  if (letter.test(before) && letter.test(char))
    return latin.test(before) === latin.test(char) ? 1 : 0.002;
  return (letter.test(before) && digit.test(char)) || (digit.test(before) && letter.test(char))
    ? 0.1
    : 1;
}

function learn(text: string, most: number): LetterModel {
  const pairs = new Map<string, number>();
  const firsts = new Map<string, number>();
  const seenCounts = new Map<string, number>();
  let before = ' ';
  for (const char of text) {
    const next = classify(char);
    pairs.set(before + next, (pairs.get(before + next) ?? 0) + 1);
    firsts.set(before, (firsts.get(before) ?? 0) + 1);
    seenCounts.set(next, Math.min(most, (seenCounts.get(next) ?? 0) + 1));
    before = next;
  }
  const all = [...seenCounts.values()].reduce((sum, n) => sum + n, 0);
  const single = (char: string): number => (seenCounts.get(char) ?? 0) / all;
  const rateLetters = (a: string, b: string): number => {
    const n = firsts.get(a) ?? 0;
    // few observations count less
    const trust = n / (n + 20);
    return (trust * (pairs.get(a + b) ?? 0)) / Math.max(1, n) + (1 - trust * 0.75) * single(b);
  };
  return {
    after: (a, b) => {
      if (!letter.test(b) && !ascii(b)) return Math.log(signProbability(a, b));
      // a character after a sign does not depend on the language
      if (!letter.test(a) && !ascii(a) && ascii(b)) return Math.log(0.3);
      const [from, to] = [classify(a), classify(b)];
      return Math.log(
        (rateLetters(from, to) * 0.97 + rareLetter(b)) *
          caseProbability(a, b) *
          mixProbability(a, b),
      );
    },
    alone: (b) =>
      Math.log(
        letter.test(b)
          ? single(classify(b)) * 0.9 + rareLetter(b)
          : Math.max(rareLetter(b), signProbability(' ', b)),
      ),
  };
}

const models = new Map<string, LetterModel>();
/** Returns the letter model of a language. It is learned at its first use. */
export function letterModel(language: string): LetterModel {
  const cachedModel = models.get(language);
  if (cachedModel) return cachedModel;
  const own = `${samples[language] ?? ''} `;
  const wide = /^(?:zh|ja|ko)/.test(language);
  const newModel = learn(
    `${own.repeat(wide ? 1 : 3)}${listNames(language)}`,
    wide ? 12 : Number.POSITIVE_INFINITY,
  );
  models.set(language, newModel);
  return newModel;
}
