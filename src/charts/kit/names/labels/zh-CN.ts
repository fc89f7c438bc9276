import type { SameWords } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const overviewCharts: SameWords<typeof en.overviewCharts> = {
  targets: '目标与计划对比',
  progress: '指标进度',
  pipeline: '按阶段和金额的项目',
  changes: '两日之间的变动',
};
export const analysisCharts: SameWords<typeof en.analysisCharts> = {
  outlook: '全部达产后仍缺',
  stage_time: '各阶段停留时间',
  timeline: '晚于原定与临近期限的里程碑',
  quality: '数据完整性与更新情况',
  breakdown: '分类统计',
  forecast_record: '以往预测与实际对照',
  series: '各期项目进展与指标',
  funnel: '分批次转化与退出',
  money_ladder: '资金阶梯',
  distribution: '项目规模分布',
};
