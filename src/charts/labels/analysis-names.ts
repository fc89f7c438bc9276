import type { Language, Text } from '#domain/values/language.ts';

/** The names of the charts of the page of charts, by id, in the order of its list. They load without the charts. */
export const analysisChartNames = {
  outlook: {
    'zh-CN': '全部达产后仍缺',
    ja: '全案件が実現した場合の不足',
    en: 'What is missing even if everything lands',
  },
  stage_time: { 'zh-CN': '各阶段停留时间', ja: '段階ごとの滞在日数', en: 'Time in each stage' },
  timeline: {
    'zh-CN': '晚于原定与临近期限的里程碑',
    ja: '遅れと期限の近い予定',
    en: 'Late and due milestones',
  },
  quality: {
    'zh-CN': '数据完整性与更新情况',
    ja: 'データの記入状況と更新時期',
    en: 'Completeness and age of the data',
  },
  breakdown: { 'zh-CN': '分类统计', ja: '内訳', en: 'Breakdown' },
  forecast_record: {
    'zh-CN': '以往预测与实际对照',
    ja: '過去の予測と実績',
    en: 'Past forecasts and results',
  },
  series: {
    'zh-CN': '各期项目进展与指标',
    ja: '案件の動きと指標の推移',
    en: 'Events and indicators over time',
  },
  funnel: {
    'zh-CN': '分批次转化与退出',
    ja: '登録時期別の転換と離脱',
    en: 'Conversion and exits by cohort',
  },
  money_ladder: { 'zh-CN': '资金阶梯', ja: '資金の段階', en: 'Money ladder' },
  distribution: { 'zh-CN': '项目规模分布', ja: '案件規模の分布', en: 'Project sizes' },
} as const satisfies Readonly<Record<string, Text>>;
export type AnalysisChartId = keyof typeof analysisChartNames;
export const analysisChartIds = Object.keys(analysisChartNames) as readonly AnalysisChartId[];
/** The chart that the page of charts shows first. */
export const firstAnalysisChart: AnalysisChartId = 'outlook';
/** Whether a text is the id of a chart of the page of charts. */
export const isAnalysisChartId = (id: string): id is AnalysisChartId =>
  Object.hasOwn(analysisChartNames, id);
/** The name of a chart of the page of charts. Loads no chart. */
export const analysisChartName = (id: AnalysisChartId, language: Language): string =>
  analysisChartNames[id][language];
