import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const activeOnly = '暂缓、已结束的项目不计入';
const stillInStage = '仍在该阶段的项目，时间尚未结束';
const withoutEntry = '进入日期未知的项目；不足5个时不给出';
const withoutAmount = '无金额的项目不计入合计，另行计数；不同币种不相加';
const addsUp = '期初 + 各项变动 = 期末，逐项相符';
const firstDay = '每个项目每种事项计一次，按首次达到之日';
const withoutRecord = '最早记录日之前和没有记录的期间不计，也不作0';
const cohort = '每个项目计入其进入的那一期，并有一种结果';
const noCohort = '进入日期不明、早于最早记录日，或进入时已达终止阶段的项目';
const incidence = '两种竞争结局（Aalen–Johansen法），不作外推；推进中的项目算到当日';

export const register: SameLabels<typeof en.register> = {
  established_projects: {
    name: '已落户项目',
    formula: '处于“已落户”各阶段的推进中项目个数',
    counts: '每个项目计一次；台账为空时，采用来源公布的数',
    leaves_out: activeOnly,
  },
  established_investment: {
    name: '已落户项目计划投资',
    formula: '已落户项目计划总投资之和，按币种',
    counts: '计划数，不是到位资金，也不是完成投资',
    leaves_out: withoutAmount,
  },
  pipeline_projects: {
    name: '储备在谈项目',
    formula: '处于“储备在谈”各阶段的推进中项目个数',
    counts: '每个项目计一次；其中已签约的另列。已知协议不是正式合同的，不算已签约',
    leaves_out: activeOnly,
  },
  class_projects: {
    name: '按来源分类的项目',
    formula: '来源在该日公布的数，照录',
    counts: '以来源自己的分类为准',
    leaves_out: '不与其他来源或分类相加、比较',
  },
  projects_not_counted: {
    name: '不计入的项目',
    formula: '台账项目总数 − 推进中项目数',
    counts: '暂缓和已结束的项目',
    leaves_out: '推进中的项目',
  },
  undisclosed_projects: {
    name: '无金额的项目',
    formula: '没有计划总投资的推进中项目个数',
    counts: '未披露、未报送和无法识别的金额；0 是金额',
    leaves_out: activeOnly,
  },
  listed_projects: {
    name: '列出的项目',
    formula: '符合筛选条件的项目个数',
    counts: '该日台账中的项目',
    leaves_out: '不符合筛选条件的项目',
  },
  stage_projects: {
    name: '该阶段项目',
    formula: '当日处于该阶段的推进中项目个数',
    counts: '阶段取自阶段记录，不由日期推算',
    leaves_out: activeOnly,
  },
  stage_investment: {
    name: '该阶段计划投资',
    formula: '该阶段推进中项目计划总投资之和，按币种',
    counts: '计划数，不加权',
    leaves_out: withoutAmount,
  },
  stage_median_days: {
    name: '在该阶段天数，中位数',
    formula: '截至当日，该阶段推进中项目已停留天数的中位数',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  stage_days_8_in_10: {
    name: '十个中有八个不超过的天数',
    formula: '至少八成项目的停留天数不超过此数',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  projects_on_hold: {
    name: '暂缓项目',
    formula: '当日状态为暂缓的项目个数',
    counts: '列于储备在谈之下，不计入其中',
    leaves_out: '已结束的项目',
  },
  stage_moves: {
    name: '阶段变动',
    formula: '两日之间的阶段变动和新增项目的次数',
    counts: '每次变动；推进与回退分列',
    leaves_out: '只改了金额或日期的项目',
  },
  needs_action: {
    name: '待处理',
    formula: '至少超过一项时限的推进中项目个数',
    counts: '原定日期已过而未完成；停滞；问题超期；阶段条件受阻；35天以上未更新',
    leaves_out: '暂缓、已结束的项目；没有任何日期、无法判断的项目另行计数',
  },
};

export const projects: SameLabels<typeof en.projects> = {
  project_amount: {
    name: '项目金额',
    formula: '台账中的数，原币种，照录',
    counts: '计划、协议、到位、完成四项分列，从不相加',
    leaves_out: '缺少的金额写明原因，不作0',
  },
  project_jobs: {
    name: '项目就业',
    formula: '台账中的数，照录',
    counts: '计划与实际分列，从不相加',
    leaves_out: '未报送的不作0',
  },
  project_fact: {
    name: '项目数据',
    formula: '台账中的数，照录',
    counts: '用地面积、建筑面积或外资比例',
    leaves_out: '未报送的不作0',
  },
  project_stage_days: {
    name: '在本阶段天数',
    formula: '当日 − 进入本阶段之日',
    counts: '日历天',
    leaves_out: '进入日期未知时不给出',
  },
  project_delay: {
    name: '比原定晚的天数',
    formula: '实际或现行计划日期 − 原定日期',
    counts: '日历天；原定日期不随调整改变',
    leaves_out: '没有原定日期时不给出',
  },
  project_overdue: {
    name: '超期天数',
    formula: '当日 − 到期日 − 时限',
    counts: '取超出最多的一项',
    leaves_out: '未超过的时限',
  },
  project_light: {
    name: '里程碑状态',
    formula: '超期90天以内：预警；超过90天：滞后；数据陈旧时不判为正常',
    counts: '以原定日期衡量，调整计划不使其变好',
    leaves_out: '没有原定日期时为未知',
  },
};

export const changes: SameLabels<typeof en.changes> = {
  bridge_projects: {
    name: '变动：项目数',
    formula: '两日之间有此变动的项目个数',
    counts: addsUp,
    leaves_out: '两组之外的项目：暂缓、已结束、阶段未定',
  },
  bridge_investment: {
    name: '变动：计划投资',
    formula: '有此变动的项目计划投资之和，按币种；修订只计差额',
    counts: addsUp,
    leaves_out: '无金额的项目另行计数；不同币种不相加',
  },
  changed_projects: {
    name: '有变动的项目',
    formula: '两日之间至少有一项变动的项目个数',
    counts: '每个项目计一次，归入其第一种变动',
    leaves_out: '没有变动的项目',
  },
};

export const events: SameLabels<typeof en.events> = {
  event_projects: {
    name: '本期事项',
    formula: '首次达到之日在该期间内的项目个数',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  event_amount: {
    name: '本期事项的金额',
    formula: '该期间内有此事项的项目金额之和，按币种',
    counts: '数据截至日的项目金额',
    leaves_out: '没有金额的项目另行计数；没有记录的期间不作0',
  },
  event_total: {
    name: '事项累计',
    formula: '记录开始时已有的 + 至期末的各期之和',
    counts: firstDay,
    leaves_out: '自首个没有记录的期间起不再累计',
  },
  event_unknown: {
    name: '本期事项中没有金额的项目',
    formula: '该期间内有此事项而没有金额的项目个数',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  period_value: {
    name: '期间的指标值',
    formula: '流量：期间各月之和；期末数：期间最后一月',
    counts: '按指标定义填报的数；期末数从不相加',
    leaves_out: '缺月的期间没有合计；口径变化前后不相加',
  },
  cohort_projects: {
    name: '批次的项目',
    formula: '该期进入，且截至当日为此结果的项目个数',
    counts: cohort,
    leaves_out: noCohort,
  },
  cohort_share: {
    name: '批次的占比',
    formula: '有此结果的项目 ÷ 该期进入的项目',
    counts: '较新批次的项目仍在推进，占比尚未定型',
    leaves_out: '不足5个的批次只有个数',
  },
  incidence_share: {
    name: '累计发生率',
    formula: '逐日累加：此前仍在推进的占比 × 当日有此结局的 ÷ 当日仍在跟踪的',
    counts: incidence,
    leaves_out: noCohort,
  },
  incidence_followed: {
    name: '仍在跟踪的项目',
    formula: '进入后经过这么多月仍在推进并被跟踪的项目个数',
    counts: incidence,
    leaves_out: noCohort,
  },
};
