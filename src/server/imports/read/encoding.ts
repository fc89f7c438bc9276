import { createUnreadable } from './failure.ts';
import { slicePieces, takePieces } from './byte-pieces.ts';
import {
  findMistake,
  mendText,
  type MistakenEncoding,
} from '#server/imports/read/encodings/mojibake.ts';
import { parseMistake, type Encoding } from '#server/imports/read/encodings/names.ts';
import {
  countBytePairs,
  doubleByteLanguages,
  oneByteLanguages,
  scoreOneByte,
  scoreText,
  type DoubleByte,
  type OneByte,
} from '#server/imports/read/encodings/score.ts';

const bom = (b: Uint8Array): Encoding | undefined => {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** Detects UTF-16 without a byte order mark: every second byte of ASCII text is zero. */
const unmarked16 = (b: Uint8Array): Encoding | undefined => {
  const n = Math.min(b.length, 2048) & ~1;
  if (n < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (b[i] === 0) even += 1;
    if (b[i + 1] === 0) odd += 1;
  }
  if (odd > n / 8 && even < n / 64) return 'utf-16le';
  return even > n / 8 && odd < n / 64 ? 'utf-16be' : undefined;
};

/** Whether `ESC $ B` switches to Japanese; such a file has no byte above 0x7F. */
function isEscaped(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(0x1b);
  while (at >= 0) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40))
      return !bytes.some((byte) => byte > 0x7f);
    at = bytes.indexOf(0x1b, at + 1);
  }
  return false;
}

const starts = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, i) => bytes[i] === byte);
/** Recognises an encoding that is not supported. @returns its name, or undefined */
function findUnsupported(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0xff, 0xfe, 0, 0) || starts(bytes, 0, 0, 0xfe, 0xff)) return 'UTF-32';
  if (starts(bytes, 0x1b, 0x24, 0x29, 0x43)) return 'ISO-2022-KR';
  const head = bytes.subarray(0, 2048);
  return head.length >= 8 && head.filter((byte) => byte === 0).length > head.length * 0.6
    ? 'UTF-32'
    : undefined;
}

const pieceBytes = 1 << 20;
const sampleSize = 262_144;
/** Collects lines with bytes above 0x7F, up to the size of the sample. */
function sampleLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes;
  const out = new Uint8Array(sampleSize);
  let length = 0;
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    start = end;
    if (!line.some((byte) => byte > 0x7f)) continue;
    if (length + line.length > sampleSize) break;
    out.set(line, length);
    length += line.length;
  }
  return length === 0 ? bytes.subarray(0, sampleSize) : out.subarray(0, length);
}

const decodes = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

/** Whether a file is UTF-8. It is decoded in pieces: its text may be larger than the heap. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    // the end: a character that lacks bytes is a fault
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether nearly all of a file is UTF-8: at least four characters beyond ASCII for each invalid
 * byte.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8');
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1 << 20) {
    const text = decoder.decode(bytes.subarray(at, at + (1 << 20)), { stream: true });
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 0xfffd) bad += 1;
      else if (code > 0x7f) good += 1;
    }
  }
  return good >= 8 && good >= bad * 4;
}

export interface FoundEncoding {
  /** The encodings that can decode the file, the likeliest first. */
  readonly ranked: readonly Encoding[];
  /**
   * Whether the user must choose, since the second encoding is nearly as likely, or the text looks
   * like no language.
   */
  readonly close: boolean;
  /** Whether some bytes are invalid and are read as U+FFFD. */
  readonly faults?: boolean;
}

const latinEncodings: ReadonlySet<Encoding> = new Set([
  'windows-1250',
  'windows-1252',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-13',
  'iso-8859-15',
  'macintosh',
]);

interface Candidate {
  readonly encoding: Encoding;
  readonly score: number;
  readonly text: string;
  /** The mean score of a byte above 0x7F, or of a character of two bytes. */
  readonly mean: number;
}
/**
 * Ranks the encodings that decode the sample, the likeliest first. Of equal texts it keeps the
 * first.
 */
function rankCandidates(bytes: Uint8Array): {
  readonly ranked: readonly Candidate[];
  readonly high: number;
} {
  const pairs = countBytePairs(bytes);
  const sample = sampleLines(bytes);
  const part = sample === bytes ? pairs : countBytePairs(sample);
  const double = (Object.keys(doubleByteLanguages) as DoubleByte[]).flatMap((encoding) => {
    const text = decodes(sample, encoding);
    if (text === undefined) return [];
    const { score, mean } = scoreText(text, encoding);
    return [{ encoding, text, mean, score: (score * pairs.high) / Math.max(1, part.high) }];
  });
  const single = (Object.keys(oneByteLanguages) as OneByte[]).flatMap((encoding) => {
    const score = scoreOneByte(pairs, encoding);
    return score === undefined
      ? []
      : [
          {
            encoding,
            text: new TextDecoder(encoding).decode(sample),
            score,
            mean: score / Math.max(1, pairs.high),
          },
        ];
  });
  const readings = new Map<string, Candidate>();
  for (const one of [...single, ...double]) {
    const same = readings.get(one.text);
    // of encodings with the same text, the most common one represents all
    readings.set(
      one.text,
      same === undefined ? one : { ...same, score: Math.max(same.score, one.score) },
    );
  }
  return { ranked: [...readings.values()].sort((a, b) => b.score - a.score), high: pairs.high };
}

/**
 * Whether the letters belong to no language. The limit is higher for words in another alphabet than
 * for words among Latin ones.
 */
function isStrange({ encoding, mean }: Candidate): boolean {
  if (encoding in doubleByteLanguages) return mean < -9.6;
  return mean < (latinEncodings.has(encoding) ? -8 : -5);
}

/**
 * Detects the encoding of a text file: by its mark, as UTF-8, else by the letters of each
 * encoding's languages.
 * @throws ImportFailure if the encoding is unknown or not supported
 */
export function detectEncoding(bytes: Uint8Array): FoundEncoding {
  const encoding = findUnsupported(bytes);
  if (encoding !== undefined) throw createUnreadable('encoding_unsupported', { encoding });
  const markedEncoding = bom(bytes) ?? unmarked16(bytes);
  if (isEscaped(bytes)) return { ranked: ['iso-2022-jp'], close: false };
  const faults = markedEncoding === undefined && !isUtf8(bytes);
  if (markedEncoding?.startsWith('utf-16')) return { ranked: [markedEncoding], close: false };
  if (!faults || isMostlyUtf8(bytes)) {
    const mistake = findMistake(new TextDecoder('utf-8').decode(sampleLines(bytes)));
    if (mistake !== undefined)
      return { ranked: [`utf-8+${mistake}`, 'utf-8'], close: true, faults };
    return { ranked: ['utf-8'], close: false, faults };
  }
  const { ranked, high } = rankCandidates(bytes);
  const [first, second] = ranked;
  if (!first) throw createUnreadable('encoding_unknown');
  const near = second !== undefined && first.score - second.score < nearness(high);
  return { ranked: ranked.map(({ encoding }) => encoding), close: near || isStrange(first) };
}
/**
 * The factor by which the first encoding must be likelier than the second, as a natural logarithm.
 * It grows with the number of letters.
 */
const nearness = (high: number): number => 3 + Math.min(7, high * 0.05);

/** Cuts the text between runs of characters beyond ASCII, and repairs each piece. */
function* mendPieces(pieces: Iterable<TextPiece>, mistake: MistakenEncoding): Generator<TextPiece> {
  let rest = '';
  for (const { text, share } of pieces) {
    const whole = rest + text;
    let end = whole.length;
    while (share < 1 && end > 0 && whole.charCodeAt(end - 1) > 0x7f) end -= 1;
    rest = whole.slice(end);
    yield { text: mendText(whole.slice(0, end), mistake), share };
  }
}

interface TextPiece {
  readonly text: string;
  /** The share of the file up to the end of this piece, from 0 to 1. */
  readonly share: number;
}
/**
 * Decodes the file in pieces of at most 1 MB of bytes.
 * @throws ImportFailure `encoding_fault` at the first invalid byte, unless faults are allowed
 */
export function decodePieces(
  bytes: Uint8Array,
  encoding: Encoding,
  { faults = false, takes = false }: DecodeOptions = {},
): Iterable<TextPiece> {
  const mistake = parseMistake(encoding);
  const pieces = takes ? takePieces(bytes, pieceBytes) : slicePieces(bytes, pieceBytes);
  const decode = (as: Encoding) => plainPieces(pieces, bytes.length, as, faults);
  return mistake === undefined ? decode(encoding) : mendPieces(decode('utf-8'), mistake);
}
export interface DecodeOptions {
  /** Whether invalid bytes are read as U+FFFD. */
  readonly faults?: boolean;
  /** Whether the bytes are freed while they are read, if their buffer can shrink. */
  readonly takes?: boolean;
}
function* plainPieces(
  pieces: Iterable<Uint8Array>,
  total: number,
  encoding: Encoding,
  faults: boolean,
): Generator<TextPiece> {
  const decoder = new TextDecoder(encoding, { fatal: !faults });
  let at = 0;
  for (const piece of pieces) {
    at += piece.length;
    let text: string;
    try {
      text = decoder.decode(piece, { stream: at < total });
    } catch {
      throw createUnreadable('encoding_fault', { encoding });
    }
    yield { text, share: total === 0 ? 1 : at / total };
  }
}
