import { Unzlib } from 'fflate';

/** The width and height of a picture in pixels, or why it can't be a logo. */
export type PictureSize =
  | { readonly width: number; readonly height: number }
  | { readonly fault: PictureFault };
export type PictureFault = 'broken' | 'png_form' | 'colours' | 'turned';

type Bytes = Uint8Array<ArrayBuffer>;
const viewOf = (bytes: Bytes): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The number of channels of each colour type of PNG. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface PngParts {
  readonly data: readonly Bytes[];
  readonly hasTransparency: boolean;
}
function readChunks(bytes: Bytes): PngParts {
  const view = viewOf(bytes);
  const data: Bytes[] = [];
  let hasTransparency = false;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
    hasTransparency ||= type === 'tRNS';
  }
  return { data, hasTransparency };
}

/**
 * Whether compressed data inflates to exactly `length` bytes. It stops at the first byte beyond.
 */
function inflatesTo(data: readonly Bytes[], length: number): boolean {
  let size = 0;
  const inflate = new Unzlib((part) => {
    size += part.length;
  });
  try {
    for (const [at, part] of data.entries()) {
      // small pieces, so that a decompression bomb is found before it has grown
      for (let from = 0; from < part.length && size <= length; from += 1024)
        inflate.push(
          part.subarray(from, from + 1024),
          at === data.length - 1 && from + 1024 >= part.length,
        );
    }
  } catch {
    return false;
  }
  return size === length;
}

/**
 * Measures a PNG and checks that its pixels are complete. Interlacing, 16 bits a channel, and a
 * palette with transparency are faults, since not every program draws such pictures.
 */
export function measurePng(bytes: Bytes, mostSide: number): PictureSize {
  if (bytes.length < 33) return { fault: 'broken' };
  const view = viewOf(bytes);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth = 0, colour = 0, , , interlaced = 0] = bytes.subarray(24, 29);
  const { data, hasTransparency } = readChunks(bytes);
  const perPixel = channels[colour];
  if (perPixel === undefined || width === 0 || height === 0 || data.length === 0)
    return { fault: 'broken' };
  if (interlaced !== 0 || depth === 16 || (depth < 8 && hasTransparency))
    return { fault: 'png_form' };
  // a huge picture is never unpacked, so its size is returned first
  if (width > mostSide || height > mostSide) return { width, height };
  const row = 1 + Math.ceil((width * perPixel * depth) / 8);
  return inflatesTo(data, row * height) ? { width, height } : { fault: 'broken' };
}

/** Whether a marker of a JPEG begins a frame of any coding. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Measures a JPEG. Colours other than grey and RGB are a fault, and so is a rotated picture. */
export function measureJpeg(bytes: Bytes): PictureSize {
  const view = viewOf(bytes);
  let isTurned = false;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    // after the removal of metadata, only a rotated picture has this segment
    if (marker === 0xe1) isTurned = true;
    if (!isFrame(marker)) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    if (width === 0 || height === 0) return { fault: 'broken' };
    if (bytes[at + 9] !== 1 && bytes[at + 9] !== 3) return { fault: 'colours' };
    return isTurned ? { fault: 'turned' } : { width, height };
  }
  return { fault: 'broken' };
}
