import type { Currency } from '#domain/values/money.ts';
import { currencyCodes } from '#domain/values/currencies.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { currencyWord } from '#domain/values/currency/currency-units.ts';
import { languages } from '#domain/values/language.ts';
import { currencyWords, exactWords } from './amount-words.ts';
import { multiplierWords } from './multiplier-words.ts';
import { findNamedCurrency } from './named-currency.ts';
import { writeMultiples } from './named-multiples.ts';
import { sharedWords, type SharedName, type SharedWord } from './shared-currency-words.ts';

/**
 * A unit of amounts: 10^power of a currency. `currency` is absent where the words do not name one,
 * as 万. `shared` is the name of an ambiguous word, as $.
 */
export interface AmountUnit {
  readonly power: number;
  readonly currency?: Currency;
  readonly shared?: SharedName;
}

/** Words by their first letter, the longest first: a text is compared with few of a thousand names. */
type WordIndex = ReadonlyMap<string | undefined, readonly string[]>;
const indexWords = (words: readonly string[]): WordIndex =>
  Map.groupBy(
    words.toSorted((a, b) => b.length - a.length),
    (word) => word[0],
  );
const namesInCase = indexWords(Object.keys(exactWords));
const multipliers = indexWords(Object.keys(multiplierWords));
const codes: ReadonlySet<string> = new Set(currencyCodes);
/** Codes that are also common words: they mean a currency only in capitals. */
const inCapitals: ReadonlySet<string> = new Set(
  'ALL ANG BAM BOB CUP GEL MAD MOP SOS TOP TRY'.split(' '),
);

const isCode = (text: string): boolean =>
  codes.has(text.toUpperCase()) &&
  (text === text.toUpperCase() || !inCapitals.has(text.toUpperCase()));
/** The mark before a code that is a word of its own. */
const alone = '\u0001';

/**
 * Folds full width to half width and removes blanks, so that unit words can be compared. A code
 * that stands alone is marked, so that bn DKK is not BND.
 */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<!\p{Script=Latin})[A-Za-z]{3}(?!\p{Script=Latin})/gu, (word) =>
      isCode(word) ? alone + word : word,
    )
    .replace(
      /(?<=\p{L})\.|\s[-–—]\s|[\s,]+|(?<!\p{L})(?:of|de|di|in|en|em|im|i|σε|в|у|به|ב)(?!\p{L})/giu,
      '',
    )
    .replace(/[’‘]/g, "'");

/** The full names of currencies in three languages, as pages and files write them. */
const fullNames: Readonly<Record<string, Currency>> = Object.fromEntries(
  languages.flatMap((language) =>
    currencyCodes.flatMap((code) =>
      [currencyName(code, language), currencyWord(code, language)]
        .filter((name) => name !== code)
        .flatMap((name) => [name, name.replaceAll('・', '')])
        .map((name) => [plain(name).toLowerCase(), code]),
    ),
  ),
);
const allWords: Readonly<Record<string, Currency | SharedName>> = {
  ...fullNames,
  ...currencyWords,
};
const nameWords = indexWords(Object.keys(allWords));

/** The part of a unit that has been read. */
type ReadUnit = AmountUnit;
const isShared = (name: string): name is SharedName => name in sharedWords;
const namedBy = (name: Currency | SharedName | undefined): Omit<ReadUnit, 'power'> =>
  name === undefined ? {} : isShared(name) ? { shared: name } : { currency: name };

/**
 * A word at the front of a text: its first `length` characters name a currency, are a shared
 * currency word, or multiply by 10^power.
 */
interface UnitWord extends ReadUnit {
  readonly length: number;
}

/** A code at the front: marked as a word of its own, or written against another word. */
function codeAt(rest: string): readonly UnitWord[] {
  const hasMark = rest.startsWith(alone);
  const code = rest.slice(hasMark ? 1 : 0, hasMark ? 4 : 3);
  // Mds Ar has no SAR: letters of two words differ in case
  const isWhole = hasMark || code === code.toUpperCase() || code === code.toLowerCase();
  return isWhole && isCode(code)
    ? [{ length: hasMark ? 4 : 3, power: 0, currency: code.toUpperCase() }]
    : [];
}

const listStarts = (words: WordIndex, rest: string): readonly string[] =>
  (words.get(rest[0]) ?? []).filter((word) => rest.startsWith(word));

/**
 * Lists every reading of the front of a text: names and multiples, the longest first, then codes.
 */
function wordsAt(rest: string): readonly UnitWord[] {
  const small = rest.toLowerCase();
  const names = [
    ...listStarts(nameWords, small).map((word) => ({
      length: word.length,
      power: 0,
      ...namedBy(allWords[word]),
    })),
    ...listStarts(namesInCase, rest).map((word) => ({
      length: word.length,
      power: 0,
      ...namedBy(exactWords[word]),
    })),
  ];
  const multiples = listStarts(multipliers, small).map((word) => ({
    length: word.length,
    power: multiplierWords[word] ?? 0,
  }));
  const digits = /^10*(?!\d)/.exec(rest)?.[0];
  const tens = digits === undefined ? [] : [{ length: digits.length, power: digits.length - 1 }];
  return [
    ...[...names, ...multiples, ...tens].sort((a, b) => b.length - a.length),
    ...codeAt(rest),
  ];
}

/** Reads the rest of a unit: the first reading that uses the whole text. */
function readUnit(rest: string, read: ReadUnit): ReadUnit | undefined {
  if (rest === '') return read;
  for (const word of wordsAt(rest)) {
    const next = joinWord(read, word, rest.startsWith('元'));
    const whole = next === undefined ? undefined : readUnit(rest.slice(word.length), next);
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/**
 * Adds a word to a unit; undefined where the word names another currency. In 新臺幣百萬元 the currency is
 * named before, and 元 is its unit.
 */
function joinWord(read: ReadUnit, word: UnitWord, isYuan: boolean): ReadUnit | undefined {
  const power = read.power + word.power;
  if (word.currency === undefined && word.shared === undefined) return { ...read, power };
  if (read.currency === undefined && read.shared === undefined) return { power, ...toName(word) };
  if (
    read.currency !== undefined &&
    (isYuan || read.currency === word.currency || sharesWord(word.shared, read.currency))
  )
    return { ...read, power };
  if (read.shared !== undefined && read.shared === word.shared) return { ...read, power };
  return word.currency !== undefined && sharesWord(read.shared, word.currency)
    ? { power, currency: word.currency }
    : undefined;
}
const toName = ({ currency, shared }: ReadUnit): Omit<ReadUnit, 'power'> =>
  currency === undefined ? (shared === undefined ? {} : { shared }) : { currency };
const sharesWord = (shared: SharedName | undefined, currency: Currency): boolean => {
  const word: SharedWord | undefined = shared === undefined ? undefined : sharedWords[shared];
  return word?.among.includes(currency) === true;
};

/**
 * The currency of an amount with a shared currency word.
 * @param column currency of its column, where that is known.
 * @returns the currency of the column where that currency uses the word, else the meaning of the
 *   word elsewhere; undefined where the word is ambiguous
 */
export function sharedCurrency(
  name: SharedName,
  column: Currency | undefined,
): Currency | undefined {
  const word: SharedWord = sharedWords[name];
  if (column === undefined) return undefined;
  return word.among.includes(column) ? column : word.elsewhere;
}

/**
 * Finds the currency of a unit in a column of `column`: its own, or the meaning of its shared word
 * there.
 * @returns undefined if it is ambiguous
 */
export const unitCurrency = (
  unit: Partial<AmountUnit>,
  column: Currency | undefined,
): Currency | undefined =>
  unit.currency ?? (unit.shared === undefined ? column : sharedCurrency(unit.shared, column));

/** Currencies that write 元 or 圓 beside a number, as the yuan does. */
const inYuanWords: ReadonlySet<Currency> = new Set(['TWD', 'HKD', 'MOP', 'SGD']);
/**
 * Finds the currency that 元 alone means in a column of `column`. 300萬元 means yuan only where
 * nothing says Taiwan or Hong Kong dollars.
 * @returns undefined for other words
 */
export const yuanCurrency = (words: string, column: Currency | undefined): Currency | undefined =>
  /^[十百千万萬亿億兆]*元$/.test(plain(words))
    ? column !== undefined && inYuanWords.has(column)
      ? column
      : 'CNY'
    : undefined;

/** Currencies of languages in which "mil." is a million. */
const millionByMil: ReadonlySet<Currency | SharedName> = new Set(
  'CZK HRK RON RSD MKD BAM MYR leu'.split(' '),
);
/** Currencies of languages in which "mil" is a thousand. */
const thousandByMil: ReadonlySet<Currency | SharedName> = new Set(
  'EUR BRL MXN ARS CLP COP UYU PEN AOA MZN peso'.split(' '),
);
/**
 * Reads letters that only some countries use so: M is miliar after rupiah, MM is milliard before
 * the DH of Morocco, whose million is MDH, and bil. is no milliard of Czech crowns.
 * @returns undefined where another reading counts
 */
function withLetters(text: string, unit: ReadUnit): ReadUnit | undefined {
  if (unit.currency === 'CZK' && /(?<!\p{L})bil(?!\p{L})/iu.test(text)) return undefined;
  const isLarger =
    (unit.currency === 'IDR' && isMiliar(text)) || /(?<!\p{L})MM\s?DH(?!\p{L})/u.test(text);
  return isLarger ? { ...unit, power: unit.power + 3 } : unit;
}
/** Whether words have M alone, which is 10^9 beside rupiah. */
export const isMiliar = (words: string): boolean => /(?<!\p{L})M(?!\p{L})/u.test(words);

/**
 * Reads "mil" as a multiplier: a thousand in Spanish and Portuguese, a million in Czech, Croatian,
 * Romanian and careless English; undefined where the currency does not decide.
 */
function withMil(text: string, unit: ReadUnit): ReadUnit | undefined {
  const mil = /(?<!\p{L})mil(?!\p{L})(\.?)(?!\s*mil)/iu.exec(text);
  if (mil === null) return unit;
  const name = unit.currency ?? unit.shared ?? '';
  // no language shortens a thousand to mil. with a point: 5 mil. EUR is five million
  if (mil[1] === '.' || millionByMil.has(name)) return { ...unit, power: unit.power + 3 };
  return thousandByMil.has(name) ? unit : undefined;
}

/** Reads a unit by the names of currencies and multiples in many languages. */
function readNamedUnit(text: string): AmountUnit | undefined {
  const currency = findNamedCurrency(text);
  if (currency !== undefined) return { power: 0, currency };
  const inFigures = writeMultiples(text);
  if (inFigures === text) return undefined;
  const read = readUnit(plain(inFigures), { power: 0 });
  if (read !== undefined) return read;
  // милиона евра: both words are of the CLDR
  const named = findNamedCurrency(inFigures);
  const zeros = [...inFigures.matchAll(/ 1(0+) /g)].map(([, digits = '']) => digits.length);
  return named === undefined
    ? undefined
    : { power: zeros.reduce((sum, count) => sum + count, 0), currency: named };
}

/** Writes a thousand of German, Dutch and Danish units in figures: TEUR, t.kr., x € 1.000. */
const writeThousands = (text: string): string =>
  text
    .replace(/^\s*[Tt]\.?\s?(?=(?:€|EUR|CHF|kr)\.?\s*$)/u, '1000 ')
    .replace(/(?<!\p{L})x(?!\p{L})/u, ' ')
    .replace(/(?<=\b10{0,2})\.(?=000(?!\d))/g, '');

/** The largest number of characters of a unit. */
const longestUnit = 60;
/** Currency names that only Japanese writes: beside them 兆 is 10^12. */
const japaneseNames = /円|[ァ-ヺ]/u;

/**
 * Reads the unit that a text names: 万元, 亿美元, 百万円, 億元, US$ mn, RMB 100 million, CNY m, EUR.
 * @returns undefined where any part is unknown; `ambiguous` for 兆 outside Japanese, which is 10^6
 *   or 10^12
 */
export function parseUnit(text: string): AmountUnit | 'ambiguous' | undefined {
  const words = plain(writeThousands(text));
  if (words === '' || words.length > longestUnit) return undefined;
  const read = readUnit(words, { power: 0 });
  const letters = read && withLetters(text, read);
  const unit = letters && withMil(text, letters);
  if (unit === undefined) return readNamedUnit(text);
  return words.includes('兆') && unit.currency !== 'JPY' && !japaneseNames.test(text)
    ? 'ambiguous'
    : unit;
}
