import { ja as shell } from '#web/i18n/labels/ja.ts';
import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  status: shell.status,
  data_to: shell.as_of,
  example_months: shell.example_months,
  reported_months: shell.reported_months,
  read_at: (v) => `${v.time}に取得`,
  example_title: shell.example_title,
  example_text: shell.example_text,
  example_zone_title: shell.example_zone_title,
  example_zone_text: shell.example_zone_text,
  lost: (v) => `${v.since}に接続が切れました。${v.time}時点のデータを表示しています。`,
  target: (v) => `${v.year}${/^\d{4}$/.test(v.year) ? '年' : ''}目標：${v.value}`,
  of_plan: (v) => `計画比 ${v.share}`,
  of_target: (v) => `目標達成率 ${v.share}`,
  until: (v) => `${v.year}年まで`,
  by_stage: '段階別の案件数',
  targets: '目標',
  stages: '案件',
  turn: (v) => `${v.n}/${v.of}：${v.name}　次：${v.next}`,
  targets_of: (v) => `目標${v.of}件中${v.n}件`,
  chart_of: (v) => `${v.of}枚中${v.n}枚目：${v.claim}`,
  stopped: '切り替え停止中（スペースキーまたはタップで再開）',
  rotating: '自動切り替えを再開しました',
  no_data: '表示できるデータがまだありません。',
};
