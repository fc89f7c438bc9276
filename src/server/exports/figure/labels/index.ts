import type { Bundle } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const figureFileLabels: Bundle<typeof en.figure> = {
  'zh-CN': zh.figure,
  ja: ja.figure,
  en: en.figure,
};
