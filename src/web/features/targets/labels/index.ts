import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const targetsLabels: Bundle<typeof en.targets> = {
  'zh-CN': zh.targets,
  ja: ja.targets,
  en: en.targets,
};
export const ratesLabels: Bundle<typeof en.rates> = {
  'zh-CN': zh.rates,
  ja: ja.rates,
  en: en.rates,
};
/** Labels of the files that prove values. */
export const valueFilesLabels: Bundle<typeof en.valueFiles> = {
  'zh-CN': zh.valueFiles,
  ja: ja.valueFiles,
  en: en.valueFiles,
};
export const savedNoticeLabels: Bundle<typeof en.savedNotice> = {
  'zh-CN': zh.savedNotice,
  ja: ja.savedNotice,
  en: en.savedNotice,
};
