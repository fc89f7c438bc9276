import { japanesePairs, traditionalPairs } from './traditional-variants.ts';

const pairs = (text: string): (readonly [string, string])[] =>
  Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)]);
/** Maps traditional characters and Japanese forms to simplified ones, and katakana to hiragana. */
const same = new Map([
  ...pairs(japanesePairs),
  ...pairs(traditionalPairs),
  ...Array.from(
    { length: 0x30f6 - 0x30a1 + 1 },
    (_, i) => [String.fromCharCode(0x30a1 + i), String.fromCharCode(0x3041 + i)] as const,
  ),
]);
const asian = /[\u30a1-\u30f6\u4e00-\u9fff]/g;
const letterWithMark = /[\u00c0-\u024f\u1e00-\u1eff]|\p{M}/u;

/**
 * Folds a text for search: width, case, accents, kana, and traditional, simplified and Japanese
 * forms. Removes invisible characters. The engines fold differently, so this function does it for
 * both.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  const bare = letterWithMark.test(plain)
    ? plain
        .normalize('NFD')
        .replace(/(?<=[a-z])[\u0300-\u036f]+/g, '')
        .normalize('NFC')
    : plain;
  return bare.replace(asian, (c) => same.get(c) ?? c);
}

const escapePattern = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);
const literal = (text: string): string => `%${escapePattern(text)}%`;

const dash = /[-\u2010-\u2015\u2212\u2500ー]/g;

/**
 * Makes a LIKE pattern for texts that begin with this one, with any dashes. Use it with `escape
 * '\'`.
 */
export const beginsPattern = (text: string): string =>
  `${escapePattern(foldText(text)).replace(dash, '_')}%`;

/**
 * Makes LIKE patterns for a text of several lines between two line breaks: one line is this text,
 * and one line begins with it. Use them with `escape '\\'`.
 */
export function linePatterns(text: string): { readonly same: string; readonly begins: string } {
  const plain = escapePattern(foldText(text));
  return { same: `%\n${plain}\n%`, begins: `%\n${plain}%` };
}

/** Lists the parts of a text between its dashes, folded: `beginsPattern` matches only texts with them. */
export const listPartsBetweenDashes = (text: string): readonly string[] =>
  foldText(text).split(dash);

/** Finds the range of the texts that `beginsPattern` matches, by code point, without its end. */
export function beginsRange(text: string): readonly [from: string, to: string] {
  const [from = ''] = foldText(text).split(dash);
  return [from, `${from}\u{10ffff}`];
}

/**
 * Lists the folded texts of a search. A search text that contains at least one of them matches.
 * Spaces and marks within typed pinyin are ignored.
 */
export function listContained(text: string): readonly string[] {
  const plain = foldText(text);
  const oneWord = /^[a-z\d\s'’-]+$/.test(plain) ? plain.replace(/[\s'’-]/g, '') : plain;
  return oneWord === plain || oneWord === '' ? [plain] : [plain, oneWord];
}

/** Makes the LIKE patterns of the texts of a search. Use them with `escape '\'`. */
export const containsPatterns = (text: string): readonly string[] =>
  listContained(text).map(literal);
