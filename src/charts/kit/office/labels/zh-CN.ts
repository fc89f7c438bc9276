import type { en } from './en.ts';

export const zh: typeof en = {
  now: '当前',
  gained: '存量或增加',
  moved: '转移或调整',
  lost: '流失',
  median: '中位数',
  today: '数据日',
  delay: '晚于原定',
  cohort: '批次',
};
