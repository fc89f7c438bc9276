import { letterModel } from './letters.ts';

const western = [
  'fr',
  'de',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'is',
  'ca',
  'et',
] as const;
const central = ['pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'sl', 'sq', 'de'] as const;
const cyrillic = ['ru', 'uk', 'bg', 'be', 'sr', 'mk'] as const;
const baltic = ['lt', 'lv', 'et'] as const;

/** The languages of each encoding. More common encodings come first. */
export const oneByteLanguages = {
  'windows-1252': western,
  'windows-1250': central,
  'windows-1251': cyrillic,
  'windows-1253': ['el'],
  'windows-1254': ['tr', 'az'],
  'windows-1255': ['he'],
  'windows-1256': ['ar', 'fa', 'ur'],
  'windows-1257': baltic,
  'windows-874': ['th'],
  'koi8-r': ['ru', 'bg'],
  'koi8-u': ['uk', 'ru'],
  'iso-8859-15': western,
  'iso-8859-2': central,
  'iso-8859-5': cyrillic,
  'iso-8859-6': ['ar'],
  'iso-8859-7': ['el'],
  'iso-8859-8': ['he'],
  'iso-8859-13': baltic,
  macintosh: western,
  'x-mac-cyrillic': ['ru', 'uk', 'bg', 'sr'],
  ibm866: ['ru', 'bg'],
} as const;
export const doubleByteLanguages = {
  gb18030: ['zh', 'zh-Hant'],
  shift_jis: ['ja'],
  big5: ['zh-Hant'],
  'euc-kr': ['ko'],
  'euc-jp': ['ja'],
} as const;
export type OneByte = keyof typeof oneByteLanguages;
export type DoubleByte = keyof typeof doubleByteLanguages;

export interface BytePairs {
  /**
   * Pairs of bytes with at least one above 0x7F, as `first << 8 | second`, with their frequency.
   */
  readonly counts: readonly (readonly [number, number])[];
  /** The number of bytes above 0x7F. */
  readonly high: number;
}
/** Counts the pairs of neighbouring bytes that distinguish single-byte encodings. */
export function countBytePairs(bytes: Uint8Array): BytePairs {
  const table = new Uint32Array(65_536);
  let high = 0;
  let before = 0x20;
  for (const byte of bytes) {
    if (byte > 0x7f) high += 1;
    if (byte > 0x7f || before > 0x7f)
      table[(before << 8) | byte] = (table[(before << 8) | byte] ?? 0) + 1;
    before = byte;
  }
  return { counts: [...table.entries()].filter(([, count]) => count > 0), high };
}

const tables = new Map<OneByte, readonly string[]>();
/** Lists the characters of the 256 bytes, with U+FFFD for an invalid byte. */
export function characterTable(encoding: OneByte): readonly string[] {
  const cachedTable = tables.get(encoding);
  if (cachedTable) return cachedTable;
  const decoder = new TextDecoder(encoding);
  const newTable = Array.from({ length: 256 }, (_, byte) => decoder.decode(new Uint8Array([byte])));
  tables.set(encoding, newTable);
  return newTable;
}

const best = (scores: readonly number[]): number =>
  scores.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);

/**
 * Computes the log probability of the bytes in the likeliest language of an encoding.
 * @returns undefined if a byte is invalid
 */
export function scoreOneByte({ counts }: BytePairs, encoding: OneByte): number | undefined {
  const table = characterTable(encoding);
  if (counts.some(([pair]) => table[pair & 255] === '\ufffd')) return undefined;
  return best(
    oneByteLanguages[encoding].map((language) => {
      const { after } = letterModel(language);
      return counts.reduce(
        (sum, [pair, count]) =>
          sum + count * after(table[pair >> 8] ?? '', table[pair & 255] ?? ''),
        0,
      );
    }),
  );
}

/**
 * The average score of a pair of bytes at the edge of a word. It applies to each change between
 * double-byte characters and ASCII.
 */
const edgeScore = -3;

/**
 * Computes the score of a text from a double-byte encoding over its characters above U+007F, and
 * their mean score.
 */
export function scoreText(
  text: string,
  encoding: DoubleByte,
): { readonly score: number; readonly mean: number } {
  const seenCounts = new Map<string, number>();
  let characters = 0;
  let edges = 0;
  let before = false;
  for (const char of text) {
    const beyond = char > '\u007f';
    if (beyond !== before) edges += 1;
    before = beyond;
    if (!beyond) continue;
    seenCounts.set(char, (seenCounts.get(char) ?? 0) + 1);
    characters += 1;
  }
  const score = best(
    doubleByteLanguages[encoding].map((language) => {
      const { alone } = letterModel(language);
      return [...seenCounts].reduce((sum, [char, count]) => sum + count * alone(char), 0);
    }),
  );
  return { score: score + edges * edgeScore, mean: score / Math.max(1, characters) };
}
