import type { Bundle } from '#web/i18n/text.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const projectListLabels: Bundle<typeof en.projectList> = {
  'zh-CN': zh.projectList,
  ja: ja.projectList,
  en: en.projectList,
};
export const projectLabels: Bundle<typeof en.project> = {
  'zh-CN': zh.project,
  ja: ja.project,
  en: en.project,
};
export const attachmentsLabels: Bundle<typeof en.attachments> = {
  'zh-CN': zh.attachments,
  ja: ja.attachments,
  en: en.attachments,
};
export const undoLabels: Bundle<typeof en.undo> = {
  'zh-CN': zh.undo,
  ja: ja.undo,
  en: en.undo,
};
