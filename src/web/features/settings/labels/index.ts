import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const settingsLabels: Bundle<typeof en.settings> = {
  'zh-CN': zh.settings,
  ja: ja.settings,
  en: en.settings,
};
