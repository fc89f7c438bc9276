/** Segments of a JPEG that say who took the picture, where and with what: Exif and XMP (APP1), IPTC (APP13), comments. */
const jpegPrivate: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);
const startOfScan = 0xda;
/** Chunks of a PNG with the same, and with free text. */
const pngPrivate: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']);
const pngSignature = 8;
const orientationTag = 0x0112;

type Bytes = Uint8Array<ArrayBuffer>;
const join = (parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The orientation, 1 to 8, that an Exif segment gives; 1, as stored, where it gives none. */
function readOrientation(segment: Uint8Array): number {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  const tiff = 10;
  if (segment.length < tiff + 8 || new TextDecoder('latin1').decode(segment.subarray(4, 8)) !== 'Exif') return 1;
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
/** An Exif segment that holds the orientation alone, so that a photo is not turned by losing the rest. */
const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00],
  ]);

/**
 * Removes what a JPEG says of its making: place, time, device, names, previews. Picture, colours and orientation stay.
 * @param bytes a whole JPEG file
 * @returns the file without these segments; unchanged bytes where its segments can't be followed
 */
export function removeJpegMetadata(bytes: Bytes): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let orientation = 1;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === startOfScan) {
      const first = orientation === 1 ? [] : [orientationSegment(orientation)];
      return join([bytes.subarray(0, 2), ...first, ...kept, bytes.subarray(at)]);
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return bytes;
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1) orientation = Math.max(orientation, readOrientation(segment));
    if (!jpegPrivate.has(marker)) kept.push(segment);
    at = end;
  }
  return bytes;
}

/**
 * Removes what a PNG says of its making. The picture and its colours stay.
 * @param bytes a whole PNG file
 * @returns the file without these chunks; unchanged bytes where its chunks can't be followed
 */
export function removePngMetadata(bytes: Bytes): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, pngSignature)];
  let at = pngSignature;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return bytes;
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    if (!pngPrivate.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
    if (type === 'IEND') return join(kept);
  }
  return bytes;
}
