import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Language } from '#domain/values/language.ts';
import { fontParts } from '#server/exports/formats/svg/embed-fonts.ts';
import { fontName } from '#server/exports/fonts/fonts.ts';
import { replaceMissing } from '#server/exports/fonts/missing-characters.ts';

/**
 * An SVG as PNG, `scale` times its size, with a mark in place of a character that no font has.
 * resvg takes fonts from files only, and reads all of each: it is given the letters that the
 * drawing has, in a folder that goes at once, which takes a third of the time that the whole faces
 * take.
 */
export async function toPng(
  original: string,
  language: Language,
  scale: number,
): Promise<Uint8Array> {
  const svg = replaceMissing(original);
  const parts = await fontParts(svg, language, 'truetype');
  const folder = mkdtempSync(join(tmpdir(), 'headway-fonts-'));
  try {
    // the reader's own face first: the order of the files is the order in which they are asked
    const fontFiles = parts
      .toSorted((a, b) => a.order - b.order)
      .map(({ bytes }, index) => {
        const file = join(folder, `${index}.ttf`);
        writeFileSync(file, bytes);
        return file;
      });
    return new Resvg(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontName[language] },
      fitTo: { mode: 'zoom', value: scale },
    })
      .render()
      .asPng();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
