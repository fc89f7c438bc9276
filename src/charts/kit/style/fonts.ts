import type { Language } from '#domain/values/language.ts';

/**
 * Fonts of a picture in order of preference: those of the reader's system in an SVG, the two Noto
 * faces in a PNG.
 */
export const fontFamily: Readonly<Record<Language, string>> = {
  'zh-CN':
    "Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Noto Sans JP', sans-serif",
  ja: "Inter, 'Hiragino Sans', 'Yu Gothic', 'Noto Sans JP', 'Noto Sans CJK JP', 'Noto Sans SC', sans-serif",
  en: "Inter, 'Helvetica Neue', Arial, 'Noto Sans JP', 'Noto Sans SC', sans-serif",
};

/** The replacement of a character that no font of pictures has. */
export const replacementMark = '□';
