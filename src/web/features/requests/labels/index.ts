import type { Bundle } from '#web/i18n/text.ts';
import type { Language } from '#domain/values/language.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import type { SpokenWords } from './spoken.ts';
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
/** Texts in the language of their recipient, instead of that of the page. */
export const spokenWords: Readonly<Record<Language, SpokenWords>> = {
  'zh-CN': zh.spokenWords,
  ja: ja.spokenWords,
  en: en.spokenWords,
};
