import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const documentsLabels: Bundle<typeof en.documents> = {
  'zh-CN': zh.documents,
  ja: ja.documents,
  en: en.documents,
};
export const copyLabels: Bundle<typeof en.copy> = {
  'zh-CN': zh.copy,
  ja: ja.copy,
  en: en.copy,
};
