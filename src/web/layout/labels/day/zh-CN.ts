import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  any_day: '任意日期',
  as_of: '数据截至',
  known_at: '按当时记录（日期，选填）',
  known_hint: '不含该日（UTC）结束之后才记录的内容。',
  show: '显示',
};
