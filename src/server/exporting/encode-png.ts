import { crc32, deflateSync } from 'node:zlib';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** One part of the file: length, name, content and checksum (PNG specification 5.3). */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + content.length);
  bytes.writeUInt32BE(content.length, 0);
  bytes.write(name, 4, 'latin1');
  bytes.set(content, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + content.length)), 8 + content.length);
  return bytes;
}

/**
 * Opaque pixels, four bytes each of which the last says nothing, as a PNG of 24 bits. Lines are kept as they are and pressed lightly:
 * for flat drawings that is less than half of the time that resvg's own encoder takes, and no larger.
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const line = width * 3 + 1;
  const lines = Buffer.alloc(line * height);
  // four bytes at once: it is half of the time
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  for (let y = 0, from = 0; y < height; y += 1)
    for (let x = 0, to = y * line + 1; x < width; x += 1, from += 1, to += 3) {
      const colour = colours[from] ?? 0;
      lines[to] = colour;
      lines[to + 1] = colour >> 8;
      lines[to + 2] = colour >> 16;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // eight bits of each colour, no filter, no interlacing
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines, { level: 3 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
