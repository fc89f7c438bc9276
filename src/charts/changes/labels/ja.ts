import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  name: '二つの日の差',
  title: (established, pipeline) => `変動内訳：立地済み${established}、商談・準備中${pipeline}`,
  titleNone: '変動内訳：比較する日がありません',
  subtitle: (from, to, unit) => `${from}から${to}までの計画投資額、${unit}`,
  marks: '塗り：増加。枠のみ：移動または修正。灰色：終了',
  groups: { established: '立地済み', pipeline: '商談・準備中' },
  same: (count) => `${count}件で変わらず`,
  became: (before, now) => `${before}→${now}件`,
  projects: (count) => `${count}件`,
  undisclosed: (count) => `金額なし${count}件`,
  noRates: '通貨別表示、換算なし',
  converted: {
    each_day: (currency) => `${currency}に換算：期首は開始日、期末は終了日のレート`,
    closing_day: (currency) => `${currency}に換算：両日とも終了日のレート。為替影響は0`,
  },
  rate: (quoted, day, source) => `${quoted}（${day}、${source}）`,
  missingRates: (currencies) => `為替レートがないため換算していない：${currencies}`,
  rateOn: (currency, day) => `${currency}（${day}以前）`,
  noAmounts: '金額のある案件がないため、棒は件数を示す',
  within: (amount) => `内数${amount}`,
  heldBack: '棒は件数を示す。少数の案件に当たる金額は表示しない',
  otherCurrencies: (currencies) => `他の通貨は表に示す：${currencies}`,
  columns: {
    project: '案件',
    group: '区分',
    step: '変動',
    projects: '対象件数',
    count: '件数の増減',
    undisclosed: 'うち金額なし',
    amount: '計画投資額',
    currency: '通貨',
    status: '状態',
  },
};
