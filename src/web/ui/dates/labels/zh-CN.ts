import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  open: '从日历中选择',
  calendar: '日历',
  earlier: '往前',
  later: '往后',
  unreadable: (v) => `无法识别该日期，请写成${v.date}的形式。`,
  no_such_day: '没有这个日期，请核对月和日。',
  two_ways: (v) => `月和日有两种读法，请写成${v.date}的形式。`,
  too_early: (v) => `请填写${v.date}或以后的日期。`,
  too_late: (v) => `请填写${v.date}或以前的日期。`,
};
