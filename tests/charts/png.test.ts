import { expect, it } from 'vitest';
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
      // a letter that was left blank would look as a blank does
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
