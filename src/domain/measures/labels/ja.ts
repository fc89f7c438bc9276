import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const sources: SameLabels<typeof en.sources> = {
  register: '案件台帳',
  values: '各月の報告値または公表値（出典つき）',
  targets: '目標の原文とその出典',
  register_and_values: '案件台帳と地区の指標値',
};

export const units: SameLabels<typeof en.units> = {
  projects: '案件数',
  money: '金額（通貨別）',
  days: '日',
  percent: '%',
  points: 'ポイント',
  ratio: '倍',
  of_target: '目標と同じ単位',
  of_target_per_month: '目標と同じ単位、1か月あたり',
  of_fact: '選んだ値と同じ単位',
  index: '単位なし',
  items: '項目',
  jobs: '人',
  words: '文字',
};
