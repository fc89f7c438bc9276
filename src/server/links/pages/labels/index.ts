import type { Bundle } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const linkPreviewLabels: Bundle<typeof en.preview> = {
  'zh-CN': zh.preview,
  ja: ja.preview,
  en: en.preview,
};
