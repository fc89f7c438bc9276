import { type Bundle, toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const explainTerms = toTexts({ 'zh-CN': zh.explain, ja: ja.explain, en: en.explain });
export const explainSentences: Bundle<typeof en.sentences> = {
  'zh-CN': zh.sentences,
  ja: ja.sentences,
  en: en.sentences,
};
