import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import type { Language } from '#domain/values/language.ts';
import { addPngText, type PngText } from './png-text.ts';
import { fontParts } from '#server/exports/formats/svg/embed-fonts.ts';
import { fontName } from '#server/exports/fonts/fonts.ts';
import { svgTree } from '#server/exports/formats/svg/svg-tree.ts';
import { replaceMissing } from '#server/exports/fonts/missing-characters.ts';

/** Reads the title and the alternative text of a drawing. @returns undefined if it has none */
function readText(svg: string, language: Language): PngText | undefined {
  const { attributes, children } = svgTree(svg);
  const { 'aria-label': alt } = attributes;
  const title = children.find(({ name }) => name === 'title')?.text ?? '';
  return alt === undefined ? undefined : { title, alt, language };
}

/**
 * Renders an SVG as PNG at `scale` times its size. A mark replaces a character that no font has.
 * resvg reads whole font files, so it gets temporary subsets with the letters of the drawing, which
 * takes a third of the time. The PNG contains the title and the alternative text of the drawing.
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
    // The order of the files is the fallback order. The face of the reader's language comes first.
    const fontFiles = parts
      .toSorted((a, b) => a.order - b.order)
      .map(({ bytes }, index) => {
        const file = join(folder, `${index}.ttf`);
        writeFileSync(file, bytes);
        return file;
      });
    const png = new Resvg(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: fontName[language] },
      fitTo: { mode: 'zoom', value: scale },
    })
      .render()
      .asPng();
    const text = readText(original, language);
    return text === undefined ? png : addPngText(png, text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
