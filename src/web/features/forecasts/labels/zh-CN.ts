import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  lead: '按各月末当时已知的数据重新计算当月预测，并与实际结果对照。',
  ahead: '预测期',
  months: (v) => `${v.n}个月`,
  deadline: '至期限日',
  one_result: '这些预测针对同一天，结果相同。',
  table: (v) => `数据表，${v.n}个月`,
  newest: (v) => `列出最近${v.n}个月。`,
  month: '预测所在月末',
  day: '预测的日期',
  p10: '10%',
  p50: '中值',
  p90: '90%',
  result: '结果',
  came: '是否落入区间',
  held: '含结果',
  below: '未含结果，结果偏低',
  above: '未含结果，结果偏高',
  pending: '尚无结果',
  note: '所用数据',
  as_recorded: '当时的记录',
  recomputed: '按后来的数据重新计算',
  none: (v) => `不作预测：${v.reason}`,
  without: '没有以往预测',
  nothing: '尚无数值指标。',
};
