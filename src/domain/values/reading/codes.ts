const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Folds width and case and removes blanks, so that codes can be checked. */
export const plainCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/\s/g, '');

/**
 * Whether a unified social credit code (GB 32100-2015) is well formed: 18 characters without I O S
 * V Z, the last a check character mod 31. The outer mod 31 matters: for a remainder of 0 the check
 * character is 0.
 */
export function isCreditCode(text: string): boolean {
  const values = [...plainCode(text)].map((c) => creditAlphabet.indexOf(c));
  if (values.length !== 18 || values.includes(-1)) return false;
  const sum = creditWeights.reduce<number>(
    (total, weight, i) => total + weight * (values[i] ?? 0),
    0,
  );
  return (31 - (sum % 31)) % 31 === values[17];
}

/**
 * Whether a national code of an investment project is well formed: 2212-370672-04-01-411469, the
 * last digit by MOD 11,10 (ISO/IEC 7064) over the 19 before. Codes with five digits at the end are
 * older and carry no check digit.
 */
export function isNationalProjectCode(text: string): boolean {
  const plain = plainCode(text).replace(/[‐‑–—−]/g, '-');
  if (/^\d{4}-\d{6}-\d{2}-\d{2}-\d{5}$/.test(plain)) return true;
  if (!/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(plain)) return false;
  const digits = [...plain.replaceAll('-', '')].map(Number);
  const check = digits.slice(0, 19).reduce((product, digit) => {
    const sum = (product + digit) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return (11 - check) % 10 === digits[19];
}

/**
 * Whether a Japanese corporate number is well formed: 13 digits, the first a check digit over the
 * twelve others.
 */
export function isCorporateNumber(text: string): boolean {
  const plain = plainCode(text).replaceAll('-', '');
  if (!/^\d{13}$/.test(plain)) return false;
  const [check, ...base] = [...plain].map(Number);
  const sum = base
    .toReversed()
    .reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9) === check;
}

/** Invisible characters: soft hyphens, joiners, marks of direction. */
const invisibleCharacters = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/**
 * Normalises the code of a project: composed and without invisible characters, so that codes that
 * look alike are equal.
 */
export const normaliseCode = (text: string): string =>
  text.normalize('NFC').replace(invisibleCharacters, '').trim();

const plainKey = /^[A-Z\d-]*$/;
/**
 * Hyphens, dashes and minus signs, and the long vowel mark of kana between other letters.
 */
const dashes = /[\u2010-\u2015\u2212\u2500]|(?<![\u3041-\u30ff])ー(?![\u3041-\u30ff])/g;
/** Folds width, case and dashes, so that codes can be compared: `Ａ－０１` and `a-01` are one code. */
export const codeKey = (text: string): string =>
  plainKey.test(text)
    ? text
    : normaliseCode(text).normalize('NFKC').toUpperCase().replace(dashes, '-').replace(/\s+/g, ' ');

/** Whether a word mixes Latin and Cyrillic letters, so that it looks like another: `Аoyama`. */
export const mixesAlphabets = (text: string): boolean =>
  (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu) ?? []).some(
    (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
  );
