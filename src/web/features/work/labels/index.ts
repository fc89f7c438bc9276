import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const decisionLabels: Bundle<typeof en.decisions> = {
  'zh-CN': zh.decisions,
  ja: ja.decisions,
  en: en.decisions,
};
export const judgementLabels: Bundle<typeof en.judgements> = {
  'zh-CN': zh.judgements,
  ja: ja.judgements,
  en: en.judgements,
};
export const ownerChoiceLabels: Bundle<typeof en.ownerChoice> = {
  'zh-CN': zh.ownerChoice,
  ja: ja.ownerChoice,
  en: en.ownerChoice,
};
