import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Compress } from '#server/core/deps.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
/**
 * The Brotli quality for cached bytes. They are compressed once and sent often, so strong
 * compression pays unless they are very large.
 */
const brotliQuality = (size: number): number => (size > 1024 * 1024 ? 5 : 9);

/** Compresses bytes by Brotli or gzip in the threads of Node. */
export const compressOnNode: Compress = async (bytes, encoding) =>
  new Uint8Array(
    encoding === 'br'
      ? await brotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: brotliQuality(bytes.length),
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        })
      : await zip(bytes, { level: 6 }),
  );
