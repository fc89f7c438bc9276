import type { Currency } from './money.ts';
import { currencyCodes } from './currencies.ts';
import { currencyWords } from './terms/amount-words.ts';
import { multiplierWords } from './terms/multiplier-words.ts';

/** A unit of amounts: 10^power of a currency. `currency` absent: the words leave it open, as `$` or 万. */
export interface AmountUnit {
  readonly power: number;
  readonly currency?: Currency;
}

const byLength = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length);
const nameWords = byLength(Object.keys(currencyWords));
const multipliers = byLength(Object.keys(multiplierWords));
const codes: ReadonlySet<string> = new Set(currencyCodes);
/** Codes that are words of other meaning: a currency only in capitals. */
const inCapitals: ReadonlySet<string> = new Set('ALL ANG BAM BOB CUP GEL MAD MOP SOS TOP'.split(' '));

const isCode = (text: string): boolean =>
  codes.has(text.toUpperCase()) && (text === text.toUpperCase() || !inCapitals.has(text.toUpperCase()));
/** Stands before a code that is a word of its own. */
const alone = '\u0001';

/** Full width to half width, no blanks: how unit words are compared. A code that stands alone is marked, so that bn DKK is not BND. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<!\p{Script=Latin})[A-Za-z]{3}(?!\p{Script=Latin})/gu, (word) => (isCode(word) ? alone + word : word))
    .replace(/(?<=\p{L})\.|[\s,]+|\bof\b|\bde\b/giu, '')
    .replace(/[’‘]/g, "'");

/** A word at the front of a text: `length` characters that name a currency ('' leaves it open), or multiply by 10^power. */
interface UnitWord {
  readonly length: number;
  readonly power: number;
  readonly currency?: Currency | '';
}

/** A code at the front: marked as a word of its own, or written against another word. */
function codeAt(rest: string): readonly UnitWord[] {
  const marked = rest.startsWith(alone);
  const code = rest.slice(marked ? 1 : 0, marked ? 4 : 3);
  return isCode(code) ? [{ length: marked ? 4 : 3, power: 0, currency: code.toUpperCase() }] : [];
}

const startsOf = (words: readonly string[], rest: string): readonly string[] => words.filter((word) => rest.startsWith(word));

/** Every reading of the front of a text: names and multiples, the longest first, then codes. */
function wordsAt(rest: string): readonly UnitWord[] {
  const small = rest.toLowerCase();
  const names = startsOf(nameWords, small).map((word) => ({ length: word.length, power: 0, currency: currencyWords[word] ?? '' }));
  const multiples = startsOf(multipliers, small).map((word) => ({ length: word.length, power: multiplierWords[word] ?? 0 }));
  const digits = /^10*(?!\d)/.exec(rest)?.[0];
  const tens = digits === undefined ? [] : [{ length: digits.length, power: digits.length - 1 }];
  return [...[...names, ...multiples, ...tens].sort((a, b) => b.length - a.length), ...codeAt(rest)];
}

interface ReadUnit {
  readonly power: number;
  readonly currency?: Currency | '';
}
/** The rest of a unit after what was read: the first reading that uses up the text. */
function readUnit(rest: string, read: ReadUnit): ReadUnit | undefined {
  if (rest === '') return read;
  for (const word of wordsAt(rest)) {
    const next = joined(read, word, rest.startsWith('元'));
    const whole = next === undefined ? undefined : readUnit(rest.slice(word.length), next);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** A unit with one more word; undefined where the word names another currency. 新臺幣百萬元: where the currency is said, 元 is its unit. */
function joined(read: ReadUnit, word: UnitWord, isYuan: boolean): ReadUnit | undefined {
  const power = read.power + word.power;
  const named = read.currency !== undefined && read.currency !== '';
  if (word.currency === undefined || (named && (isYuan || word.currency === ''))) return { ...read, power };
  if (named && read.currency !== word.currency) return undefined;
  return { power, currency: word.currency };
}

/** No unit is written longer. */
const longestUnit = 60;
/** Names of currencies that Japanese alone writes: 兆 beside them is 10^12. */
const japaneseNames = /ドル|ユーロ|ポンド|ウォン/;

/**
 * The unit that a text names: 万元, 亿美元, 百万円, 億元, US$ mn, RMB 100 million, CNY m, EUR. Nothing when any part is not
 * understood: a unit is never guessed. `ambiguous`: 兆 outside Japanese words, which is 10^6 or 10^12 depending on the writer.
 */
export function parseUnit(text: string): AmountUnit | 'ambiguous' | undefined {
  const words = plain(text);
  if (words === '' || words.length > longestUnit) return undefined;
  const unit = readUnit(words, { power: 0 });
  if (unit === undefined) return undefined;
  const { power, currency } = unit;
  if (words.includes('兆') && currency !== 'JPY' && !japaneseNames.test(text)) return 'ambiguous';
  return currency === undefined || currency === '' ? { power } : { power, currency };
}
