import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const zoneLabels: Bundle<typeof en.zone> = { 'zh-CN': zh.zone, ja: ja.zone, en: en.zone };
export const zoneFormLabels: Bundle<typeof en.zoneForms> = {
  'zh-CN': zh.zoneForms,
  ja: ja.zoneForms,
  en: en.zoneForms,
};
export const publishedFigureLabels: Bundle<typeof en.publishedFigures> = {
  'zh-CN': zh.publishedFigures,
  ja: ja.publishedFigures,
  en: en.publishedFigures,
};
