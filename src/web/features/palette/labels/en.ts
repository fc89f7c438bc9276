import { en as shell } from '#web/i18n/labels/en.ts';

/** Labels of the palette, with those of the frame, which names the pages. */
export const en = {
  ...shell,
  wall_words: 'wall screen kiosk 大屏 壁面',
  palette_hint:
    'A page, a project by name, ID or pinyin, a stage, a figure, a day such as 2026-06-30 or 2026q2, a language',
  results: 'Found',
  nothing: 'Nothing found.',
  group_recent: 'Recent',
  group_page: 'Page',
  group_project: 'Project',
  group_stage: 'Projects by stage',
  group_figure: 'Figure',
  group_measure: 'Measure',
  group_day: 'Day',
  group_language: 'Language',
  group_theme: 'Appearance',
  latest_day: 'The latest day',
};
