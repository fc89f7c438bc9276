import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '#domain/language.ts';

const face = (path: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
const chinese = [face('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'), face('noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf')];
const japanese = [face('noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'), face('noto-sans-jp/600SemiBold/NotoSansJP_600SemiBold.ttf')];

/** The faces of one weight, the reader's language first. */
export const facesOf = (language: Language, bold: boolean): readonly string[] => {
  const [own, other] = language === 'zh-CN' ? [chinese, japanese] : [japanese, chinese];
  return [own, other].flatMap((pair) => pair.slice(bold ? 1 : 0, bold ? 2 : 1));
};
export const fontName: Readonly<Record<Language, string>> = { 'zh-CN': 'Noto Sans SC', ja: 'Noto Sans JP', en: 'Noto Sans JP' };

/** A character that no font of a picture can draw: the export fails and names it, instead of drawing a box. */
export class MissingGlyph extends Error {
  readonly character: string;
  constructor(character: string) {
    super(
      `The picture can't be drawn: no font here has the character “${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}). Take the data instead, or write the name another way.`,
    );
    this.name = 'MissingGlyph';
    this.character = character;
  }
}

const covered = new Map<string, ReadonlySet<number>>();
/** Code points that a face has; read from its file once. */
export function coverageOf(file: string): ReadonlySet<number> {
  const known = covered.get(file) ?? coverage(file);
  covered.set(file, known);
  return known;
}

/** Code points of a TrueType file, from its cmap (format 12, the one with every plane; OpenType specification). */
function coverage(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file);
  const tables = bytes.readUInt16BE(4);
  let cmap = 0;
  for (let index = 0; index < tables; index += 1)
    if (bytes.toString('latin1', 12 + index * 16, 16 + index * 16) === 'cmap') cmap = bytes.readUInt32BE(12 + index * 16 + 8);
  const points = new Set<number>();
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (bytes.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(at + 12); group += 1) {
      const start = at + 16 + group * 12;
      for (let point = bytes.readUInt32BE(start); point <= bytes.readUInt32BE(start + 4); point += 1) points.add(point);
    }
  }
  return points;
}

/** Characters that no face needs to have: controls, and those that only say how their neighbours are drawn. */
export const drawsNothing = (character: string): boolean => /[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character);

/** Code points that an SVG's texts draw. */
function drawnIn(svg: string): ReadonlySet<number> {
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll(/&(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);/gi, ' ');
  return new Set([...new Set(texts)].filter((character) => !drawsNothing(character)).map((character) => character.codePointAt(0) ?? 0));
}

/** Fails with the first character of an SVG's texts that neither face has. */
export function checkGlyphs(svg: string): void {
  const faces = [chinese, japanese].map(([file = '']) => coverageOf(file));
  for (const code of drawnIn(svg)) if (!faces.some((face) => face.has(code))) throw new MissingGlyph(String.fromCodePoint(code));
}
