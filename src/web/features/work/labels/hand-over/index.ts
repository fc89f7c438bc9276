import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const handOverLabels: Bundle<typeof en.handOver> = {
  'zh-CN': zh.handOver,
  ja: ja.handOver,
  en: en.handOver,
};
