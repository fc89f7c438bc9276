import { replacementMark } from '#charts/kit/style/fonts.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  source: (text) => `出典：${text}`,
  asOf: (date) => `${date}時点`,
  madeWith: 'Headwayで作成',
  illustrative: '架空データ（例示）。引用しないでください',
  inventedValues: '現在値は例示（架空、統計ではありません）',
  example: (text) => `例示：${text}`,
  filtered: (filters) => `対象の案件：${filters}`,
  colon: '：',
  separator: '。',
  list: '、',
  stop: '。',
  brackets: (text) => `（${text}）`,
  on: (day) => day,
  endOf: (year) => `${year}年末`,
  pressMark: '押すと数値の内訳を表示',
  status: 'データ区分',
  noData: 'データなし',
  replaced: `一部の文字は対応するフォントがないため「${replacementMark}」で表示しています（データファイルには元の文字が入ります）`,
  stamped: (revision, recorded) => `Headwayで作成、改訂${revision}（${recorded}記録）`,
  knownAt: (date) => `${date}の記録による`,
  plan: { straight: '計画値は直線（期間経過率）', checkpoints: '計画値はチェックポイント' },
  view: (address) => `この画面を開く：${address}`,
  numerals: [],
  and: 'と',
  sentenceStop: '。',
  planBasis: {
    value: '基準値',
    day: '基準値の日付',
    source: '基準値の由来',
    path: '計画の方法',
    checkpoints: '使ったチェックポイント',
    note: (start, path) => `計画：${start}から、${path}`,
  },
  rate: (quoted, day, source) => `${quoted}（${day}、${source}）`,
  secondaryCurrency: {
    rates: (currency, rates) => `${currency}額を併記、レート：${rates}`,
    missing: (currency, from, day) =>
      `${currency}額は併記なし：${day}以前の${from}と${currency}のレートがありません。目標のページで登録してください`,
  },
};
