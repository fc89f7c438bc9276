import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { logoLimits } from '#domain/zone/report/report-logo.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { checkLogo } from '#server/zone/logo/check-logo.ts';
import { logoPng as png, pngChunk } from '../../setup/documents/logos.ts';

const logo = png({ width: 120, height: 40, alpha: true });
/** A JPEG of a size: its headers and one scan. */
const jpeg = (width: number, height: number, { channels = 3, turned = false } = {}) =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...(turned
      ? [0xff, 0xe1, 0, 34, ...new TextEncoder().encode('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 1]
      : []),
    ...(turned ? [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0] : []),
    ...[0xff, 0xc0, 0, 8 + channels * 3, 8, height >> 8, height & 255, width >> 8, width & 255],
    ...[channels, ...Array.from({ length: channels * 3 }, () => 1)],
    ...[0xff, 0xda, 0, 4, 1, 0, 1, 2, 3, 0xff, 0xd9],
  ]);

/** @returns the result of the check of a file, or the logo */
const check = async (bytes: Uint8Array, name = 'logo.png') => {
  try {
    return (await checkLogo({ name, bytes: Uint8Array.from(bytes) })).logo;
  } catch (error) {
    if (error instanceof HttpProblem) return `${error.status} ${error.message}`;
    throw error;
  }
};
const svg = new TextEncoder().encode('<?xml version="1.0"?><svg xmlns="x"><script/></svg>');
test.each([
  ['an empty file', new Uint8Array(), /is empty/],
  ['an SVG', svg, /may hold scripts: save it as PNG/],
  ['a text', new TextEncoder().encode('logo'), /no PNG or JPEG by its content/],
  ['a GIF', new TextEncoder().encode('GIF89a..........'), /no PNG or JPEG by its content/],
  ['a cut PNG', logo.slice(0, -20), /incomplete or damaged/],
  [
    'a PNG with too few pixels',
    png({ width: 40, height: 40, data: deflateSync(new Uint8Array(99)) }),
    /damaged/,
  ],
  [
    'a PNG that unpacks to much more',
    png({ width: 40, height: 40, data: deflateSync(new Uint8Array(9e6)) }),
    /damaged/,
  ],
  ['an interlaced PNG', png({ width: 40, height: 40, interlaced: true }), /without interlacing/],
  ['a PNG of 16 bits', png({ width: 40, height: 40, depth: 16 }), /8 bits a channel/],
  [
    'a PNG that says a huge size',
    png({ width: 40, height: 40, more: [] }).fill(0x7f, 16, 17),
    /at most 4000 pixels/,
  ],
  ['a tiny one', png({ width: 8, height: 40 }), /at least 16 pixels/],
  ['a strip', png({ width: 400, height: 20 }), /more than 10 times/],
  ['a JPEG for a press', jpeg(40, 40, { channels: 4 }), /in RGB/],
  ['a turned JPEG', jpeg(40, 60, { turned: true }), /turn it upright/],
  ['a JPEG without a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1]), /damaged/],
] as const)('a logo is refused with the remedy: %s', async (_, bytes, message) => {
  expect(await check(bytes)).toMatch(message);
});

test('a logo that is too large is refused, and the answer does not depend on its name', async () => {
  const filler = pngChunk('IDAT', new Uint8Array(logoLimits.bytes));
  expect(await check(png({ width: 40, height: 40, more: [filler] }))).toMatch(/512 kB/);
  expect(await check(jpeg(64, 32), 'logo.txt')).toMatchObject({ type: 'jpeg', width: 64 });
});
