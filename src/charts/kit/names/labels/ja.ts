import type { SameWords } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const overviewCharts: SameWords<typeof en.overviewCharts> = {
  targets: '目標と計画の比較',
  progress: '指標の推移',
  pipeline: '段階・金額別の案件',
  changes: '二つの日の差',
};
export const analysisCharts: SameWords<typeof en.analysisCharts> = {
  outlook: '全案件が実現した場合の不足',
  stage_time: '段階ごとの滞在日数',
  timeline: '遅れと期限の近い予定',
  quality: 'データの記入状況と更新時期',
  breakdown: '内訳',
  forecast_record: '過去の予測と実績',
  series: '案件の動きと指標の推移',
  funnel: '登録時期別の転換と離脱',
  money_ladder: '資金の段階',
  distribution: '案件規模の分布',
};
