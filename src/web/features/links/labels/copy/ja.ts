import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  copy: 'ページの写し',
  made: (v) => `閲覧専用の写し、${v.date}作成`,
  saved: (v) => `${v.name} として保存しました。`,
};
