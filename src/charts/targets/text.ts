import type { Language } from '#domain/language.ts';
import type { LedgerRow } from '#domain/overview.ts';

/** Words of the target ledger, on screen and in pictures. */
export interface TargetsWords {
  readonly title: (ahead: number, judged: number, year: string) => string;
  /** After the deadline. */
  readonly titleEnded: (met: number, judged: number, year: string) => string;
  readonly titleNone: (year: string) => string;
  readonly subtitle: (year: string) => string;
  readonly bulletHead: string;
  readonly laneHead: (year: string) => string;
  readonly plan100: string;
  readonly target: string;
  readonly forecastKey: (year: string) => string;
  readonly gapOnPlan: (gap: string, plan: string) => string;
  readonly ofPlan: string;
  readonly ofTarget: string;
  readonly start: (value: string, month: string) => string;
  readonly refused: Readonly<Record<Extract<LedgerRow['forecast'], { kind: 'refused' }>['reason'], string>>;
  readonly refusedShort: string;
  readonly noChecklist: string;
  readonly checklist: (done: number, total: number) => string;
  readonly comparator: (comparator: LedgerRow['comparator'], value: string) => string;
  readonly noLine: string;
  readonly note: string;
  readonly columns: readonly [string, string, string, string, string, string, string, string, string, string, string, string, string];
}

const sign = (comparator: LedgerRow['comparator'], value: string): string =>
  comparator === '>=' || comparator === '=' || comparator === 'qualitative' ? value : `${comparator.replace('<=', '≤')}${value}`;

export const targetsWords: Readonly<Record<Language, TargetsWords>> = {
  'zh-CN': {
    title: (ahead, judged, year) => `${year}年目标：可判断的${judged}项中，${ahead}项达到或快于计划`,
    titleEnded: (met, judged, year) => `${year}年目标：可判断的${judged}项中，${met}项已达标`,
    titleNone: (year) => `${year}年目标：尚无可判断的数据`,
    subtitle: (year) => `当前值与应达值、${year}年目标相比`,
    bulletHead: '当前与应达之比',
    laneHead: (year) => `距${year}年目标`,
    plan100: '应达 100%',
    target: '目标',
    forecastKey: (year) => `${year}年末预测，10–90%`,
    gapOnPlan: (gap, plan) => `${gap}，应达 ${plan}`,
    ofPlan: '对应达',
    ofTarget: '对目标',
    start: (value, month) => `起点${value}（${month}）`,
    refused: {
      too_few_observations: '数据太少，暂不预测',
      too_short_a_span: '时间太短，暂不预测',
      too_few_years: '年数太少，暂不预测',
      deadline_passed: '期限已过，不再预测',
      met: '已达标，不再预测',
      no_growth: '没有增长，不作预测',
      qualitative: '',
    },
    refusedShort: '暂不预测',
    noChecklist: '尚无检查清单',
    checklist: (done, total) => `检查清单 ${done}/${total}`,
    comparator: sign,
    noLine: '暂无计划线',
    note: '投资额不是产值，项目不是企业，互不比较。预测区间以增速保持在已有范围内为前提。',
    columns: [
      '目标',
      '单位',
      '目标值',
      '期限',
      '当前值',
      '日期',
      '应达值',
      '与应达之差',
      '当前÷应达',
      '当前÷目标',
      '预测中值',
      '判断',
      '数据状态',
    ],
  },
  ja: {
    title: (ahead, judged, year) => `${year}年目標：判定できる${judged}項目のうち${ahead}項目が計画以上`,
    titleEnded: (met, judged, year) => `${year}年目標：判定できる${judged}項目のうち${met}項目を達成`,
    titleNone: (year) => `${year}年目標：判定できるデータはまだない`,
    subtitle: (year) => `現在値を計画値、${year}年目標と比べる`,
    bulletHead: '現在と計画の比',
    laneHead: (year) => `${year}年目標までの道のり`,
    plan100: '計画 100%',
    target: '目標',
    forecastKey: (year) => `${year}年末予測、10–90%`,
    gapOnPlan: (gap, plan) => `${gap}、計画 ${plan}`,
    ofPlan: '計画比',
    ofTarget: '目標比',
    start: (value, month) => `起点${value}（${month}）`,
    refused: {
      too_few_observations: 'データが少なく予測なし',
      too_short_a_span: '期間が短く予測なし',
      too_few_years: '年数が少なく予測なし',
      deadline_passed: '期限を過ぎたため予測なし',
      met: '達成済みのため予測なし',
      no_growth: '増加がなく予測なし',
      qualitative: '',
    },
    refusedShort: '予測なし',
    noChecklist: '点検表は未報告',
    checklist: (done, total) => `点検表 ${done}/${total}`,
    comparator: sign,
    noLine: '計画線なし',
    note: '投資額は生産額ではなく、案件は企業ではないため、比較しない。予測区間は、増加のペースがこれまでの範囲にとどまる場合のもの。',
    columns: [
      '目標',
      '単位',
      '目標値',
      '期限',
      '現在値',
      '日付',
      '計画値',
      '計画との差',
      '現在÷計画',
      '現在÷目標',
      '予測の中央値',
      '判定',
      'データの状態',
    ],
  },
  en: {
    title: (ahead, judged, year) => `Targets for ${year}: ${ahead} of ${judged} that can be judged on or ahead of plan`,
    titleEnded: (met, judged, year) => `Targets for ${year}: ${met} of ${judged} that can be judged were met`,
    titleNone: (year) => `Targets for ${year}: nothing to judge yet`,
    subtitle: (year) => `Values now against plan to date and against the ${year} targets`,
    bulletHead: 'Now against plan to date',
    laneHead: (year) => `Way to the ${year} target`,
    plan100: 'Plan 100%',
    target: 'Target',
    forecastKey: (year) => `End-${year} forecast, 10–90%`,
    gapOnPlan: (gap, plan) => `${gap} on plan ${plan}`,
    ofPlan: 'of plan',
    ofTarget: 'of target',
    start: (value, month) => `Start ${value}, ${month}`,
    refused: {
      too_few_observations: 'Too few values to forecast',
      too_short_a_span: 'Too short a span to forecast',
      too_few_years: 'Too few years to forecast',
      deadline_passed: 'Deadline passed, no forecast',
      met: 'Target met, no forecast',
      no_growth: 'No growth, no forecast',
      qualitative: '',
    },
    refusedShort: 'No forecast yet',
    noChecklist: 'No checklist reported',
    checklist: (done, total) => `Checklist ${done} of ${total}`,
    comparator: sign,
    noLine: 'No plan line yet',
    note: 'Investment is not output and projects are not companies, so they are never compared. Forecast ranges hold if the pace stays within what was seen.',
    columns: [
      'Target',
      'Unit',
      'Target value',
      'Deadline',
      'Now',
      'Date',
      'Plan to date',
      'Gap to plan',
      'Now ÷ plan',
      'Now ÷ target',
      'Forecast, middle',
      'Verdict',
      'Data status',
    ],
  },
};
