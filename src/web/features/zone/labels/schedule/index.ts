import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const scheduleLabels: Bundle<typeof en.schedule> = {
  'zh-CN': zh.schedule,
  ja: ja.schedule,
  en: en.schedule,
};
