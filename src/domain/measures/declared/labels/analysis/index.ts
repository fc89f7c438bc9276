import { toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const breakdownTexts = toTexts({
  'zh-CN': zh.breakdown,
  ja: ja.breakdown,
  en: en.breakdown,
});
export const concentrationTexts = toTexts({
  'zh-CN': zh.concentration,
  ja: ja.concentration,
  en: en.concentration,
});
export const noteTexts = toTexts({ 'zh-CN': zh.notes, ja: ja.notes, en: en.notes });
export const timeTexts = toTexts({ 'zh-CN': zh.times, ja: ja.times, en: en.times });
