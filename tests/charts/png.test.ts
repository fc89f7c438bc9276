import { crc32, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Language } from '#domain/language.ts';
import { encodePng } from '#server/exporting/encode-png.ts';
import { toPng } from '#server/exporting/to-png.ts';

const names = '髙﨑 𠮷野 岛宫县亿 é e\u0301 fi';
const png = async (text: string, language: Language, weight: number): Promise<Buffer> =>
  Buffer.from(
    await toPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" viewBox="0 0 400 40"><text x="10" y="28" font-size="20" font-weight="${weight}">${text}</text></svg>`,
      language,
      1,
    ),
  );

it.each(['zh-CN', 'ja'] as const)('a PNG in %s draws each letter of a name that takes both faces, in either weight', async (language) => {
  for (const weight of [400, 600]) {
    const whole = await png(names, language, weight);
    expect(whole.equals(await png(names, language, weight))).toBe(true);
    // a letter that was left blank would look as a blank does
    for (const letter of ['髙', '𠮷', '岛', '宫', '县', '亿', 'é'])
      expect(whole.equals(await png(names.replace(letter, letter === 'é' ? ' ' : '　'), language, weight)), `${letter} ${weight}`).toBe(
        false,
      );
  }
  expect((await png(names, language, 600)).equals(await png(names, language, 400))).toBe(false);
});

it('keeps every pixel, and each part of the file bears its length and its checksum', () => {
  const [width, height] = [7, 5];
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at * 37) % 256));
  const file = Buffer.from(encodePng(pixels, width, height));
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const named = file.subarray(at + 4, at + 8 + length);
    expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(named));
    parts.set(named.subarray(0, 4).toString('latin1'), named.subarray(4));
    at += 12 + length;
  }
  expect([...parts.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
  expect([parts.get('IHDR')?.readUInt32BE(0), parts.get('IHDR')?.readUInt32BE(4)]).toEqual([width, height]);
  const lines = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0));
  const colours = [...pixels].filter((_, at) => at % 4 !== 3);
  for (let y = 0; y < height; y += 1) {
    expect(lines[y * (width * 3 + 1)]).toBe(0);
    expect([...lines.subarray(y * (width * 3 + 1) + 1, (y + 1) * (width * 3 + 1))]).toEqual(
      colours.slice(y * width * 3, (y + 1) * width * 3),
    );
  }
});
