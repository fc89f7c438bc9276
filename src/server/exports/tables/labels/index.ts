import { type Bundle, toTexts } from '#domain/labels/bundle.ts';
import type { outlookParts } from '#domain/outlook/outlook.ts';
import type { Terms } from '#domain/values/term.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const registerTableLabels = toTexts({
  'zh-CN': zh.register,
  ja: ja.register,
  en: en.register,
});
export const fieldDefinitions: Terms = toTexts({
  'zh-CN': zh.definitions,
  ja: ja.definitions,
  en: en.definitions,
});
export const outlookTableLabels = toTexts({ 'zh-CN': zh.outlook, ja: ja.outlook, en: en.outlook });
export const outlookPartTerms: Terms<(typeof outlookParts)[number]> = toTexts({
  'zh-CN': zh.outlookParts,
  ja: ja.outlookParts,
  en: en.outlookParts,
});
export const aboutLabels: Bundle<typeof en.about> = {
  'zh-CN': zh.about,
  ja: ja.about,
  en: en.about,
};
