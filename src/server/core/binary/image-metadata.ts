/**
 * Ancillary chunks of a PNG that affect its picture. Other chunks may reveal author, place or
 * device.
 */
const neededChunks: ReadonlySet<string> = new Set(
  'tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST sPLT pHYs acTL fcTL fdAT'.split(' '),
);
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const pngSignature = 8;
const orientationTag = 0x0112;

type Bytes = Uint8Array<ArrayBuffer>;
const join = (parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** Reads the orientation, 1 to 8, from an Exif segment. The default is 1. */
function readOrientation(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const tiff = 10;
  if (
    segment.length < tiff + 8 ||
    new TextDecoder('latin1').decode(segment.subarray(4, 8)) !== 'Exif'
  )
    return 1;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > segment.length) return 1;
  const count = view.getUint16(directory, little);
  for (let n = 0; n < count; n += 1) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > segment.length) return 1;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}
/**
 * Makes an Exif segment that holds only the orientation, so that programs still show the photo
 * upright.
 */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[
      0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00,
      0x00, 0x00, 0x08,
    ],
    ...[
      0x00,
      0x01,
      0x01,
      0x12,
      0x00,
      0x03,
      0x00,
      0x00,
      0x00,
      0x01,
      0x00,
      orientation,
      0x00,
      0x00,
      0x00,
      0x00,
      0x00,
      0x00,
    ],
  ]);

const startsWith = (segment: Uint8Array, text: string): boolean =>
  new TextDecoder('latin1').decode(segment.subarray(4, 4 + text.length)) === text;
/**
 * Whether the picture needs a segment. It needs all but comments and application segments (APPn),
 * and of the latter JFIF, the colour profile and Adobe.
 */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return (
    startsWith(segment, 'JFIF\0') ||
    startsWith(segment, 'ICC_PROFILE\0') ||
    startsWith(segment, 'Adobe')
  );
}
/** Finds the end of the coded picture: the index of the next marker, or the end of the file. */
function findCodedEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    // 00 stands for FF itself, D0 to D7 restart the decoder, and FF is padding.
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7))
      return at;
  }
  return bytes.length;
}

/**
 * Removes everything from a JPEG that its picture does not need, such as place, time, device, names
 * and previews. Picture, colours and orientation stay.
 *
 * @param bytes - a file that begins as a JPEG
 * @returns undefined if the file has no picture
 */
export function removeJpegMetadata(bytes: Bytes): Bytes | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === endOfImage || marker === startOfImage) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) break;
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1) orientation = Math.max(orientation, readOrientation(segment));
    hasScan ||= marker === startOfScan;
    at = marker === startOfScan ? findCodedEnd(bytes, end) : end;
    if (isNeeded(marker, segment))
      parts.push(marker === startOfScan ? bytes.subarray(end - segment.length, at) : segment);
  }
  if (!hasScan) return undefined;
  const first = orientation === 1 ? [] : [orientationSegment(orientation)];
  return join([bytes.subarray(0, 2), ...first, ...parts, Uint8Array.of(0xff, endOfImage)]);
}

/**
 * Removes everything from a PNG that its picture does not need. Picture and colours stay.
 *
 * @param bytes - a file that begins as a PNG
 * @returns undefined if the file has no complete picture
 */
export function removePngMetadata(bytes: Bytes): Bytes | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, pngSignature)];
  let at = pngSignature;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    // The names of critical chunks begin with a capital letter.
    if (/^[A-Z]/.test(type) || neededChunks.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') return join(parts);
  }
  return undefined;
}
