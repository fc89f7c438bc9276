import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressOnNode } from './compression.ts';

/** Bytes that repeat only over a long distance, as the code of pages does. */
const makeBytes = (size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, at) => ((at * 2_654_435_761) >>> 13) & 0xff);
/** Whether the window is 64 KiB: the first bit of the stream. Source: RFC 7932, section 9.1. */
const hasSmallWindow = ([first = 1]: Uint8Array): boolean => (first & 1) === 0;

test.each([0, 1, 1024, 65_520, 65_521, 400_000, 1024 * 1024 + 1])(
  '%i bytes unpack to the same bytes, and small files need a small window',
  async (size) => {
    const bytes = makeBytes(size);
    const brotli = await compressOnNode(bytes, 'br');
    expect(brotliDecompressSync(brotli).equals(bytes)).toBe(true);
    expect(hasSmallWindow(brotli)).toBe(size <= 65_520);
    expect(gunzipSync(await compressOnNode(bytes, 'gzip')).equals(bytes)).toBe(true);
  },
);
