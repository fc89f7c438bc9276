import { unreadable } from '#server/importing/failure.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'windows-1252'] as const;
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
const letter = /[A-Za-z]/;

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

/** How much a decoded text looks like writing, 0–1. Only characters beyond ASCII count. */
function plausibility(text: string, bytes: Uint8Array, encoding: Encoding): number {
  let good = 0;
  let all = 0;
  let kana = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (c < 0x80) continue;
    all += 1;
    if (encoding === 'windows-1252') {
      const joined = letter.test(text[i - 1] ?? '') || letter.test(text[i + 1] ?? '');
      if (
        (c >= 0xc0 && c <= 0xff && c !== 0xd7 && c !== 0xf7 && joined) ||
        c === 0x20ac ||
        c === 0xa0 ||
        c === 0xba ||
        c === 0xaa ||
        (c >= 0x2013 && c <= 0x201d)
      )
        good += 1;
      continue;
    }
    if (isKana(c)) kana += 1;
    if (isHan(c) || isKana(c) || isWide(c)) good += 1;
  }
  if (all === 0) return 1;
  const share = good / all;
  if (encoding === 'gb18030') {
    const common = commonShare(
      bytes,
      0xb0,
      0xd7,
      (b) => b >= 0xa1,
      (b) => b >= 0x81 && b <= 0xfe,
    );
    return share * (0.3 + 0.7 * Math.min(1, common * 1.3));
  }
  if (encoding === 'shift_jis') {
    const common = commonShare(
      bytes,
      0x88,
      0x97,
      (b) => b >= 0x40 && b !== 0x7f,
      (b) => (b >= 0x81 && b <= 0x9f) || b >= 0xe0,
    );
    return share * (0.3 + 0.7 * Math.min(1, common * 1.3 + (kana / all) * 1.5));
  }
  return share;
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
  const scored = (['gb18030', 'shift_jis', 'windows-1252'] as const)
    .flatMap((encoding) => {
      const text = decodes(sample, encoding);
      return text === undefined ? [] : [{ encoding, score: plausibility(text, sample, encoding) }];
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) throw unreadable('encoding_unknown');
  const close = first.score < 0.35 || (second !== undefined && second.score > 0 && first.score / second.score < 1.15);
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
