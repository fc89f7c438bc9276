import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The fonts of each folder that `HEADWAY_FONTS` has named. */
const fontsByFolder = new Map<string, readonly FaceFiles[]>();
const weightName = /[-_]\d*(Regular|SemiBold|Bold)\.(?:ttf|otf)$/i;
/**
 * Finds the fonts of a folder by their names, as NotoSansThai-Regular.ttf with
 * NotoSansThai-Bold.ttf. A font without a bold file is used in both weights.
 */
function readFolder(folder: string): readonly FaceFiles[] {
  const names = readdirSync(folder).filter((name) => weightName.test(name));
  const byFont = Map.groupBy(names.toSorted(), (name) => name.replace(weightName, ''));
  return [...byFont.values()].flatMap((files) => {
    const find = (weight: string) =>
      files.find((name) => weightName.exec(name)?.[1]?.toLowerCase() === weight);
    const regular = find('regular');
    if (regular === undefined) return [];
    const bold = find('semibold') ?? find('bold') ?? regular;
    return [{ regular: join(folder, regular), bold: join(folder, bold) }];
  });
}

/** The fonts of the operator, for scripts that the Noto faces of the product lack. */
function listOwnFonts(): readonly FaceFiles[] {
  const folder = process.env['HEADWAY_FONTS']?.trim() ?? '';
  if (folder === '') return [];
  const fonts = fontsByFolder.get(folder) ?? readFolder(folder);
  fontsByFolder.set(folder, fonts);
  return fonts;
}

/** Whether a face is a font of the operator, whose letters may stack signs, as in Thai. */
export const isOwnFont = (file: string): boolean =>
  listOwnFonts().some(({ regular, bold }) => file === regular || file === bold);

/**
 * Lists the faces of one weight in fallback order. The face of the reader's language comes first.
 */
export const listFaces = (language: Language, bold: boolean): readonly string[] => {
  const pair = language === 'zh-CN' ? [chinese, japanese] : [japanese, chinese];
  return [...pair, ...others, ...listOwnFonts()].map((files) =>
    bold ? files.bold : files.regular,
  );
};
export const fontName: Readonly<Record<Language, string>> = {
  'zh-CN': 'Noto Sans SC',
  ja: 'Noto Sans JP',
  en: 'Noto Sans JP',
};

const charactersByFont = new Map<string, ReadonlySet<number>>();
/**
 * Scripts that run from right to left or change the order of letters. Pictures and PDF files don't
 * support this.
 */
const scripts = [
  ...['Arabic', 'Hebrew', 'Syriac', 'Thaana', 'Nko', 'Devanagari', 'Bengali', 'Gurmukhi'],
  ...['Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Khmer'],
  ...['Myanmar', 'Tibetan'],
];
const needsShaping = new RegExp(
  scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('|'),
  'u',
);

/** Reads the code points that a face can draw. Cached by file. */
export function readCoverage(file: string): ReadonlySet<number> {
  const coverage = charactersByFont.get(file) ?? parseCoverage(file);
  charactersByFont.set(file, coverage);
  return coverage;
}

/**
 * Reads the code points of a TrueType file from its cmap: format 12, which covers all planes of
 * Unicode, or else format 4 (OpenType specification).
 */
function parseCoverage(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file);
  const tables = bytes.readUInt16BE(4);
  let cmap = 0;
  for (let index = 0; index < tables; index += 1)
    if (bytes.toString('latin1', 12 + index * 16, 16 + index * 16) === 'cmap')
      cmap = bytes.readUInt32BE(12 + index * 16 + 8);
  const places = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, index) => cmap + bytes.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const inFormat = (format: number) => places.filter((at) => bytes.readUInt16BE(at) === format);
  const wide = inFormat(12).flatMap((at) => readGroups(bytes, at));
  const points = wide.length > 0 ? wide : inFormat(4).flatMap((at) => readSegments(bytes, at));
  return new Set(points.filter((point) => !needsShaping.test(String.fromCodePoint(point))));
}

/** Reads the groups of a table of format 12. */
function readGroups(bytes: Buffer, at: number): readonly number[] {
  const points: number[] = [];
  for (let group = 0; group < bytes.readUInt32BE(at + 12); group += 1) {
    const start = at + 16 + group * 12;
    const end = bytes.readUInt32BE(start + 4);
    for (let point = bytes.readUInt32BE(start); point <= end; point += 1) points.push(point);
  }
  return points;
}

/** Reads the segments of a table of format 4, whose four lists have equal lengths. */
function readSegments(bytes: Buffer, at: number): readonly number[] {
  const size = bytes.readUInt16BE(at + 6);
  const points: number[] = [];
  for (let segment = 0; segment < size; segment += 2) {
    const end = bytes.readUInt16BE(at + 14 + segment);
    const start = bytes.readUInt16BE(at + 16 + size + segment);
    const delta = bytes.readUInt16BE(at + 16 + size * 2 + segment);
    const place = at + 16 + size * 3 + segment;
    const offset = bytes.readUInt16BE(place);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const glyph =
        offset === 0
          ? (point + delta) % 0x10000
          : bytes.readUInt16BE(place + offset + (point - start) * 2);
      if (glyph !== 0) points.push(point);
    }
  }
  return points;
}
