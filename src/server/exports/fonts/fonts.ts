import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Language } from '#domain/values/language.ts';

const face = (path: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
/** Font files by weight. */
interface FaceFiles {
  readonly regular: string;
  readonly bold: string;
}
const listFiles = (font: string, name: string): FaceFiles => ({
  regular: face(`${font}/400Regular/${name}_400Regular.ttf`),
  bold: face(`${font}/600SemiBold/${name}_600SemiBold.ttf`),
});
const chinese = listFiles('noto-sans-sc', 'NotoSansSC');
const japanese = listFiles('noto-sans-jp', 'NotoSansJP');
/** Fallback fonts: other letters of Latin, Greek and Cyrillic, and Hangul. */
const others = [listFiles('noto-sans', 'NotoSans'), listFiles('noto-sans-kr', 'NotoSansKR')];

/**
 * Lists the faces of one weight in fallback order. The face of the reader's language comes first.
 */
export const listFaces = (language: Language, bold: boolean): readonly string[] => {
  const pair = language === 'zh-CN' ? [chinese, japanese] : [japanese, chinese];
  return [...pair, ...others].map((files) => (bold ? files.bold : files.regular));
};
export const fontName: Readonly<Record<Language, string>> = {
  'zh-CN': 'Noto Sans SC',
  ja: 'Noto Sans JP',
  en: 'Noto Sans JP',
};

const charactersByFont = new Map<string, ReadonlySet<number>>();
/** Scripts whose letters need shaping. Font subsets in pictures don't support shaping. */
const needsShaping = /\p{Script_Extensions=Devanagari}/u;

/** Reads the code points that a face can draw. Cached by file. */
export function readCoverage(file: string): ReadonlySet<number> {
  const coverage = charactersByFont.get(file) ?? parseCoverage(file);
  charactersByFont.set(file, coverage);
  return coverage;
}

/**
 * Reads the code points of a TrueType file from its cmap, format 12 (OpenType specification). Only
 * this format covers all planes of Unicode.
 */
function parseCoverage(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file);
  const tables = bytes.readUInt16BE(4);
  let cmap = 0;
  for (let index = 0; index < tables; index += 1)
    if (bytes.toString('latin1', 12 + index * 16, 16 + index * 16) === 'cmap')
      cmap = bytes.readUInt32BE(12 + index * 16 + 8);
  const points = new Set<number>();
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4);
    if (bytes.readUInt16BE(at) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(at + 12); group += 1) {
      const start = at + 16 + group * 12;
      for (
        let point = bytes.readUInt32BE(start);
        point <= bytes.readUInt32BE(start + 4);
        point += 1
      )
        if (!needsShaping.test(String.fromCodePoint(point))) points.add(point);
    }
  }
  return points;
}
