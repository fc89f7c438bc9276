import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  charts: '图表',
  chart: '图表',
  all_figures: '概览的全部图表',
  filters: '纳入统计的项目',
};
