import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  title: 'この数値の内訳',
  formula: '計算方法',
  counts: '対象',
  leaves_out: '対象外',
  source: '出所',
  as_of: (v) => `${v.date}時点`,
  since: (v) => `${v.date}との比較`,
  version: (v) => `算出項目 第${v.n}版`,
  projects: (v) => `対象案件：${v.n}`,
  values: (v) => `対象の値：${v.n}か月`,
  project: '案件',
  stage: '段階',
  adds: '加算',
  base: '割る数',
  all_in_list: '案件一覧で見る',
  date: '日付',
  month: '月',
  value: '値',
  more: 'さらに表示',
  all_measures: '各数値の意味',
  all_measures_lead: '各ページの数値を押すと、計算の過程と明細が表示されます。',
  no_rows: 'この数値に明細はありません。公表値、設定値、または上の値から計算したものです。',
};
