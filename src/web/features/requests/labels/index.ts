import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const answerLabels: Bundle<typeof en.answer> = {
  'zh-CN': zh.answer,
  ja: ja.answer,
  en: en.answer,
};
export const valueFaultLabels: Bundle<typeof en.valueFaults> = {
  'zh-CN': zh.valueFaults,
  ja: ja.valueFaults,
  en: en.valueFaults,
};
export const manageLabels: Bundle<typeof en.manage> = {
  'zh-CN': zh.manage,
  ja: ja.manage,
  en: en.manage,
};
