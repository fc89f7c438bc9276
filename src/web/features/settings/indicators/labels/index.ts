import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const indicatorLabels: Bundle<typeof en.indicators> = {
  'zh-CN': zh.indicators,
  ja: ja.indicators,
  en: en.indicators,
};
