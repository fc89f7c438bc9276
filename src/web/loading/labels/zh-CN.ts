import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  stale: (v) => `网络已断开，显示${v.time}的数据，恢复后自动更新。`,
  stale_before: '网络已断开，显示先前载入的数据，恢复后自动更新。',
  again: '立即重试',
};
