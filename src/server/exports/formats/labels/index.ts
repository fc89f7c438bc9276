import { type Bundle, toTexts } from '#domain/labels/bundle.ts';
import type { Terms } from '#domain/values/term.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const sheetLabels: Bundle<typeof en.sheet> = {
  'zh-CN': zh.sheet,
  ja: ja.sheet,
  en: en.sheet,
};
export const idTerms: Terms = toTexts({ 'zh-CN': zh.ids, ja: ja.ids, en: en.ids });
