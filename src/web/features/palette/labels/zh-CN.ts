import { zh as shell } from '#web/i18n/labels/zh-CN.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  ...shell,
  wall_words: 'wall screen kiosk 大屏 壁面',
  palette_hint:
    '页面、项目（名称、编号或拼音首字母）、阶段、图、日期（如 2026-06-30 或 2026q2）、语言',
  results: '结果',
  nothing: '没有找到。',
  group_recent: '最近',
  group_page: '页面',
  group_project: '项目',
  group_stage: '按阶段查看项目',
  group_figure: '图',
  group_measure: '指标',
  group_day: '日期',
  group_language: '语言',
  group_theme: '外观',
  latest_day: '最新日期',
};
