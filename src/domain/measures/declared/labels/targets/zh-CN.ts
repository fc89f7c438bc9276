import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const notReported = '未报送的月份是空缺，不作0';
const coversTarget = '数值所含时段与目标不同时不给出';
const recomputation = '按当月末已知的数据重新计算；后来补报的月份注明';
const withoutResult = '尚无结果的预测；少于8次结果时不评分';
const adds = '每个项目：计划数 − 已有数，不为负';
const unknownProjects = '没有数或日期的项目按未知列出，不作0；项目从不当作企业数';

export const targets: SameLabels<typeof en.targets> = {
  target_value: {
    name: '当前值',
    formula: '截至当日最近一个有数的月份；年度流量：期限年内为自年初累计，其他年份为近12个月之和',
    counts: '按指标定义填报的数',
    leaves_out: notReported,
  },
  target: {
    name: '目标',
    formula: '按原文录入的数和达标条件',
    counts: '“超过”不含该数，“不少于”含该数',
    leaves_out: '以前的目标另列于历史中',
  },
  target_share: {
    name: '目标完成率',
    formula: '当前值 ÷ 目标；越少越好的指标相反',
    counts: '不扣除基期值',
    leaves_out: coversTarget,
  },
  plan_to_date: {
    name: '应达进度',
    formula: '基期值 +（目标 − 基期值）× 应走完的路程占比',
    counts: '占比按所选计划路径，取当前值的日期',
    leaves_out: '没有基期值的目标没有应达进度',
  },
  plan_progress: {
    name: '达计划',
    formula: '当前值 ÷ 应达进度；越少越好的指标相反',
    counts: '判断以此为准',
    leaves_out: coversTarget,
  },
  plan_gap: {
    name: '与计划差距',
    formula: '当前值 − 应达进度',
    counts: '以指标单位表示；百分数之差为百分点',
    leaves_out: coversTarget,
  },
  points_ahead: {
    name: '快于（慢于）应达进度',
    formula: '目标完成率 − 应达进度占目标的比例',
    counts: '以百分点表示，正数为快',
    leaves_out: coversTarget,
  },
  remaining: {
    name: '剩余',
    formula: '目标 − 当前值；“超过”的整数目标再加1',
    counts: '达标后为0',
    leaves_out: coversTarget,
  },
  pace_needed: {
    name: '应增（月均）',
    formula: '剩余 ÷ 至期限日的月数',
    counts: '一个月按30.4375天；年度流量：近12个月合计每月的增量，期限年内为每月的量',
    leaves_out: '期限已过不给出',
  },
  pace: {
    name: '实增（近12个月月均）',
    formula: '近12个月各月数值两两之间斜率的中位数；年度流量期限年内：自年初累计 ÷ 月数',
    counts: '至少4个月、跨度6个月的数',
    leaves_out: '口径变化之前的月份',
  },
  pace_ratio: {
    name: '实增 ÷ 应增',
    formula: '实增（近12个月月均）÷ 应增（月均）',
    counts: '100% 表示现有进度恰好够',
    leaves_out: '没有增长时不给出',
  },
  forecast: {
    name: '预测',
    formula: '现有 + 实增 × 剩余月数；年度流量：自年初累计 ÷ 上年同期占全年的比例',
    counts: '区间10–90%：若各月波动与以往相同',
    leaves_out: '不含在谈项目；数据太少、太短或太远时不作预测',
  },
  verdict: {
    name: '判断',
    formula: '达计划与本区所定界限比较；期限日以后为最终结果',
    counts:
      '界限写在“达计划”之后；比率指标以及当前计划值即为目标值的指标，达到计划的100%才算符合计划',
    leaves_out: '数据过旧时不判为快于或符合计划',
  },
  checklist: {
    name: '任务清单',
    formula: '已完成项数 ÷ 总项数',
    counts: '文字目标的各项任务',
    leaves_out: '不折算成百分比',
  },
  reported_value: {
    name: '月度数值',
    formula: '按填报或公布照录',
    counts: '最新修订；以前的数保留在历史中',
    leaves_out: notReported,
  },
  indicator_change: {
    name: '指标变动',
    formula: '后一日数值 − 前一日数值',
    counts: '两日各自已知的最近一个月',
    leaves_out: '跨口径变化不作比较',
  },
};

export const forecasts: SameLabels<typeof en.forecasts> = {
  outlook_unknown: {
    name: '未填报数额的项目',
    formula: '推进中项目里没有可加数值的个数',
    counts: '列为未知，不作0',
    leaves_out: '暂缓、已结束的项目',
  },
  outlook_effect: {
    name: '假设的影响',
    formula: '改变此项假设的结果 − 基准结果',
    counts: '每次只改一项，其余不变',
    leaves_out: '没有数值的项目；情景不是事实',
  },
  past_forecast: {
    name: '以往预测',
    formula: '该月末的最后值 + 至预测日的各月增量的10%、25%、50%、75%、90%分位',
    counts: recomputation,
    leaves_out: '当时还不知道的数据',
  },
  forecast_inside: {
    name: '落入区间的结果',
    formula: '10%分位 ≤ 结果 ≤ 90%分位的预测次数',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  forecast_brier: {
    name: '布赖尔评分',
    formula: '（预测的可能性 − 是否达到）平方的平均；0最好',
    counts: '是否达到直线计划；与始终给出同一可能性相比',
    leaves_out: withoutResult,
  },
  forecast_error: {
    name: '结果与预测之差的中位数',
    formula: '结果 − 中值，取中位数',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  plan_at: {
    name: '当日的应达进度',
    formula: '基期值 +（目标 − 基期值）× 该日应走完的路程占比',
    counts: '占比按所选计划路径',
    leaves_out: '没有基期值的目标没有应达进度',
  },
  baseline: {
    name: '基期值',
    formula: '计划开始时的数：录入的，或离基期日最近的有数月份',
    counts: '注明其日期和来由',
    leaves_out: '没有基期值的目标',
  },
  size_projects: {
    name: '该规模的项目',
    formula: '该阶段此项数值在此区间内的推进中项目个数',
    counts: '同一单位的数值；0及以下、其他单位、没有数值的另列',
    leaves_out: '暂缓、已结束的项目',
  },
  converted_amount: {
    name: '折算金额',
    formula: '原金额 × 汇率',
    counts: '当日有效的汇率，注明其日期和来源',
    leaves_out: '没有汇率的币种不折算；折算额从不计入合计',
  },
};

export const outlook: SameLabels<typeof en.outlook> = {
  outlook_adds: {
    name: '台账尚可新增',
    formula: '各阶段推进中项目尚可新增之和',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_signed: {
    name: '含已签约',
    formula: '当前值 + 已落户项目尚可新增 + 已签约项目',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_ceiling: {
    name: '上限',
    formula: '当前值 + 台账全部推进中项目尚可新增',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_missing: {
    name: '仍缺',
    formula: '目标 − 上限，不低于0',
    counts: '不含任何概率',
    leaves_out: unknownProjects,
  },
  outlook_by_date: {
    name: '按达产日期',
    formula: '期限日前达产、之后达产、没有日期三部分之和 = 台账尚可新增',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_in_time: {
    name: '按各自日期，期限日前',
    formula:
      '每个有日期的项目：尚可新增 × 投产至期限日的月数 ÷ 投产至达产的月数，最多为1；年度指标取全年12个月的平均',
    counts: '有数且有达产日期的项目；投产日期早于当日的，自当日起算',
    leaves_out: unknownProjects,
  },
  outlook_fewest: {
    name: '最少需要的项目',
    formula: '从大到小相加，直到补足剩余',
    counts: '数相同的，先投产者在前',
    leaves_out: unknownProjects,
  },
  outlook_chance: {
    name: '可能性',
    formula: '所缺部分由台账项目在期限日前补足的结果所占比例',
    counts: '各阶段的月推进率和退出率；本区历史少时用标明的默认值',
    leaves_out: '没有数的项目；因此为“至少”',
  },
  outlook_likely: {
    name: '项目可能带来的数',
    formula: '同一分布的10%、50%、90%分位',
    counts: adds,
    leaves_out: unknownProjects,
  },
};
