import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { PromiseCache } from '#server/core/bounded-map.ts';
import type { Language } from '#domain/values/language.ts';
import { isOwnFont, readCoverage, listFaces } from '#server/exports/fonts/fonts.ts';
import { replaceMissing } from '#server/exports/fonts/missing-characters.ts';
import { faceRuns } from '#server/exports/fonts/font-runs.ts';
import { xml } from '#charts/kit/style/xml.ts';
import { type SvgNode, svgTree } from './svg-tree.ts';
import { writeTextLengths } from './text-lengths.ts';

/** The family name of an embedded face. The face of the reader's language comes first. */
const familyOf = (order: number): string => `Headway Sans${order === 0 ? '' : ` ${order + 1}`}`;
const weights = [400, 600] as const;
/**
 * Ids of the name records that a subset keeps. Without them, programs take a face of another weight
 * for another family.
 */
const familyNames = [1, 2, 16, 17];

/** A font subset: the letters of one drawing in one face and weight. */
interface FontPart {
  /** Position of the face in the fallback order. */
  readonly order: number;
  readonly weight: (typeof weights)[number];
  readonly letters: string;
  readonly bytes: Uint8Array;
}

const fontCache = new PromiseCache<Uint8Array>(48);
/**
 * Subsets a face. Results are cached by letters, since a figure has the same letters in every size,
 * theme and format, and subsetting takes longer than drawing.
 */
function subsetFace(
  face: string,
  text: string,
  targetFormat: 'woff2' | 'truetype',
): Promise<Uint8Array> {
  return fontCache.getOrMake(`${targetFormat} ${face} ${text}`, () =>
    subsetFont(readFileSync(face), text, {
      targetFormat,
      keepFeatures: ['kern', 'mark', 'ccmp', ...(isOwnFont(face) ? ['mkmk'] : [])],
      preserveNameIds: familyNames,
      noHinting: true,
      noLayoutClosure: !isOwnFont(face),
    }),
  );
}

/** Collects the texts of each weight. */
function collectTexts(
  node: SvgNode,
  bold: boolean,
  into: Readonly<Record<'true' | 'false', Set<string>>>,
): void {
  const weight = node.attributes['font-weight'];
  const own = weight === undefined ? bold : Number(weight) >= 600;
  if (node.name === 'text') into[`${own}`].add(node.text);
  for (const child of node.children) collectTexts(child, own, into);
}

/**
 * Makes subsets of the Noto faces that a drawing needs, with its letters only. They have a
 * hundredth of the size of the whole faces, which take a second to read. Equal drawings give equal
 * bytes.
 * @throws Error if the drawing is not well-formed XML
 */
export async function fontParts(
  svg: string,
  language: Language,
  targetFormat: 'woff2' | 'truetype',
): Promise<readonly FontPart[]> {
  const drawnTexts = { true: new Set<string>(), false: new Set<string>() };
  collectTexts(svgTree(svg), false, drawnTexts);
  const parts: FontPart[] = [];
  for (const weight of weights) {
    const bold = weight === 600;
    const texts = [...drawnTexts[`${bold}`]];
    const neededFaces = new Set(
      texts.flatMap((text) => faceRuns(text, language, bold).map(({ face }) => face)),
    );
    const letters = [...new Set(texts.join(''))].sort();
    for (const [index, face] of listFaces(language, bold).entries()) {
      if (!neededFaces.has(face)) continue;
      // A fallback face also gets the letters of other faces, since resvg drops a text that two
      // faces shape into different numbers of glyphs.
      const own = letters
        .filter((letter) => readCoverage(face).has(letter.codePointAt(0) ?? 0))
        .join('');
      const bytes = await subsetFace(face, own, targetFormat);
      parts.push({ order: index, weight, letters: own, bytes });
    }
  }
  return parts;
}

/** Matches a text whose outline is under its letters. */
const outlinePattern = /<text([^>]* paint-order="stroke"[^>]*)>([^<]*)<\/text>/g;
/**
 * Makes the outline of a text a text of its own under the letters. LibreOffice ignores
 * `paint-order` and would draw the outline over the letters.
 */
export const separateOutlines = (svg: string): string =>
  svg.replaceAll(outlinePattern, (_, attributes: string, text: string) => {
    const [, colour = 'none'] = / stroke="([^"]*)"/.exec(attributes) ?? [];
    const outline = attributes
      .replace(' paint-order="stroke"', ' aria-hidden="true"')
      .replace(/ fill="[^"]*"/, ` fill="${colour}"`);
    const letters = attributes.replaceAll(/ (?:paint-order|stroke[a-z-]*)="[^"]*"/g, '');
    return `<text${outline}>${text}</text><text${letters}>${text}</text>`;
  });

/**
 * Makes an invisible text in each further face. A browser loads only the first face of a text before
 * it shows a drawing; it would hide all texts of that size until it has loaded the others.
 */
const loadFaces = (parts: readonly FontPart[]): string =>
  parts
    .filter(({ order }) => order > 0)
    .map(
      ({ order, weight, letters }) =>
        // the letters begin with the space, which would load nothing
        `<text font-family="'${familyOf(order)}'" font-weight="${weight}" fill="none" aria-hidden="true">${xml([...letters].at(-1) ?? '')}</text>`,
    )
    .join('');

/**
 * Embeds the letters of a drawing as WOFF2 in `@font-face`, so that it looks the same everywhere.
 * A mark replaces a character that no font has. Letters keep their exact widths: rounded to pixels,
 * as some browsers do, the end of a long line moves by 5 px.
 */
export async function embedFonts(original: string, language: Language): Promise<string> {
  const svg = writeTextLengths(separateOutlines(replaceMissing(original)), language);
  const parts = await fontParts(svg, language, 'woff2');
  const rules = parts.map(
    ({ order, weight, bytes }) =>
      `@font-face{font-family:"${familyOf(order)}";font-weight:${weight};src:url(data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}) format("woff2")}`,
  );
  const names = listFaces(language, false)
    .map((_, order) => `'${familyOf(order)}'`)
    .join(', ');
  return svg
    .replace(
      /font-family="([^"]*)"/,
      (_, others: string) =>
        `text-rendering="geometricPrecision" font-family="${names}, ${others}"`,
    )
    .replace('</desc>', `</desc><style>${rules.join('')}</style>${loadFaces(parts)}`);
}
