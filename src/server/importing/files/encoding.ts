import { unreadable } from '#server/importing/failure.ts';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1257',
] as const;
export type Encoding = (typeof encodings)[number];

const bom = (b: Uint8Array): Encoding | undefined => {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return 'utf-8';
  if (b[0] === 0xff && b[1] === 0xfe) return 'utf-16le';
  if (b[0] === 0xfe && b[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** UTF-16 without a mark: every second byte of ASCII text is zero. */
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

const isHan = (c: number): boolean => c >= 0x4e00 && c <= 0x9fff;
const isKana = (c: number): boolean => c >= 0x3041 && c <= 0x30fe;
const isWide = (c: number): boolean => (c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff5e);
const letter = /\p{L}/u;
const isHangul = (c: number): boolean => c >= 0xac00 && c <= 0xd7a3;
/** Of single-byte encodings those that the bytes can tell apart; Greek, Turkish and Baltic ones can be chosen. */
const oneByte = ['windows-1252', 'windows-1250', 'windows-1251'] as const;

/** The hanzi of level 1 of GB 2312 lead with B0–D7; kanji of level 1 of JIS X 0208 with 88–97: common ones in both. */
function commonShare(bytes: Uint8Array, low: number, high: number, trail: (b: number) => boolean, leadOf: (b: number) => boolean): number {
  let common = 0;
  let all = 0;
  for (let i = 0; i < bytes.length - 1; i += 1) {
    const b = bytes[i] as number;
    if (b < 0x80 || !leadOf(b)) continue;
    if (trail(bytes[i + 1] as number)) {
      all += 1;
      if (b >= low && b <= high) common += 1;
      i += 1;
    }
  }
  return all === 0 ? 0 : common / all;
}

/** Letters of one byte: accented ones stand between plain letters, those of another alphabet stand in whole words. */
function oneByteShare(text: string, encoding: (typeof oneByte)[number]): number {
  let good = 0;
  let all = 0;
  let runs = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    all += 1;
    const char = text.charAt(i);
    const [before, after] = [text.charAt(i - 1), text.charAt(i + 1)];
    if (letter.test(char)) {
      if (letter.test(before) || letter.test(after)) good += 1;
      // a word of two alphabets is none
      if (!/[A-Za-z]/.test(before + after) && (before >= '\u0080' || after >= '\u0080')) runs += 1;
    } else if (c === 0x20ac || c === 0xa0 || (c >= 0x2013 && c <= 0x201d) || (/[ªº°№«»]/.test(char) && !letter.test(after))) good += 1;
  }
  if (all === 0) return 1;
  const words = runs / all;
  // Most files without a mark of their own language are western ones.
  return (good / all) * (encoding === 'windows-1251' ? words : (1 - words * 0.7) * (encoding === 'windows-1250' ? 0.8 : 1));
}

/** How much a decoded text looks like writing, 0–1. Only characters beyond ASCII count. */
function plausibility(text: string, bytes: Uint8Array, encoding: Encoding): number {
  const single = oneByte.find((e) => e === encoding);
  if (single !== undefined) return oneByteShare(text, single);
  let good = 0;
  let all = 0;
  let kana = 0;
  let hangul = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    all += 1;
    if (isKana(c)) kana += 1;
    if (isHangul(c)) hangul += 1;
    if (isHan(c) || isKana(c) || isWide(c)) good += 1;
  }
  if (all === 0) return 1;
  const share = good / all;
  const common = (low: number, high: number, trail: number, leads: (b: number) => boolean): number =>
    commonShare(bytes, low, high, (b) => b >= trail && b !== 0x7f, leads);
  const from81 = (b: number): boolean => b >= 0x81 && b <= 0xfe;
  if (encoding === 'euc-kr') {
    // Hangul leads with B0–C8; Chinese goes on to D7 and beyond.
    const leads = common(0xb0, 0xc8, 0xa1, from81);
    return hangul / all > 0.6 ? (hangul / all) * leads ** 6 * 1.3 : 0;
  }
  if (encoding === 'gb18030') return share * (0.3 + 0.7 * Math.min(1, common(0xb0, 0xd7, 0xa1, from81) * 1.3));
  // The 5,401 common characters of Big5 lead with A4–C6; half of their second bytes are ASCII.
  if (encoding === 'big5')
    return share * (0.2 + 0.7 * Math.min(1, common(0xa4, 0xc6, 0x40, from81) * 1.1)) * (lowTrails(bytes) > 0.15 ? 1 : 0.6);
  const leads = common(0x88, 0x97, 0x40, (b) => (b >= 0x81 && b <= 0x9f) || b >= 0xe0);
  return share * (0.3 + 0.7 * Math.min(1, leads * 1.3 + (kana / all) * 1.5));
}

/** The share of double bytes whose second is an ASCII one. */
function lowTrails(bytes: Uint8Array): number {
  let low = 0;
  let all = 0;
  for (let i = 0; i < bytes.length - 1; i += 1) {
    if ((bytes[i] as number) < 0x81) continue;
    all += 1;
    if ((bytes[i + 1] as number) < 0x80) low += 1;
    i += 1;
  }
  return all === 0 ? 0 : low / all;
}

const decodes = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
};

/**
 * Encodings that read the file without a fault, the likeliest first. `close` when the second is nearly as likely:
 * then it is asked, never silently guessed.
 */
export function detectEncoding(bytes: Uint8Array, sampleSize = 262_144): { readonly ranked: readonly Encoding[]; readonly close: boolean } {
  const marked = bom(bytes) ?? unmarked16(bytes);
  if (marked) return { ranked: [marked], close: false };
  if (decodes(bytes, 'utf-8') !== undefined) return { ranked: ['utf-8'], close: false };
  const sample = bytes.subarray(0, sampleSize);
  const scored = (['gb18030', 'shift_jis', 'big5', 'euc-kr', ...oneByte] as const)
    .flatMap((encoding) => {
      const text = decodes(sample, encoding);
      return text === undefined ? [] : [{ encoding, score: plausibility(text, sample, encoding) }];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) throw unreadable('encoding_unknown');
  // Czech č and French è are the same byte: where the two readings differ, nobody can be sure.
  const central = first.encoding === 'windows-1252' && decodes(sample, 'windows-1250') !== decodes(sample, 'windows-1252');
  const close = central || first.score < 0.35 || (second !== undefined && second.score > 0 && first.score / second.score < 1.15);
  return { ranked: scored.map((s) => s.encoding), close };
}

/** The text in pieces of at most 1 MB of bytes; throws `encoding_fault` at the first byte that is no character. */
export function* decodePieces(bytes: Uint8Array, encoding: Encoding): Generator<{ readonly text: string; readonly share: number }> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const size = 1 << 20;
  for (let at = 0; at < bytes.length || at === 0; at += size) {
    const last = at + size >= bytes.length;
    let text: string;
    try {
      text = decoder.decode(bytes.subarray(at, at + size), { stream: !last });
    } catch {
      throw unreadable('encoding_fault', { encoding });
    }
    yield { text, share: bytes.length === 0 ? 1 : Math.min(1, (at + size) / bytes.length) };
    if (last) return;
  }
}
