import type { Measure, MeasureUnit } from '#domain/measures/measure.ts';
import type { BreakdownMeasure, RatioMeasure } from '#domain/analysis/breakdown.ts';
import { measureTerms, projectFieldTerms } from '#domain/labels/projects/field.ts';
import type { Text } from '#domain/values/language.ts';
import { sameWords, words } from '#domain/values/term.ts';

const version = 1;
const outside = words(
  '暂缓、已结束的项目；本图筛选之外的项目',
  '保留・終了した案件、図の条件に合わない案件',
  'Projects on hold, ended ones, and those outside the filters of the chart',
);
const outsideAndUnknown = words(
  '暂缓、已结束的项目和筛选之外的项目；没有数值的项目另行计数；不同币种不相加',
  '保留・終了した案件、条件に合わない案件。値のない案件は別に数える。通貨は合算しない',
  'Projects on hold, ended ones, those outside the filters; projects without a value are counted apart; two currencies are never added',
);
/** The projects that have not ended. */
export const notEnded = words(
  '推进中和暂缓的项目',
  '進行中・保留の案件',
  'Active projects and those on hold',
);
const oneGroup = words(
  '每个项目计入一个组；各组之和等于合计',
  '案件は1つの区分に入る。区分の合計は全体に一致する',
  'Each project stands in one group; the groups add up to the total',
);
const findTerm = (name: string): Text => projectFieldTerms[name] ?? sameWords(name);

/** A sum of one fact of the projects of a group. */
const sum = (name: Text, unit: MeasureUnit): Measure => ({
  name,
  unit,
  formula: words(
    '该组推进中项目此项数值之和，按单位分列',
    '区分の進行中案件のこの値の合計（単位別）',
    'sum of this fact over the active projects of the group, each unit apart',
  ),
  counts: oneGroup,
  leaves_out: outsideAndUnknown,
  source: 'register',
  version,
});
/** A ratio of two facts of the same projects. */
const ratio = (name: Text, formula: Text): Measure => ({
  name,
  unit: 'ratio',
  formula,
  counts: words(
    '只计两项都填有的项目：合计 ÷ 合计，不是各项目比值的平均',
    '両方の値がある案件だけ：合計 ÷ 合計であり、案件ごとの比の平均ではない',
    'Only projects that state both: sum ÷ sum, not the mean of the ratios of projects',
  ),
  leaves_out: words(
    '缺其中一项的项目，分子分母均不计；没有用地的项目没有亩均',
    'どちらかの値がない案件は分子・分母とも数えない。用地のない案件に1ムー当たりの値はない',
    'Projects without one of the two count in no part of it; a project without land has no value per mu',
  ),
  source: 'register',
  version,
});

type BreakdownId = `breakdown_${BreakdownMeasure}`;
type RatioId = `breakdown_${RatioMeasure}`;

const ratioMeasureList = {
  breakdown_investment_per_mu: ratio(
    words('亩均计划总投资', '1ムー当たり計画投資額', 'Planned investment per mu'),
    words(
      '计划总投资之和 ÷ 用地面积之和（亩）',
      '計画投資額の合計 ÷ 用地面積の合計（ムー）',
      'sum of planned investment ÷ sum of site area in mu',
    ),
  ),
  breakdown_output_per_mu: ratio(
    words('亩均预计年产值', '1ムー当たり計画年間生産額', 'Planned annual output per mu'),
    words(
      '预计年产值之和 ÷ 用地面积之和（亩）',
      '計画年間生産額の合計 ÷ 用地面積の合計（ムー）',
      'sum of planned annual output ÷ sum of site area in mu',
    ),
  ),
  breakdown_jobs_per_100m: ratio(
    words(
      '每亿计划总投资的计划就业',
      '計画投資額1億当たりの計画雇用者数',
      'Planned jobs per 100 million of planned investment',
    ),
    words(
      '计划就业之和 ÷ 计划总投资之和 × 1亿',
      '計画雇用者数の合計 ÷ 計画投資額の合計 × 1億',
      'sum of planned jobs ÷ sum of planned investment × 100 million',
    ),
  ),
  breakdown_fdi_realised: ratio(
    words('外资到位率', '外資実行率', 'Foreign capital paid in ÷ contracted'),
    words(
      '实际使用外资之和 ÷ 合同外资之和，同一币种',
      '外資実行額の合計 ÷ 契約外資額の合計（同じ通貨）',
      'sum of foreign capital paid in ÷ sum of contracted foreign capital, in one currency',
    ),
  ),
} as const satisfies Record<RatioId, Measure>;

/** The figures of a breakdown. */
export const breakdownMeasureList = {
  breakdown_count: {
    name: words('该组项目', '区分の案件', 'Projects of a group'),
    unit: 'projects',
    formula: words(
      '该组推进中项目个数',
      '区分の進行中案件の数',
      'number of active projects of the group',
    ),
    counts: oneGroup,
    leaves_out: outside,
    source: 'register',
    version,
  },
  breakdown_exits: {
    name: words('退出项目', '離脱した案件', 'Projects that left'),
    unit: 'projects',
    formula: words(
      '该组已结束的项目个数',
      '区分の終了した案件の数',
      'number of ended projects of the group',
    ),
    counts: words(
      '撤回、流失、不予引进、解约、退出；阶段为其止步之处',
      '取下げ、他地域へ決定、不採択、契約解除、撤退。段階は止まったところ',
      'Withdrawn, lost, declined, terminated, closed; the stage is where it stopped',
    ),
    leaves_out: notEnded,
    source: 'register',
    version,
  },
  breakdown_total_investment: sum(measureTerms.total_investment, 'money'),
  breakdown_contracted_amount: sum(measureTerms.contracted_amount, 'money'),
  breakdown_paid_in: sum(measureTerms.paid_in, 'money'),
  breakdown_fai_done_total: sum(measureTerms.fai_done_total, 'money'),
  breakdown_output_plan: sum(measureTerms.output_plan, 'money'),
  breakdown_output_actual: sum(measureTerms.output_actual, 'money'),
  breakdown_contracted_fdi: sum(measureTerms.contracted_fdi, 'money'),
  breakdown_utilised_fdi: sum(measureTerms.utilised_fdi, 'money'),
  breakdown_jobs_plan: sum(findTerm('jobs_plan'), 'jobs'),
  breakdown_jobs_actual: sum(findTerm('jobs_actual'), 'jobs'),
  ...ratioMeasureList,
} as const satisfies Record<BreakdownId, Measure>;

/** The figures beside the groups of a breakdown. */
export const groupMeasures = {
  group_share: {
    name: words('占比', '構成比', 'Share of the total'),
    unit: 'percent',
    formula: words('该组 ÷ 合计', '区分 ÷ 合計', 'group ÷ total'),
    counts: words(
      '同一单位内的占比；各组占比之和为100%',
      '同じ単位の中での割合。区分の合計は100%',
      'Within one unit; the shares of all groups add up to 100%',
    ),
    leaves_out: outsideAndUnknown,
    source: 'register',
    version,
  },
  group_known: {
    name: words('填有数值的项目', '値のある案件', 'Projects with a value'),
    unit: 'projects',
    formula: words(
      '该组填有此项数值的推进中项目个数',
      '区分の進行中案件のうち、この値がある案件の数',
      'number of active projects of the group that state the fact',
    ),
    counts: words('0也是数值', '0も値である', '0 is a value'),
    leaves_out: outside,
    source: 'register',
    version,
  },
  group_unknown: {
    name: words('没有数值的项目', '値のない案件', 'Projects without a value'),
    unit: 'projects',
    formula: words(
      '该组没有此项数值的推进中项目个数',
      '区分の進行中案件のうち、この値がない案件の数',
      'number of active projects of the group that do not state the fact',
    ),
    counts: words(
      '未披露、未报送和无法识别的',
      '非開示、未報告、読み取り不可',
      'Not disclosed, not reported or not readable',
    ),
    leaves_out: outside,
    source: 'register',
    version,
  },
  size_point: {
    name: words('项目规模', '案件の規模', 'Size of a project'),
    unit: 'of_fact',
    formula: words(
      '该阶段推进中项目此项数值的中位数、第10或第90百分位',
      '段階の進行中案件のこの値の中央値、10%点または90%点',
      'median, 10% or 90% point of the fact over the active projects of the stage',
    ),
    counts: words(
      '大于0的数值，同一单位',
      '0を超える値、同じ単位の中で',
      'Values above 0, in one unit',
    ),
    leaves_out: words(
      '没有数值的和0及以下的另行计数；一个时不给出中位数，不足5个时不给出百分位',
      '値のない案件と0以下は別に数える。1件では中央値を、5件未満では分位点を示さない',
      'No value, 0 and less are counted apart; no median for one project, no other point for fewer than five',
    ),
    source: 'register',
    version,
  },
  ratio_part: {
    name: words('比值的分子或分母', '比の分子または分母', 'Part of a ratio'),
    unit: 'of_fact',
    formula: words(
      '两项都填有的项目该项数值之和',
      '両方の値がある案件のその値の合計',
      'sum of the fact over the projects that state both facts of the ratio',
    ),
    counts: words(
      '分子与分母为同一批项目',
      '分子と分母は同じ案件による',
      'Dividend and divisor are of the same projects',
    ),
    leaves_out: outsideAndUnknown,
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
