import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  standingCount: (count, verdict) => `${count}项${verdict}`,
  paceColumns: ['目标', '到期限日', '差额或超出', '月均应增', '月均实增'],
  paceMet: '可达标',
  paceOver: (amount) => `超出${amount}`,
  forecastNote: '注：到期限日为按现有进度的数值；',
  noForecastNote: '注：各项目标数据尚少，暂不预测到期限日的数值；',
  paceNote: '月均实增为近12个月月均，年度累计指标为自年初月均；减少以负数表示。',
  unit: (unit) => `单位：${unit}`,
  behindCaption: '慢于序时进度的指标',
  behindColumns: ['指标', '与计划差距', '原因'],
  left: (status, count, names) => `${status}${count}个（${names}）`,
  allMoves: '变动项目明细可在系统中查看或导出数据包。',
  plansElsewhere: '各目标计划的基期值和路径、各指标的定义详见数据包。',
};
