import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const dayLabels: Bundle<typeof en.day> = {
  'zh-CN': zh.day,
  ja: ja.day,
  en: en.day,
};
export const panelsLabels: Bundle<typeof en.panels> = {
  'zh-CN': zh.panels,
  ja: ja.panels,
  en: en.panels,
};
