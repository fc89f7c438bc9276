import type { Bundle } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

/** Names of the charts of the overview by id, for lists that draw no chart. */
export const overviewChartNames: Bundle<typeof en.overviewCharts> = {
  'zh-CN': zh.overviewCharts,
  ja: ja.overviewCharts,
  en: en.overviewCharts,
};
