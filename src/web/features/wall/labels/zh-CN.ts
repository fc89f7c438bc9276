import { zh as shell } from '#web/i18n/labels/zh-CN.ts';
import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  status: shell.status,
  data_to: shell.as_of,
  example_months: shell.example_months,
  reported_months: shell.reported_months,
  read_at: (v) => `${v.time}更新`,
  example_title: shell.example_title,
  example_text: shell.example_text,
  example_zone_title: shell.example_zone_title,
  example_zone_text: shell.example_zone_text,
  lost: (v) => `${v.since}起连接中断，显示的是${v.time}的数据。`,
  no_data: '暂无可显示的数据。',
};
