import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const overviewCharts: SameLabels<typeof en.overviewCharts> = {
  targets: '目标与计划对比',
  progress: '指标进度',
  pipeline: '项目分布（按阶段和金额分）',
  changes: '两日之间的变动',
};
