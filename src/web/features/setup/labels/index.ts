import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const setupLabels: Bundle<typeof en.setup> = {
  'zh-CN': zh.setup,
  ja: ja.setup,
  en: en.setup,
};
