import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const field: SameLabels<typeof en.field> = {
  time_zone: 'タイムゾーン',
  hint: '例：Asia/Tokyo。現地の午前0時に日付が変わります。',
  wrong: 'Asia/Tokyo のように、一覧からタイムゾーンを選んでください。',
  days_end: '現地の午前0時に日付が変わります。',
};
