import { overviewCharts } from '#charts/kit/names/labels/zh-CN.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import { countWord, joinNames } from '#charts/kit/text/claim.ts';
import type { en } from './en.ts';

const targets = (count: number, isFirst: boolean): string =>
  `${countWord(count, 'zh-CN')}项${isFirst ? '目标' : ''}`;

/** Targets by the year in which they all end; an empty year where they end in several. */
const named = (year: string): string => `${year && `${year}年`}目标`;
export const zh: SameLabels<typeof en> = {
  name: overviewCharts.targets,
  title: (ahead, judged, year) => `${named(year)}：${judged}项中${ahead}项符合或快于计划`,
  titleEnded: (met, judged, year) => `${named(year)}：${judged}项中${met}项已达标`,
  titleNone: (year) => `${named(year)}：尚无可判断的数据`,
  subtitle: (year) => `${named(year)}完成率。短竖线为应达进度，浅色带为预测区间，箭头表示超出刻度`,
  planBulletHead: '达计划',
  targetBulletHead: '目标完成率与预测',
  verdictHead: '与应达进度相比',
  overTenTimes: '超过10倍',
  plan100: '应达进度',
  target: '目标',
  forecastKey: (year) => `${year && `${year}年末`}预测，10–90%`,
  forecastWord: '预测',
  gapOnPlan: (gap, plan) => `${gap}，应达进度 ${plan}`,
  planValue: (plan) => `应达进度 ${plan}`,
  ofPlan: '达计划',
  ofTarget: '目标完成率',
  shareOfTarget: (share) => `目标完成率${share}`,
  start: (value, month) => `基期值${value}（${month}）`,
  sumFrom: (year) => `自${year}年起累计`,
  sumSince: (day) => `自${day}起累计`,
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
  note: '投资额不是产值，项目不是企业，互不比较。',
  claim: {
    met: (count, isFirst) => `${targets(count, isFirst)}已达到`,
    onPlan: (count, isFirst) => `${targets(count, isFirst)}符合或快于计划`,
    behind: (count, isFirst) => `${targets(count, isFirst)}慢于计划`,
    behindNamed: (names) => `${joinNames(names, 'zh-CN')}慢于计划`,
    missed: (count, isFirst) => `${targets(count, isFirst)}未达标`,
    comma: '，',
  },
  noTargets: {
    title: '尚未设定目标',
    subtitle: '设定目标和期限后，这里显示与应达进度的对比。',
  },
  columns: {
    name: '目标',
    unit: '单位',
    target: '目标值',
    deadline: '期限日',
    now: '当前值',
    change: (day) => `较${day}变动`,
    changeNote: '变动说明',
    date: '日期',
    plan: '应达进度',
    gap: '与计划差距',
    points: '快于计划（个百分点）',
    attainment: '达计划',
    completion: '目标完成率',
    forecast: '预测中值',
    status: '判断',
    dataStatus: '数据状态',
  },
};
