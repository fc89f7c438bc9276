/** Fractional parts of the cube roots of the first 64 primes (FIPS 180-4). */
const rounds = new Uint32Array(64);
const start = new Uint32Array(8);
for (let n = 2, found = 0; found < 64; n += 1) {
  let prime = true;
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false;
  if (!prime) continue;
  const root = Math.cbrt(n);
  rounds[found] = (root - Math.floor(root)) * 2 ** 32;
  const square = Math.sqrt(n);
  if (found < 8) start[found] = (square - Math.floor(square)) * 2 ** 32;
  found += 1;
}
const encoder = new TextEncoder();

interface NativeHash {
  update(text: string, encoding: 'utf8'): unknown;
  digest(encoding: 'hex'): string;
}
type Crypto = { createHash(name: 'sha256'): NativeHash };
/** The runtime's own, where it answers at once: on Node, ten times as fast. */
const native = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => Crypto | undefined } }
).process?.getBuiltinModule?.('node:crypto');
/** A digest to which text is added as it comes. */
export interface TextHash {
  update(text: string): unknown;
  /** The digest as 64 hexadecimal digits; nothing can be added afterwards. */
  hex(): string;
}
/** SHA-256 over text as UTF-8: the runtime's own, or else the one written out below. */
export function sha256(): TextHash {
  const hash = native?.createHash('sha256');
  if (hash === undefined) return new Sha256();
  return { update: (text) => hash.update(text, 'utf8'), hex: () => hash.digest('hex') };
}

/**
 * SHA-256 over text as UTF-8, bit by bit as it comes. Written out because it must answer at once, for many small texts, and
 * in a browser on plain http, where WebCrypto is absent; a test holds it against WebCrypto.
 */
export class Sha256 implements TextHash {
  readonly #state = start.slice();
  readonly #block = new Uint8Array(64);
  readonly #view = new DataView(this.#block.buffer);
  readonly #words = new Uint32Array(64);
  #filled = 0;
  #length = 0;

  update(text: string): this {
    const bytes = encoder.encode(text);
    this.#length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const taken = Math.min(64 - this.#filled, bytes.length - at);
      this.#block.set(bytes.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled === 64) this.#compress();
    }
    return this;
  }

  /** The digest as 64 hexadecimal digits; nothing can be added afterwards. */
  hex(): string {
    this.#block[this.#filled] = 0x80;
    this.#block.fill(0, this.#filled + 1);
    if (this.#filled >= 56) {
      this.#compress();
      this.#block.fill(0);
    }
    this.#view.setBigUint64(56, BigInt(this.#length) * 8n);
    this.#compress();
    return Array.from(this.#state, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  #compress(): void {
    const w = this.#words;
    const s = this.#state;
    const word = (i: number): number => w[i] ?? 0;
    for (let i = 0; i < 16; i += 1) w[i] = this.#view.getUint32(i * 4);
    for (let i = 16; i < 64; i += 1) {
      const a = word(i - 15);
      const b = word(i - 2);
      const s0 = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3);
      const s1 = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10);
      w[i] = (word(i - 16) + s0 + word(i - 7) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = s;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + word(i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => {
      s[i] = (s[i] ?? 0) + value;
    });
    this.#filled = 0;
  }
}
