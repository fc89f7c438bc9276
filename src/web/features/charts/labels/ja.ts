import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  charts: 'グラフ',
  chart: 'グラフ',
  all_figures: '概況の図表一覧',
  filters: '対象の案件',
};
