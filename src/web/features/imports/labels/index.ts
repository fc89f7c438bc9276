import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const importPageLabels: Bundle<typeof en.importPage> = {
  'zh-CN': zh.importPage,
  ja: ja.importPage,
  en: en.importPage,
};
export const previewLabels: Bundle<typeof en.preview> = {
  'zh-CN': zh.preview,
  ja: ja.preview,
  en: en.preview,
};
