import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const digestLabels: Bundle<typeof en.digest> = {
  'zh-CN': zh.digest,
  ja: ja.digest,
  en: en.digest,
};
export const ownDigestLabels: Bundle<typeof en.own> = { 'zh-CN': zh.own, ja: ja.own, en: en.own };
export const reminderLabels: Bundle<typeof en.settings> = {
  'zh-CN': zh.settings,
  ja: ja.settings,
  en: en.settings,
};
