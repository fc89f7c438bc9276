import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  gone: '此图表已不在此处显示。',
  failed: '图表未能加载。',
  retry: '重试',
  opening: '正在加载图表',
  foot: (v) => `${v.zone} · 数据截至${v.date} · Headway`,
};
