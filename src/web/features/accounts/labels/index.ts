import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const accountLabels: Bundle<typeof en.account> = {
  'zh-CN': zh.account,
  ja: ja.account,
  en: en.account,
};
export const secondFactorLabels: Bundle<typeof en.secondFactor> = {
  'zh-CN': zh.secondFactor,
  ja: ja.secondFactor,
  en: en.secondFactor,
};
export const singleSignOnLabels: Bundle<typeof en.singleSignOn> = {
  'zh-CN': zh.singleSignOn,
  ja: ja.singleSignOn,
  en: en.singleSignOn,
};
export const peopleLabels: Bundle<typeof en.people> = {
  'zh-CN': zh.people,
  ja: ja.people,
  en: en.people,
};
export const tokensLabels: Bundle<typeof en.tokens> = {
  'zh-CN': zh.tokens,
  ja: ja.tokens,
  en: en.tokens,
};
