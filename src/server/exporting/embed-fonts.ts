import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import type { Language } from '#domain/language.ts';
import { checkGlyphs, facesOf } from './fonts.ts';
import { faceRuns } from './pdf/pdf-faces.ts';
import { type SvgNode, svgTree } from './pdf/svg-tree.ts';

/** Names of the two faces inside a file: the reader's language first, then the one that fills in for it. */
const families = ['Headway Sans', 'Headway Sans 2'] as const;
const weights = [400, 600] as const;

/** Every character drawn in each weight. */
function textsOf(node: SvgNode, bold: boolean, into: Readonly<Record<'true' | 'false', Set<string>>>): void {
  const weight = node.attributes['font-weight'];
  const own = weight === undefined ? bold : Number(weight) >= 600;
  if (node.name === 'text') for (const character of node.text) into[`${own}`].add(character);
  for (const child of node.children) textsOf(child, own, into);
}

/**
 * Puts the letters that a drawing has, and no others, inside it, so that it looks the same on any computer: WOFF2 in
 * `@font-face`, one part of each of the two Noto faces and weights that are needed. Equal drawings give equal bytes.
 * Fails by name with a character that neither face has.
 */
export async function embedFonts(svg: string, language: Language): Promise<string> {
  checkGlyphs(svg);
  const drawn = { true: new Set<string>(), false: new Set<string>() };
  textsOf(svgTree(svg), false, drawn);
  const rules: string[] = [];
  for (const weight of weights) {
    const bold = weight === 600;
    const faces = facesOf(language, bold);
    const texts = new Map<string, string>();
    for (const character of [...drawn[`${bold}`]].sort())
      for (const { face, text } of faceRuns(character, language, bold)) texts.set(face, (texts.get(face) ?? '') + text);
    for (const [index, face] of faces.entries()) {
      const text = texts.get(face);
      if (text === undefined) continue;
      const font = await subsetFont(readFileSync(face), text, {
        targetFormat: 'woff2',
        keepFeatures: ['kern', 'mark', 'ccmp'],
        noHinting: true,
        noLayoutClosure: true,
      });
      rules.push(
        `@font-face{font-family:"${families[index]}";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(font).toString('base64')}) format("woff2")}`,
      );
    }
  }
  const asked = families.map((family) => `'${family}'`).join(', ');
  return svg
    .replace(/font-family="([^"]*)"/, (_, others: string) => `font-family="${asked}, ${others}"`)
    .replace('</desc>', `</desc><style>${rules.join('')}</style>`);
}
