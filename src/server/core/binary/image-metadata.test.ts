import { describe, expect, it } from 'vitest';
import { removeJpegMetadata, removePngMetadata } from './image-metadata.ts';

const text = (value: string): number[] => [...new TextEncoder().encode(value)];
const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];
const scan = [...segment(0xda, [1, 2, 3]), 9, 8, 7, 0xff, 0xd9];
/** Little-endian Exif with orientation and a pointer to GPS. */
const exif = (orientation: number): number[] =>
  segment(0xe1, [
    ...text('Exif\0\0'),
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 2, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...[0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0],
    ...text('GPS 36.06N 120.38E'),
  ]);
const jpeg = (...segments: readonly number[][]) =>
  Uint8Array.from([0xff, 0xd8, ...segments.flat(), ...scan]);
const jfif = segment(0xe0, text('JFIF\0'));
const profile = segment(0xe2, text('ICC_PROFILE\0'));
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

const chunk = (type: string, body: readonly number[]): number[] => [
  0,
  0,
  0,
  body.length,
  ...text(type),
  ...body,
  1,
  2,
  3,
  4,
];
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('metadata of a JPEG', () => {
  it('loses place, XMP, IPTC and comments, and keeps colours and picture', () => {
    const from = jpeg(
      jfif,
      exif(1),
      profile,
      segment(0xed, text('Photoshop name')),
      segment(0xfe, text('by Li')),
    );
    expect(removeJpegMetadata(from)).toEqual(jpeg(jfif, profile));
  });
  it.each([3, 6, 8])('of its Exif keeps only the orientation %i', (orientation) => {
    const left = removeJpegMetadata(jpeg(jfif, exif(orientation))) ?? new Uint8Array();
    expect([latin(left).includes('GPS'), latin(left).includes('Exif')]).toEqual([false, true]);
    // The removal is idempotent.
    expect(removeJpegMetadata(left)).toEqual(left);
    expect([...left].slice(2 + 28, 2 + 30)).toEqual([0, orientation]);
  });
  const gps = text('GPS 36.06N 120.38E');
  // Seen to fail with a list of segments to remove instead of those to keep, and with the bytes
  // after the first scan kept.
  it.each([
    ['filled markers', jpeg(jfif, [0xff, 0xff], exif(1))],
    ['a second picture behind the first', Uint8Array.from([...jpeg(jfif), ...jpeg(jfif, exif(1))])],
    ['Exif between two scans', jpeg(jfif, segment(0xda, [1]), [9, 8], exif(1))],
    ['a preview of JFXX', jpeg(jfif, segment(0xe0, [...text('JFXX\0'), ...gps]))],
    ['Exif of another application', jpeg(jfif, segment(0xe3, gps))],
    ['an index of further pictures', jpeg(jfif, segment(0xe2, [...text('MPF\0'), ...gps]))],
    ['a cut end', jpeg(jfif, exif(1)).slice(0, -2)],
  ])('loses the place in a file with %s', (_, bytes) => {
    const left = removeJpegMetadata(bytes);
    expect(left === undefined ? 'no picture' : latin(left)).not.toMatch(/GPS|no picture/);
    expect([...(left ?? [])].slice(-2)).toEqual([0xff, 0xd9]);
  });
  it('keeps all scans, with restarts and stuffed bytes', () => {
    const scans = [
      ...segment(0xda, [1]),
      9,
      0xff,
      0,
      8,
      0xff,
      0xd3,
      7,
      ...segment(0xc4, [5]),
      ...segment(0xda, [2]),
      6,
    ];
    const progressive = jpeg(jfif, scans);
    expect(removeJpegMetadata(progressive)).toEqual(progressive);
  });
  it('rejects a JPEG without a scan', () => {
    expect(
      removeJpegMetadata(Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1, 2, 3, 4])),
    ).toBeUndefined();
  });
});

it('a PNG loses Exif, texts and time, and keeps the rest in order', () => {
  const png = (...chunks: readonly number[][]) => Uint8Array.from([...signature, ...chunks.flat()]);
  const [head, data, end] = [chunk('IHDR', [1]), chunk('IDAT', [2]), chunk('IEND', [])];
  const from = png(
    head,
    chunk('eXIf', text('GPS')),
    chunk('iTXt', text('by Li')),
    data,
    chunk('tIME', [3]),
    end,
  );
  expect(removePngMetadata(from)).toEqual(png(head, data, end));
  expect(
    removePngMetadata(
      png(
        head,
        chunk('caBX', text('made by Li')),
        chunk('gAMA', [1]),
        data,
        end,
        chunk('eXIf', text('GPS')),
      ),
    ),
  ).toEqual(png(head, chunk('gAMA', [1]), data, end));
  expect(removePngMetadata(png(head, chunk('eXIf', text('GPS')), data))).toBeUndefined();
});
