import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const shareLabels: Bundle<typeof en.share> = {
  'zh-CN': zh.share,
  ja: ja.share,
  en: en.share,
};
export const linkListLabels: Bundle<typeof en.linkList> = {
  'zh-CN': zh.linkList,
  ja: ja.linkList,
  en: en.linkList,
};
