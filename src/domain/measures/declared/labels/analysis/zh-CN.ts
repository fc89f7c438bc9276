import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const outside = '暂缓、已结束的项目；本图筛选之外的项目';
const outsideAndUnknown =
  '暂缓、已结束的项目和筛选之外的项目；没有数值的项目另行计数；不同币种不相加';
const notEnded = '推进中和暂缓的项目';
const oneGroup = '每个项目计入一个组；各组之和等于合计';
const parts = '各组或各项目，只计大于0的数，同一单位';
const omissionNote = '没有数值的项目、未填写的组；少于三个时不给出';
const bothAmounts = '两项都填有、同一币种的项目';
const oneAmount = '只填有一项，或两项币种不同的项目';
const allPeriods = '所画各期、所选各事项相加';
const outsideRecords = '没有记录的期间，以及最早记录日之前';
const stays = '进行中：推进中项目自进入至当日；已结束：自进入至进入下一阶段或退出';
const undatedStays = '进入或离开日期不明的；暂缓的；阶段回退的';
const limits = '阶段的时限为其阶段条件的月数；没有的，为通用停滞天数';
const original = '以原定日期衡量；已过的和推迟的都算';

export const breakdown: SameLabels<typeof en.breakdown> = {
  sum: {
    formula: '该组推进中项目此项数值之和，按单位分列',
    counts: oneGroup,
    leaves_out: outsideAndUnknown,
  },
  ratio: {
    counts: '只计两项都填有的项目：合计 ÷ 合计，不是各项目比值的平均',
    leaves_out: '缺其中一项的项目，分子分母均不计；没有用地的项目没有亩均',
  },
  breakdown_investment_per_mu: {
    name: '亩均计划总投资',
    formula: '计划总投资之和 ÷ 用地面积之和（亩）',
  },
  breakdown_output_per_mu: {
    name: '亩均预计年产值',
    formula: '预计年产值之和 ÷ 用地面积之和（亩）',
  },
  breakdown_jobs_per_100m: {
    name: '每亿计划总投资的计划就业',
    formula: '计划就业之和 ÷ 计划总投资之和 × 1亿',
  },
  breakdown_fdi_realised: {
    name: '外资到位率',
    formula: '实际使用外资之和 ÷ 合同外资之和，同一币种',
  },
  breakdown_count: {
    name: '该组项目',
    formula: '该组推进中项目个数',
    counts: oneGroup,
    leaves_out: outside,
  },
  breakdown_exits: {
    name: '退出项目',
    formula: '该组已结束的项目个数',
    counts: '撤回、流失、不予引进、解约、退出；阶段为其止步之处',
    leaves_out: notEnded,
  },
  group_share: {
    name: '占比',
    formula: '该组 ÷ 合计',
    counts: '同一单位内的占比；各组占比之和为100%',
    leaves_out: outsideAndUnknown,
  },
  group_known: {
    name: '填有数值的项目',
    formula: '该组填有此项数值的推进中项目个数',
    counts: '0也是数值',
    leaves_out: outside,
  },
  group_unknown: {
    name: '没有数值的项目',
    formula: '该组没有此项数值的推进中项目个数',
    counts: '未披露、未报送和无法识别的',
    leaves_out: outside,
  },
  size_point: {
    name: '项目规模',
    formula: '该阶段推进中项目此项数值的中位数、第10或第90百分位',
    counts: '大于0的数值，同一单位',
    leaves_out: '没有数值的和0及以下的另行计数；一个时不给出中位数，不足5个时不给出百分位',
  },
  ratio_part: {
    name: '比值的分子或分母',
    formula: '两项都填有的项目该项数值之和',
    counts: '分子与分母为同一批项目',
    leaves_out: outsideAndUnknown,
  },
};

export const concentration: SameLabels<typeof en.concentration> = {
  largest_share: {
    name: '最大占比',
    formula: '最大的一个 ÷ 合计',
    counts: parts,
    leaves_out: omissionNote,
  },
  largest_three: {
    name: '前三位占比（CR3）',
    formula: '最大的三个之和 ÷ 合计',
    counts: parts,
    leaves_out: omissionNote,
  },
  effective_number: {
    name: '等效数',
    formula: '1 ÷ 各占比平方之和',
    counts: '这么多个同样大小的部分，集中度相同',
    leaves_out: omissionNote,
  },
  hhi: {
    name: 'HHI（赫芬达尔指数）',
    formula: '各占比（%）平方之和',
    counts: '从10,000 ÷ n到10,000（只有一个时）',
    leaves_out: omissionNote,
  },
  hhi_normalised: {
    name: '标准化HHI',
    formula: '（占比平方之和 − 1/n）÷（1 − 1/n）',
    counts: '0为均等，1为只有一个；个数不同也可比较',
    leaves_out: omissionNote,
  },
  rung_share: {
    name: '后一级占前一级',
    formula: '同时填有两项的项目：后一级之和 ÷ 前一级之和',
    counts: '同一批项目、同一币种',
    leaves_out: '只填有一项，或两项币种不同的项目',
  },
  rung_over: {
    name: '完成超过到位的项目',
    formula: '累计完成投资 > 到位资金的项目个数',
    counts: '两项都填有、同一币种的项目',
    leaves_out: '只填有一项，或两项币种不同的项目',
  },
};

export const notes: SameLabels<typeof en.notes> = {
  pair_projects: {
    name: '两项金额都有的项目',
    formula: '两项都填有的项目个数；高于、低于：后一级与前一级比较',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  pair_difference: {
    name: '两项金额之差',
    formula: '高于（或低于）前一级的项目：后一级与前一级之差的合计',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  outside_projects: {
    name: '未计入的项目',
    formula: '符合筛选、处于该状态的项目个数',
    counts: '按当日的状态',
    leaves_out: '图中已计入的项目',
  },
  series_by_edition: {
    name: '按台账日期计入的事项',
    formula: '具体日期不明、按首次载明的台账日期计入的事项个数',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_unknown: {
    name: '没有金额的事项',
    formula: '没有该项金额的项目的事项个数',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_left: {
    name: '线间退出的项目',
    formula: '达到一线、未达到下一线，且已退出或新台账中已无的项目个数',
    counts: '按曾达到的最远阶段',
    leaves_out: notEnded,
  },
  cohort_outside: {
    name: '不属任何批次的项目',
    formula: '因此原因不属任何批次的项目个数',
    counts: '每个项目只有一种原因',
    leaves_out: '已属某一批次的项目',
  },
};

export const times: SameLabels<typeof en.times> = {
  stage_cases: {
    name: '在该阶段的项目',
    formula: '进入日期已知、目前在该阶段或已离开的项目个数',
    counts: stays,
    leaves_out: undatedStays,
  },
  stage_case_days: {
    name: '在该阶段天数',
    formula: '各项目停留天数的中位数、第10或第90百分位',
    counts: stays,
    leaves_out: '日期不明的；一个时不给出中位数，不足5个时不给出百分位',
  },
  stage_limit: {
    name: '阶段时限',
    formula: '阶段条件的月数，折合为天；没有阶段条件时为通用时限',
    counts: limits,
    leaves_out: '只适用于用地项目的阶段条件',
  },
  stage_over: {
    name: '超过时限的项目',
    formula: '进入日期 + 时限 < 当日的推进中项目个数',
    counts: limits,
    leaves_out: undatedStays,
  },
  stage_undated: {
    name: '缺少日期的项目',
    formula: '进行中缺进入日期的 + 已结束缺进入或离开日期的',
    counts: '不计入天数，只计个数',
    leaves_out: '日期已知的',
  },
  project_behind: {
    name: '比原定晚的天数',
    formula: '未完成里程碑中最大的：现行计划 − 原定日期，加上已超过的天数',
    counts: original,
    leaves_out: '已完成的里程碑；没有原定日期的项目',
  },
  projects_behind: {
    name: '比原定晚的项目',
    formula: '未完成里程碑比原定晚的推进中项目个数',
    counts: original,
    leaves_out: '没有日期或没有原定日期的项目另行计数',
  },
  quarter_milestones: {
    name: '季度的里程碑',
    formula: '原定日期在该季度、处于此状态的里程碑个数',
    counts: '没有原定日期的，按计划日期，再按实际日期',
    leaves_out: '没有任何日期的里程碑',
  },
  due_dates: {
    name: '到期事项',
    formula: '未来90天内未完成的里程碑与时限，或已过时限的个数',
    counts: '里程碑按计划日期，没有的按原定日期',
    leaves_out: '没有日期的里程碑',
  },
  field_projects: {
    name: '字段的填报情况',
    formula: '适用该字段、处于此填报状态的推进中项目个数',
    counts: '字段自某一阶段起适用；按责任人时，各项目的字段数相加',
    leaves_out: '不适用的项目',
  },
  field_share: {
    name: '填报率',
    formula: '已填 ÷ 适用',
    counts: '来源未披露的计为未填',
    leaves_out: '不适用的项目',
  },
  update_age: {
    name: '距上次更新',
    formula: '已填该字段、上次更新在此时段内的推进中项目个数',
    counts: '30天以内、31–90天、超过90天、无更新日期',
    leaves_out: '没有填报该字段的项目',
  },
  oldest_update: {
    name: '最久未更新天数',
    formula: '当日 − 已填项目中最早的上次更新之日',
    counts: '日历天',
    leaves_out: '无更新日期的项目',
  },
};
