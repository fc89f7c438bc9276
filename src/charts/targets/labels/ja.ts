import { overviewCharts } from '#charts/kit/names/labels/ja.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import { joinNames } from '#charts/kit/text/claim.ts';
import type { en } from './en.ts';

/** Targets by the year in which they all end; an empty year where they end in several. */
const named = (year: string): string => `${year && `${year}年`}目標`;
export const ja: SameLabels<typeof en> = {
  name: overviewCharts.targets,
  title: (ahead, judged, year) =>
    `${named(year)}：${judged}項目のうち${ahead}項目が計画どおりか上回る`,
  titleEnded: (met, judged, year) => `${named(year)}：${judged}項目のうち${met}項目を達成`,
  titleNone: (year) => `${named(year)}：判定できるデータはまだない`,
  subtitle: (year) =>
    `${named(year)}の達成率。短い縦線は計画値、淡い帯は予測の範囲、矢印は目盛りの外`,
  planBulletHead: '計画比',
  targetBulletHead: '目標達成率と予測',
  verdictHead: '計画値との比較',
  overTenTimes: '10倍超',
  plan100: '計画値',
  target: '目標',
  forecastKey: (year) => `${year && `${year}年末`}予測、10–90%`,
  forecastWord: '予測',
  gapOnPlan: (gap, plan) => `${gap}、計画値 ${plan}`,
  planValue: (plan) => `計画値 ${plan}`,
  ofPlan: '計画比',
  ofTarget: '目標達成率',
  shareOfTarget: (share) => `目標達成率${share}`,
  start: (value, month) => `基準値${value}（${month}）`,
  sumFrom: (year) => `${year}年からの累計`,
  sumSince: (day) => `${day}からの累計`,
  firstValue: (value, month) => `最初の値${value}（${month}）`,
  refused: {
    no_latest_value: '最新の値がなく予測なし',
    no_variation: '各月の増減が同じで予測なし',
    too_far_ahead: '期限が遠く予測なし',
    too_few_observations: 'データが少なく予測なし',
    too_short_a_span: '期間が短く予測なし',
    too_few_years: '年数が少なく予測なし',
    deadline_passed: '期限を過ぎたため予測なし',
    met: '目標達成のため予測なし',
    qualitative: '',
  },
  refusedShort: '予測なし',
  outcome: {
    met: () => ({ long: 'このペースで達成', short: 'このペースで達成' }),
    short: (amount) => ({
      long: `このペースでは${amount}不足`,
      short: `このペースでは${amount}不足`,
    }),
    over: (amount) => ({
      long: `このペースでは${amount}超過`,
      short: `このペースでは${amount}超過`,
    }),
    shortAway: (amount) => ({
      long: `このペースでは達成できない（${amount}不足）`,
      short: `達成できない（${amount}不足）`,
    }),
    overAway: (amount) => ({
      long: `このペースでは達成できない（${amount}超過）`,
      short: `達成できない（${amount}超過）`,
    }),
  },
  clause: '、',
  forecastAt: (share) => `予測の${share}点`,
  atThisPace: 'このペースでは',
  noChecklist: 'チェックリストは未報告',
  checklist: (done, total) => `チェックリスト ${done}/${total}`,
  note: '投資額は生産額ではなく、案件は企業ではないため、比較しない。',
  claim: {
    met: (count) => `${count}目標を達成`,
    onPlan: (count) => `${count}目標は計画どおりか上回る`,
    behind: (count) => `${count}目標が遅れ`,
    behindNamed: (names) => `${joinNames(names, 'ja')}に遅れ`,
    missed: (count) => `${count}目標は未達成`,
    comma: '、',
  },
  noTargets: {
    title: '目標は未設定',
    subtitle: '目標と期限を設定すると、計画との比較をここに表示する。',
  },
  columns: {
    name: '目標',
    unit: '単位',
    target: '目標値',
    deadline: '期限日',
    now: '現在値',
    change: (day) => `${day}からの変化`,
    changeNote: '変化の注記',
    date: '日付',
    plan: '計画値',
    gap: '計画との差',
    points: '計画との差（ポイント）',
    attainment: '計画比',
    completion: '目標達成率',
    forecast: '予測の中央値',
    status: '判定',
    dataStatus: 'データ区分',
  },
};
