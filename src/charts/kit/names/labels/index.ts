import type { Bundle } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

/** Names of charts by id, for lists that draw no chart. */
export const overviewChartNames: Bundle<typeof en.overviewCharts> = {
  'zh-CN': zh.overviewCharts,
  ja: ja.overviewCharts,
  en: en.overviewCharts,
};
export const analysisChartNames: Bundle<typeof en.analysisCharts> = {
  'zh-CN': zh.analysisCharts,
  ja: ja.analysisCharts,
  en: en.analysisCharts,
};
