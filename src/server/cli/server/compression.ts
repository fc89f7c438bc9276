import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Compress } from '#server/core/deps.ts';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const { BROTLI_PARAM_LGWIN: windowBits, BROTLI_PARAM_QUALITY: quality } = constants;
const smallWindowBits = 16;
/** The bytes of a window that hold no data. Source: RFC 7932, section 9.1. */
const windowGap = 16;
/**
 * The parameters of Brotli for cached bytes, which are compressed once and sent often. At quality 9
 * and a window of over 64 KiB Brotli allocates 33 MB, which takes ten times as long as to compress
 * a file of code. So files that fit in a small window have one, and others a lower quality.
 * @param size - in bytes
 */
function chooseParameters(size: number): Readonly<Record<number, number>> {
  const bits = Math.ceil(Math.log2(size + windowGap));
  if (bits <= smallWindowBits) return { [quality]: 9, [windowBits]: smallWindowBits };
  return {
    [quality]: size > 1024 * 1024 ? 5 : 8,
    [windowBits]: Math.min(bits, constants.BROTLI_DEFAULT_WINDOW),
  };
}

/** Compresses bytes by Brotli or gzip in the threads of Node. */
export const compressOnNode: Compress = async (bytes, encoding) =>
  new Uint8Array(
    encoding === 'br'
      ? await brotli(bytes, {
          params: {
            ...chooseParameters(bytes.length),
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        })
      : await zip(bytes, { level: 6 }),
  );
