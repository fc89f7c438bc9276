import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  filter: '案件を絞り込む',
  of_owner: '担当者の案件',
  all: 'すべて',
  clear: 'すべての案件を表示',
  shown: (v) => `${v.of}のうち${v.n}件を表示。`,
  zone_values: '目標とその値は地区全体のもの。',
  published: (v) => `地区全体の公表値：${v.list}`,
  published_established: (v) => `立地済み${v.n}`,
  published_pipeline: (v) => `商談・準備中${v.n}`,
  list: '、',
  newer_data: (v) => `確定済みの${v.month}を表示しています。${v.day}までの新しいデータがあります。`,
  newer_show: '表示する',
};
