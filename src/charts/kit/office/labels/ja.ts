import type { en } from './en.ts';

export const ja: typeof en = {
  now: '現在',
  gained: '残高・増加',
  moved: '移動・修正',
  lost: '終了',
  median: '中央値',
  today: '基準日',
  delay: '当初予定より遅れ',
  cohort: '時期',
};
