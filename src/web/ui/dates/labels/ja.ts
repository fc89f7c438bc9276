import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  open: 'カレンダーから選ぶ',
  calendar: 'カレンダー',
  earlier: '前へ',
  later: '次へ',
  unreadable: (v) => `日付として読み取れません。${v.date}のように入力してください。`,
  no_such_day: '存在しない日付です。月と日を確認してください。',
  two_ways: (v) => `月と日が2通りに読めます。${v.date}のように入力してください。`,
  too_early: (v) => `${v.date}以降の日付を入力してください。`,
  too_late: (v) => `${v.date}以前の日付を入力してください。`,
};
