import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const timeZoneLabels: Bundle<typeof en.field> = {
  'zh-CN': zh.field,
  ja: ja.field,
  en: en.field,
};
