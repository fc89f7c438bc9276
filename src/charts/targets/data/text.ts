import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { comparatorAfter, comparatorBefore } from '#domain/targets/format-target.ts';

/** Words of the target ledger, on screen and in pictures. */
export interface TargetsWords {
  readonly title: (ahead: number, judged: number, year: string) => string;
  /** After the deadline. */
  readonly titleEnded: (met: number, judged: number, year: string) => string;
  readonly titleNone: (year: string) => string;
  readonly subtitle: (year: string) => string;
  readonly bulletHead: string;
  readonly laneHead: string;
  readonly verdictHead: string;
  /** A share of the target over 999 %. */
  readonly overTenTimes: string;
  readonly plan100: string;
  readonly target: string;
  readonly forecastKey: (year: string) => string;
  readonly forecastWord: string;
  readonly gapOnPlan: (gap: string, plan: string) => string;
  readonly planValue: (plan: string) => string;
  readonly ofPlan: string;
  readonly ofTarget: string;
  readonly shareOfTarget: (share: string) => string;
  readonly start: (value: string, month: string) => string;
  /** The start of a plan that nobody entered: the first value. */
  readonly firstValue: (value: string, month: string) => string;
  readonly refused: Readonly<
    Record<Extract<TargetRow['forecast'], { kind: 'refused' }>['reason'], string>
  >;
  readonly refusedShort: string;
  /** What the pace leads to; `amount` is what is missing or too much. `short` for a column of a picture. */
  readonly outcome: Readonly<
    Record<
      'met' | 'short' | 'over' | 'shortAway' | 'overAway',
      (amount: string) => { readonly long: string; readonly short: string }
    >
  >;
  /** Behind a verdict. */
  readonly clause: string;
  /** Column of a percentile of the forecast, as 10%. */
  readonly forecastAt: (share: string) => string;
  readonly atThisPace: string;
  readonly noChecklist: string;
  readonly checklist: (done: number, total: number) => string;
  readonly comparator: (comparator: TargetRow['comparator'], value: string) => string;
  readonly noLine: string;
  readonly note: string;
  readonly columns: readonly [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
}

/** A target with its comparator in words, as the domain writes it: 超过200, 200超, more than 200. */
const compared =
  (language: Language) =>
  (comparator: TargetRow['comparator'], value: string): string =>
    comparatorBefore[comparator][language] + value + comparatorAfter[comparator][language];

export const targetsWords: Readonly<Record<Language, TargetsWords>> = {
  'zh-CN': {
    title: (ahead, judged, year) => `${year}年目标：${judged}项中${ahead}项符合或快于计划`,
    titleEnded: (met, judged, year) => `${year}年目标：${judged}项中${met}项已达标`,
    titleNone: (year) => `${year}年目标：尚无可判断的数据`,
    subtitle: (year) => `${year}年目标完成率。短竖线为应达进度，浅色带为预测区间，箭头表示超出刻度`,
    bulletHead: '达计划',
    laneHead: '目标完成率与预测',
    verdictHead: '与应达进度相比',
    overTenTimes: '超过10倍',
    plan100: '应达进度',
    target: '目标',
    forecastKey: (year) => `${year}年末预测，10–90%`,
    forecastWord: '预测',
    gapOnPlan: (gap, plan) => `${gap}，应达进度 ${plan}`,
    planValue: (plan) => `应达进度 ${plan}`,
    ofPlan: '达计划',
    ofTarget: '目标完成率',
    shareOfTarget: (share) => `目标完成率${share}`,
    start: (value, month) => `基期值${value}（${month}）`,
    firstValue: (value, month) => `首个数值${value}（${month}）`,
    refused: {
      no_latest_value: '缺最新数据，暂不预测',
      no_variation: '各月增减相同，不作预测',
      too_far_ahead: '期限太远，暂不预测',
      too_few_observations: '数据太少，暂不预测',
      too_short_a_span: '时间太短，暂不预测',
      too_few_years: '年数太少，暂不预测',
      deadline_passed: '期限已过，不再预测',
      met: '已达标，不再预测',
      qualitative: '',
    },
    refusedShort: '暂不预测',
    outcome: {
      met: () => ({ long: '按现有进度可以达标', short: '按现有进度可达标' }),
      short: (amount) => ({ long: `按现有进度差${amount}`, short: `按现有进度差${amount}` }),
      over: (amount) => ({ long: `按现有进度超出${amount}`, short: `按现有进度超出${amount}` }),
      shortAway: (amount) => ({
        long: `按现有进度无法达标，差${amount}`,
        short: `无法达标，差${amount}`,
      }),
      overAway: (amount) => ({
        long: `按现有进度无法达标，超出${amount}`,
        short: `无法达标，超出${amount}`,
      }),
    },
    clause: '；',
    forecastAt: (share) => `预测${share}分位`,
    atThisPace: '按现有进度',
    noChecklist: '尚无任务清单',
    checklist: (done, total) => `任务清单 ${done}/${total}`,
    comparator: compared('zh-CN'),
    noLine: '暂无应达进度',
    note: '投资额不是产值，项目不是企业，互不比较。',
    columns: [
      '目标',
      '单位',
      '目标值',
      '期限日',
      '当前值',
      '日期',
      '应达进度',
      '与计划差距',
      '达计划',
      '目标完成率',
      '预测中值',
      '判断',
      '数据状态',
    ],
  },
  ja: {
    title: (ahead, judged, year) =>
      `${year}年目標：${judged}項目のうち${ahead}項目が計画どおりか上回る`,
    titleEnded: (met, judged, year) => `${year}年目標：${judged}項目のうち${met}項目を達成`,
    titleNone: (year) => `${year}年目標：判定できるデータはまだない`,
    subtitle: (year) =>
      `${year}年目標の達成率。短い縦線は計画値、淡い帯は予測の範囲、矢印は目盛りの外`,
    bulletHead: '計画比',
    laneHead: '目標達成率と予測',
    verdictHead: '計画値との比較',
    overTenTimes: '10倍超',
    plan100: '計画値',
    target: '目標',
    forecastKey: (year) => `${year}年末予測、10–90%`,
    forecastWord: '予測',
    gapOnPlan: (gap, plan) => `${gap}、計画値 ${plan}`,
    planValue: (plan) => `計画値 ${plan}`,
    ofPlan: '計画比',
    ofTarget: '目標達成率',
    shareOfTarget: (share) => `目標達成率${share}`,
    start: (value, month) => `基準値${value}（${month}）`,
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
    comparator: compared('ja'),
    noLine: '計画値なし',
    note: '投資額は生産額ではなく、案件は企業ではないため、比較しない。',
    columns: [
      '目標',
      '単位',
      '目標値',
      '期限日',
      '現在値',
      '日付',
      '計画値',
      '計画との差',
      '計画比',
      '目標達成率',
      '予測の中央値',
      '判定',
      'データ区分',
    ],
  },
  en: {
    title: (ahead, judged, year) =>
      `Targets for ${year}: ${ahead} of ${judged} on or ahead of plan`,
    titleEnded: (met, judged, year) => `Targets for ${year}: ${met} of ${judged} met`,
    titleNone: (year) => `Targets for ${year}: nothing to judge yet`,
    subtitle: (year) =>
      `Share of the ${year} target. Short line: plan to date; pale band: forecast; arrow: beyond the scale`,
    bulletHead: 'Progress against plan',
    laneHead: 'Share of target, and forecast',
    verdictHead: 'Against plan to date',
    overTenTimes: 'over 10 times',
    plan100: 'Plan to date',
    target: 'Target',
    forecastKey: (year) => `End-${year} forecast, 10–90%`,
    forecastWord: 'Forecast',
    gapOnPlan: (gap, plan) => `${gap} on plan to date ${plan}`,
    planValue: (plan) => `plan to date ${plan}`,
    ofPlan: 'Progress against plan',
    ofTarget: 'Share of target',
    shareOfTarget: (share) => `${share} of target`,
    start: (value, month) => `Baseline ${value}, ${month}`,
    firstValue: (value, month) => `First value ${value}, ${month}`,
    refused: {
      no_latest_value: 'Latest value missing, no forecast',
      no_variation: 'All months changed alike, no forecast',
      too_far_ahead: 'Deadline too far ahead to forecast',
      too_few_observations: 'Too few values to forecast',
      too_short_a_span: 'Too short a span to forecast',
      too_few_years: 'Too few years to forecast',
      deadline_passed: 'Deadline passed, no forecast',
      met: 'Target met, no forecast',
      qualitative: '',
    },
    refusedShort: 'No forecast yet',
    outcome: {
      met: () => ({ long: 'at this pace the target is met', short: 'at this pace met' }),
      short: (amount) => ({
        long: `at this pace ${amount} short of the target`,
        short: `at this pace ${amount} short`,
      }),
      over: (amount) => ({
        long: `at this pace ${amount} over the target`,
        short: `at this pace ${amount} over`,
      }),
      shortAway: (amount) => ({
        long: `not at this pace: ${amount} short of the target`,
        short: `not at this pace: ${amount} short`,
      }),
      overAway: (amount) => ({
        long: `not at this pace: ${amount} over the target`,
        short: `not at this pace: ${amount} over`,
      }),
    },
    clause: '; ',
    forecastAt: (share) => `Forecast, ${share}`,
    atThisPace: 'At this pace',
    noChecklist: 'No checklist reported',
    checklist: (done, total) => `Checklist ${done} of ${total}`,
    comparator: compared('en'),
    noLine: 'No plan to date yet',
    note: 'Investment is not output and projects are not companies, so they are never compared.',
    columns: [
      'Target',
      'Unit',
      'Target value',
      'Deadline',
      'Now',
      'Date',
      'Plan to date',
      'Gap to plan',
      'Progress against plan',
      'Share of target',
      'Forecast, middle',
      'Verdict',
      'Data status',
    ],
  },
};
