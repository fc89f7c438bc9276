import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const overviewCharts: SameLabels<typeof en.overviewCharts> = {
  targets: '目標と計画の比較',
  progress: '指標の推移',
  pipeline: '段階・金額別の案件',
  changes: '二つの日の差',
};
