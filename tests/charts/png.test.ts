import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { findChart } from '#charts/registry.ts';
import { serverDocument } from '#charts/static/document.ts';
import { renderFigure } from '#charts/static/render-figure.ts';
import { svgTree } from '#server/exports/formats/svg/svg-tree.ts';
import type { Language } from '#domain/values/language.ts';
import { toPng } from '#server/exports/formats/png/to-png.ts';

const names = '髙﨑 𠮷野 岛宫县亿 é e\u0301 fi';
const png = async (text: string, language: Language, weight: number): Promise<Buffer> =>
  Buffer.from(
    await toPng(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" viewBox="0 0 400 40"><text x="10" y="28" font-size="20" font-weight="${weight}">${text}</text></svg>`,
      language,
      1,
    ),
  );

it.each(['zh-CN', 'ja'] as const)(
  'a PNG in %s draws each letter of a name that takes both faces, in either weight',
  async (language) => {
    for (const weight of [400, 600]) {
      const whole = await png(names, language, weight);
      expect(whole.equals(await png(names, language, weight))).toBe(true);
      // a missing letter would look like a blank
      for (const letter of ['髙', '𠮷', '岛', '宫', '县', '亿', 'é'])
        expect(
          whole.equals(
            await png(names.replace(letter, letter === 'é' ? ' ' : '　'), language, weight),
          ),
          `${letter} ${weight}`,
        ).toBe(false);
    }
    expect((await png(names, language, 600)).equals(await png(names, language, 400))).toBe(false);
  },
);

/** The texts of a PNG by keyword; each chunk must have the right checksum. */
function readTexts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const all = Buffer.from(bytes);
  const textByKeyword = new Map<string, string>();
  for (let at = 8; at < all.length; ) {
    const end = at + 8 + all.readUInt32BE(at);
    expect(all.readUInt32BE(end)).toBe(crc32(all.subarray(at + 4, end)));
    if (all.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const [keyword = '', , , language = '', , ...text] = all
        .toString('utf8', at + 8, end)
        .split('\0');
      textByKeyword.set(language === '' ? keyword : `${keyword} ${language}`, text.join(''));
    }
    at = end + 4;
  }
  return textByKeyword;
}

it.each(['zh-CN', 'ja', 'en'] as const)(
  'a PNG in %s carries its alternative text',
  async (language) => {
    const options = { language, theme: 'light', size: 'wide', options: {} } as const;
    const overview = sampleOverview;
    const svg = renderFigure(serverDocument, { id: 'targets', overview, ...options });
    const { title, alt } = findChart('targets').words(overview, { language, options: {} });
    const texts = readTexts(await toPng(svg, language, 1));
    expect(texts.get(`Title ${language}`)).toBe(title);
    expect(texts.get(`Description ${language}`)).toBe(alt);
    const xmp = svgTree(texts.get('XML:com.adobe.xmp')?.replace(/<\?xpacket[^>]*>/g, '') ?? '');
    const [properties] = xmp.children[0]?.children ?? [];
    const words = properties?.children.find(({ name }) => name.endsWith('AltTextAccessibility'));
    expect(words?.children[0]?.children.map(({ text }) => text)).toEqual([alt, alt]);
  },
);
it('a PNG of a drawing without words has no text', async () => {
  expect([...readTexts(await png('x', 'en', 400))]).toEqual([]);
});
