import type { Language } from '#domain/values/language.ts';
import { xmlText } from '#server/exports/formats/xlsx/xml.ts';

/** A font of a document, and the substitute if it is not installed. */
interface WordFont {
  readonly name: string;
  readonly instead: string;
}
/** The fonts of the parts of a document. Latin letters and digits have a font of their own. */
interface WordFonts {
  readonly latin: WordFont;
  readonly title: WordFont;
  readonly heading: WordFont;
  readonly body: WordFont;
  readonly small: WordFont;
}
const times: WordFont = { name: 'Times New Roman', instead: 'Liberation Serif' };
const black: WordFont = { name: '黑体', instead: 'Noto Sans CJK SC' };
const gothic: WordFont = { name: 'ＭＳ ゴシック', instead: 'Noto Sans CJK JP' };
const mincho: WordFont = { name: 'ＭＳ 明朝', instead: 'Noto Serif CJK JP' };
const calibri: WordFont = { name: 'Calibri', instead: 'Carlito' };

const fonts: Readonly<Record<Language, WordFonts>> = {
  'zh-CN': {
    latin: times,
    title: { name: '方正小标宋简体', instead: 'SimSun' },
    heading: black,
    body: { name: '仿宋', instead: 'Noto Serif CJK SC' },
    small: { name: '宋体', instead: 'Noto Serif CJK SC' },
  },
  ja: { latin: times, title: gothic, heading: gothic, body: mincho, small: mincho },
  en: { latin: calibri, title: calibri, heading: calibri, body: calibri, small: calibri },
};
type FontPart = Exclude<keyof WordFonts, 'latin'>;

/** The fonts of the letters of a part: one for Latin, one for Chinese and Japanese. */
export function listFonts(language: Language, part: FontPart) {
  const { latin, [part]: cjk } = fonts[language];
  // in Chinese and Japanese headings, digits have the same font, so that their weight is equal
  const latinName = part === 'title' || part === 'heading' ? cjk.name : latin.name;
  return { ascii: latinName, hAnsi: latinName, eastAsia: cjk.name, cs: latin.name };
}

/** Writes the font table, which names the substitute of each font. */
export function fontTable(language: Language): string {
  const all = new Map(Object.values(fonts[language]).map((font) => [font.name, font.instead]));
  const entries = [...all].map(
    ([name, instead]) =>
      `<w:font w:name="${xmlText(name)}"><w:altName w:val="${xmlText(instead)}"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
