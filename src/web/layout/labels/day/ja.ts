import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  any_day: '任意の日',
  as_of: 'データ時点',
  known_at: '当時の記録（日付、任意）',
  known_hint: 'その日（UTC）の終わりより後に記録された内容を除きます。',
  show: '表示',
};
