import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const answerValueLabels: Bundle<typeof en.answerValues> = {
  'zh-CN': zh.answerValues,
  ja: ja.answerValues,
  en: en.answerValues,
};
