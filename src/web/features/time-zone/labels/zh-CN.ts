import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const field: SameLabels<typeof en.field> = {
  time_zone: '时区',
  hint: '如 Asia/Shanghai。以当地零点为一日之终。',
  wrong: '请从列表中选择时区，如 Asia/Shanghai。',
  days_end: '以当地零点为一日之终。',
};
