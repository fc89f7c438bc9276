import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  gone: 'この図は、ここでは表示されなくなりました。',
  failed: '図を読み込めませんでした。',
  retry: '再試行',
  opening: '図を読み込んでいます',
  foot: (v) => `${v.zone} · ${v.date}までのデータ · Headway`,
};
