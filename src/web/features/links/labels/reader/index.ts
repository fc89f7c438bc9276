import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const readerLabels: Bundle<typeof en.reader> = {
  'zh-CN': zh.reader,
  ja: ja.reader,
  en: en.reader,
};
