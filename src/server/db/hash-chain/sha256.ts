import { sha256 as portableSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

interface NativeHash {
  update(text: string, encoding: 'utf8'): unknown;
  digest(encoding: 'hex'): string;
}
type Crypto = { createHash(name: 'sha256'): NativeHash };
/** Node's implementation, which is ten times as fast as the portable one. */
const native = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => Crypto | undefined } }
).process?.getBuiltinModule?.('node:crypto');

/** A hash that reads its text in pieces. */
export interface TextHash {
  update(text: string): unknown;
  /** Ends the hash. @returns 64 hexadecimal digits */
  hex(): string;
}

/**
 * Makes a SHA-256 over text as UTF-8 that works without Node. WebCrypto is asynchronous, and
 * browsers lack it on plain http.
 */
export function portableHash(): TextHash {
  const encoder = new TextEncoder();
  const hash = portableSha256.create();
  return {
    update: (text) => hash.update(encoder.encode(text)),
    hex: () => bytesToHex(hash.digest()),
  };
}

/** Makes a SHA-256 over text as UTF-8, by Node's implementation if there is one. */
export function sha256(): TextHash {
  const hash = native?.createHash('sha256');
  if (hash === undefined) return portableHash();
  return { update: (text) => hash.update(text, 'utf8'), hex: () => hash.digest('hex') };
}
