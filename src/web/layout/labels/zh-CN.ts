import { zh as shell } from '#web/i18n/labels/zh-CN.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const day: SameLabels<typeof en.day> = {
  any_day: '任意日期',
  as_of: '数据截至',
  known_at: '按当时记录（日期，选填）',
  known_hint: '不含该日（本区时间）结束之后才记录的内容。',
  show: '显示',
};

export const panels: SameLabels<typeof en.panels> = {
  ...shell,
  real_title: '本页哪些是真实的',
  real_reported: '已公布的数字',
  real_targets: '目标',
  real_invented: '虚构的部分',
  real_invented_text:
    '凡标“示例”的均为虚构：单个项目的金额、阶段和日期，以及企业数、产值、就业的现有数值。它们只用来说明页面的用法，请勿引用。',
  real_fictional_text: '整个园区都是虚构的，没有任何数字是实际记录。',
  your_own: '本区自己的数字',
  your_own_text: '导入项目台账，或填报一个月的数据。首次导入会移除示例行，可以撤销。',
  switch_example_zone: '查看虚构的 Example Zone',
  switch_sample: '查看真实园区示例',
  remove_sample: '移除示例数据',
  shortcuts_off: '单键快捷键',
  key_palette: 'Ctrl K、⌘K',
  key_palette_what: '跳转到页面、项目、图或日期',
  key_pages: '先按 G，再按 O、P、L、M、Z 或 I',
  key_pages_what: '总览、项目、储备在谈、月报、园区、导入',
  key_days: '[ 和 ]',
  key_days_what: '前一日、后一日',
  key_measure: '1–9',
  key_measure_what: '目标表的行',
  key_table: 'T',
  key_table_what: '当前图表在图与表之间切换',
  key_share: 'S',
  key_share_what: '分享此页面',
  key_search: '/',
  key_search_what: '搜索项目',
  key_board: '看板：M，再按1–7；Z',
  key_board_what: '移动卡片至阶段；撤销移动',
  key_month: '月报中：[ 和 ]；A、X、Shift A',
  key_month_what: '上一月和下一月；采纳该行、勾选、采纳全部无疑点的数据',
  key_wall: '大屏展示：← →、Page Up、Page Down；Home、End；空格；Esc',
  key_wall_what: '上一张和下一张图；第一张和最后一张；停止和继续；退出',
  key_help: '?',
  key_help_what: '本列表',
};
