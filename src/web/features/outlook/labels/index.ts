import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const outlookLabels: Bundle<typeof en.en> = { 'zh-CN': zh.zh, ja: ja.ja, en: en.en };
export const whatIfLabels: Bundle<typeof en.whatIf> = {
  'zh-CN': zh.whatIf,
  ja: ja.whatIf,
  en: en.whatIf,
};
