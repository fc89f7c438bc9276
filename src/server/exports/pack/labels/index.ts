import type { Bundle } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const readmeLabels: Bundle<typeof en.readme> = {
  'zh-CN': zh.readme,
  ja: ja.readme,
  en: en.readme,
};
