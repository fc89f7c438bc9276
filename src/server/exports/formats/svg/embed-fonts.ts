import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import type { Language } from '#domain/values/language.ts';
import { coverageOf, facesOf } from '#server/exports/fonts/fonts.ts';
import { replaceMissing } from '#server/exports/fonts/missing-characters.ts';
import { faceRuns } from '#server/exports/fonts/font-runs.ts';
import { type SvgNode, svgTree } from './svg-tree.ts';

/**
 * Names of the faces inside a file: the reader's language first, then those that fill in for it.
 */
const families = ['Headway Sans', 'Headway Sans 2', 'Headway Sans 3', 'Headway Sans 4'] as const;
const weights = [400, 600] as const;
/**
 * Names 1 and 2, and 16 and 17: without these a face of another weight is another family to who
 * reads the part.
 */
const familyNames = [1, 2, 16, 17];

/** A part of one face and weight: the letters that one drawing has. */
interface FontPart {
  /** Place of the face in the order in which they are asked. */
  readonly order: number;
  readonly weight: (typeof weights)[number];
  readonly bytes: Uint8Array;
}

const keptParts = 48;
const kept = new Map<string, Promise<Uint8Array>>();
/**
 * A part of a face, kept by its letters: the same figure in another size, theme or form has the
 * same ones, and cutting takes longer than drawing.
 */
function partOf(
  face: string,
  text: string,
  targetFormat: 'woff2' | 'truetype',
): Promise<Uint8Array> {
  const key = `${targetFormat} ${face} ${text}`;
  const made =
    kept.get(key) ??
    subsetFont(readFileSync(face), text, {
      targetFormat,
      keepFeatures: ['kern', 'mark', 'ccmp'],
      preserveNameIds: familyNames,
      noHinting: true,
      noLayoutClosure: true,
    });
  // the one asked for last stands last
  kept.delete(key);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const oldest = kept.keys().next().value;
  if (kept.size > keptParts && oldest !== undefined) kept.delete(oldest);
  return made;
}

/** Every text drawn in each weight. */
function textsOf(
  node: SvgNode,
  bold: boolean,
  into: Readonly<Record<'true' | 'false', Set<string>>>,
): void {
  const weight = node.attributes['font-weight'];
  const own = weight === undefined ? bold : Number(weight) >= 600;
  if (node.name === 'text') into[`${own}`].add(node.text);
  for (const child of node.children) textsOf(child, own, into);
}

/**
 * The letters that a drawing has, and no others, of each of the Noto faces and weights that it
 * needs; a hundredth of the whole
 * faces, which take a second to read. Equal drawings give equal bytes.
 */
export async function fontParts(
  svg: string,
  language: Language,
  targetFormat: 'woff2' | 'truetype',
): Promise<readonly FontPart[]> {
  const drawn = { true: new Set<string>(), false: new Set<string>() };
  textsOf(svgTree(svg), false, drawn);
  const parts: FontPart[] = [];
  for (const weight of weights) {
    const bold = weight === 600;
    const texts = [...drawn[`${bold}`]];
    const needed = new Set(
      texts.flatMap((text) => faceRuns(text, language, bold).map(({ face }) => face)),
    );
    const letters = [...new Set(texts.join(''))].sort();
    for (const [index, face] of facesOf(language, bold).entries()) {
      if (!needed.has(face)) continue;
      // a face that fills in has the other letters too: resvg drops a text that two faces shape
      // into different numbers of glyphs
      const text = letters
        .filter((letter) => coverageOf(face).has(letter.codePointAt(0) ?? 0))
        .join('');
      parts.push({ order: index, weight, bytes: await partOf(face, text, targetFormat) });
    }
  }
  return parts;
}

/**
 * Puts the letters of a drawing inside it, as WOFF2 in `@font-face`, so that it looks the same on
 * any computer. A mark stands in
 * place of a character that no font has.
 */
export async function embedFonts(original: string, language: Language): Promise<string> {
  const svg = replaceMissing(original);
  const rules = (await fontParts(svg, language, 'woff2')).map(
    ({ order, weight, bytes }) =>
      `@font-face{font-family:"${families[order]}";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")}`,
  );
  const asked = families.map((family) => `'${family}'`).join(', ');
  return svg
    .replace(/font-family="([^"]*)"/, (_, others: string) => `font-family="${asked}, ${others}"`)
    .replace('</desc>', `</desc><style>${rules.join('')}</style>`);
}
