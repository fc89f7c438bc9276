import { toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const explainedTerms = toTexts({
  'zh-CN': zh.explained,
  ja: ja.explained,
  en: en.explained,
});
