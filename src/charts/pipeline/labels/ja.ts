import { overviewCharts } from '#charts/kit/names/labels/ja.ts';
import { noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  name: overviewCharts.pipeline,
  title: (established, pipeline) => `立地済み${established}件、商談・準備中${pipeline}件`,
  titleNotSet: (count) => `${count}件は段階未定、立地済み・商談・準備中と分かる案件なし`,
  titleNoMatch: '該当する案件なし',
  titleNone: '案件なし',
  subtitle: (unit) => `段階別の計画投資額、${unit}。1点＝1案件`,
  subtitleTotals: (unit) => `段階別の件数、右は計画投資額、${unit}`,
  sumOnly: '点のない段階は合計のみ',
  groups: { established: '立地済み', pipeline: '商談・準備中', unknown: '段階未定' },
  undisclosed: noAmountTerm.ja,
  disclosed: (count, all) => `金額あり${count}/${all}件`,
  spreadColumns: ['件数', '中央値', '中央の8割'],
  median: (amount) => `中央値 ${amount}`,
  middle: (range) => `8割は ${range}`,
  subtitleSpread: (currency) =>
    `段階別の計画投資額の分布、${currency}、対数目盛。縦線は中央値、強調部分は中央の8割`,
  spreadHeldBack: '60件を超え、判明している投資者が3者未満の段階は、分布を表示しない',
  spreadNote: '60件を超える段階は分布で示し、全件を数える。その他は1点が1案件',
  counted: (count) => `図には${count}件の金額を数える`,
  countedBut: (count, undisclosed) =>
    `図には${count}件の金額を数え、ほか${undisclosed}件は金額なし`,
  notAboveZero: (count) => `金額が0以下の${count}件は対数目盛に含まない`,
  size: '投資規模',
  sizeFrom: '規模の下限',
  sizeTo: '規模の上限',
  zeroOrLess: '0以下',
  otherCurrencies: (amounts) => `他の通貨は図に含まない：${amounts}`,
  partly: (v) => `${v.amount}（${v.shown}のみ、${v.withheld}は非表示）`,
  otherCurrency: '他の通貨',
  excluded: (count) => `保留・終了の${count}件は除く`,
  about: (text) => `約${text}`,
  mixedSource: '件数と総額は公表値、個別金額は例示',
  otherIndustry: 'その他',
  noIndustry: '分野未記入',
  claim: (high, low, times) => `${high}の中央値は${low}の約${times}倍`,
  columns: {
    group: '区分',
    stage: '段階',
    code: '案件番号',
    name: '案件名',
    industry: '産業分野',
    count: '件数',
    amount: '計画投資額',
    currency: '通貨',
    status: '状態',
  },
};
