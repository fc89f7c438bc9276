import { crc32, deflateSync } from 'node:zlib';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Writes a chunk of a PNG. */
export function pngChunk(type: string, body: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(body, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}

interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly alpha?: boolean;
  readonly depth?: number;
  readonly interlaced?: boolean;
  /** Its pixels, packed; otherwise as many as its size says. */
  readonly data?: Uint8Array;
  readonly more?: readonly Uint8Array[];
}

/** Makes a PNG in one colour, half of it transparent where it has transparency. */
export function logoPng({
  width,
  height,
  alpha = false,
  depth = 8,
  interlaced = false,
  data,
  more = [],
}: PngOptions): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, alpha ? 6 : 2, 0, 0, interlaced ? 1 : 0], 8);
  const pixel = alpha ? [0x0b, 0x5c, 0x6b] : [0x0b, 0x5c, 0x6b];
  const row = Array.from({ length: width }, (_, x) =>
    alpha ? [...pixel, x < width / 2 ? 255 : 0] : pixel,
  ).flat();
  const rows = Array.from({ length: height }, () => [0, ...row]).flat();
  const chunks = [
    pngChunk('IHDR', head),
    ...more,
    pngChunk('IDAT', data ?? deflateSync(Uint8Array.from(rows))),
    pngChunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from(Buffer.concat([Uint8Array.from(signature), ...chunks]));
}
