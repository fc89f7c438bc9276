import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  title: '此数的说明',
  formula: '计算方法',
  counts: '统计范围',
  leaves_out: '不计入',
  source: '来源',
  as_of: (v) => `数据截至${v.date}`,
  since: (v) => `对比${v.date}`,
  version: (v) => `计算口径第${v.n}版`,
  projects: (v) => `涉及项目：${v.n}`,
  values: (v) => `涉及数值：${v.n}个月`,
  project: '项目',
  stage: '阶段',
  adds: '计入',
  base: '除数',
  all_in_list: '在项目列表中查看',
  date: '日期',
  month: '月份',
  value: '数值',
  more: '显示更多',
  all_measures: '各项数字的含义',
  all_measures_lead: '在任一页面点按数字，即可查看其计算过程和明细。',
  no_rows: '此数没有明细：为公布数、设定值，或由上列各数算出。',
};
