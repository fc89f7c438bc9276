import { ja as shell } from '#web/i18n/labels/ja.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  ...shell,
  wall_words: 'wall screen kiosk 大屏 壁面',
  palette_hint: 'ページ、案件（名称・番号・かな）、段階、図、日付（2026-06-30 や 2026q2）、言語',
  results: '候補',
  nothing: '該当するものがありません。',
  group_recent: '最近',
  group_page: 'ページ',
  group_project: '案件',
  group_stage: '段階別の案件',
  group_figure: '図',
  group_measure: '指標',
  group_day: '日付',
  group_language: '言語',
  group_theme: '外観',
  latest_day: '最新の日',
};
