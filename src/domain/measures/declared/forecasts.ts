import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const recomputation = words(
  '按当月末已知的数据重新计算；后来补报的月份注明',
  '月末に分かっていた値で計算し直す。後から報告された月はその旨を示す',
  'Recomputed from what was known at the end of the month; months recorded later say so',
);
const withoutResult = words(
  '尚无结果的预测；少于8次结果时不评分',
  '結果の出ていない予測。結果が8回未満なら評価しない',
  'Forecasts without a result; no score under eight results',
);

/** The figures of forecasts and of their results, and the figures of a target over time. */
export const forecastMeasures = {
  outlook_unknown: {
    name: words('未填报数额的项目', '値のない案件', 'Projects without a number to add'),
    unit: 'projects',
    formula: words(
      '推进中项目里没有可加数值的个数',
      '進行中案件のうち足せる値がない案件の数',
      'number of active projects without a number that could be added',
    ),
    counts: words(
      '列为未知，不作0',
      '不明として示し、0とはしない',
      'Listed as unknown, never as 0',
    ),
    leaves_out: words(
      '暂缓、已结束的项目',
      '保留・終了した案件',
      'Projects on hold and ended ones',
    ),
    source: 'register',
    version,
  },
  outlook_effect: {
    name: words('假设的影响', '仮定の影響', 'Effect of an assumption'),
    unit: 'of_target',
    formula: words(
      '改变此项假设的结果 − 基准结果',
      'この仮定を変えた結果 − 基準の結果',
      'result with this assumption changed − base result',
    ),
    counts: words(
      '每次只改一项，其余不变',
      '1つだけを変え、他はそのまま',
      'One assumption at a time, all others unchanged',
    ),
    leaves_out: words(
      '没有数值的项目；情景不是事实',
      '値のない案件。シナリオは事実ではない',
      'Projects without a number; a scenario is no fact',
    ),
    source: 'register_and_values',
    version,
  },
  past_forecast: {
    name: words('以往预测', '過去の予測', 'Past forecast'),
    unit: 'of_target',
    formula: words(
      '该月末的最后值 + 至预测日的各月增量的10%、25%、50%、75%、90%分位',
      'その月末の最新値 + 対象日までの増分の10%、25%、50%、75%、90%点',
      'last value at the end of the month + 10, 25, 50, 75 or 90% point of the growth up to the day',
    ),
    counts: recomputation,
    leaves_out: words(
      '当时还不知道的数据',
      '当時まだ分かっていなかった値',
      'Values that were not known then',
    ),
    source: 'values',
    version,
  },
  forecast_inside: {
    name: words('落入区间的结果', '範囲内の結果', 'Results inside the band'),
    unit: 'items',
    formula: words(
      '10%分位 ≤ 结果 ≤ 90%分位的预测次数',
      '10%点 ≤ 結果 ≤ 90%点 である予測の回数',
      'number of forecasts with 10% point ≤ result ≤ 90% point',
    ),
    counts: recomputation,
    leaves_out: withoutResult,
    source: 'values',
    version,
  },
  forecast_brier: {
    name: words('布赖尔评分', 'ブライアスコア', 'Brier score'),
    unit: 'index',
    formula: words(
      '（预测的可能性 − 是否达到）平方的平均；0最好',
      '（予測した可能性 − 届いたかどうか）の2乗の平均。0が最良',
      'mean of (chance − whether it was reached) squared; 0 is best',
    ),
    counts: words(
      '是否达到直线计划；与始终给出同一可能性相比',
      '直線計画に届いたかどうか。一定の可能性と比べる',
      'Whether the straight plan was reached; beside it the score of one constant chance',
    ),
    leaves_out: withoutResult,
    source: 'values',
    version,
  },
  forecast_error: {
    name: words(
      '结果与预测之差的中位数',
      '結果と予測の差の中央値',
      'Median difference from the forecast',
    ),
    unit: 'of_target',
    formula: words('结果 − 中值，取中位数', '結果 − 中央値 の中央値', 'median of result − middle'),
    counts: recomputation,
    leaves_out: withoutResult,
    source: 'values',
    version,
  },
  plan_at: {
    name: words('当日的应达进度', 'その日の計画値', 'Plan on a day'),
    unit: 'of_target',
    formula: words(
      '基期值 +（目标 − 基期值）× 该日应走完的路程占比',
      '基準値 +（目標 − 基準値）× その日までに予定される進み具合',
      'baseline + (target − baseline) × share of the way by plan on the day',
    ),
    counts: words(
      '占比按所选计划路径',
      '進み具合は選んだ計画の経路による',
      'The share follows the chosen plan path',
    ),
    leaves_out: words(
      '没有基期值的目标没有应达进度',
      '基準値のない目標には計画値がない',
      'A target without a baseline has no plan',
    ),
    source: 'targets',
    version,
  },
  baseline: {
    name: words('基期值', '基準値', 'Baseline'),
    unit: 'of_target',
    formula: words(
      '计划开始时的数：录入的，或离基期日最近的有数月份',
      '計画の始点の値：入力した値、または基準日に最も近い月の値',
      'the value from which the plan runs: as entered, or that of the month nearest to the day',
    ),
    counts: words(
      '注明其日期和来由',
      '日付と由来を示す',
      'Its day and where it is from stand beside it',
    ),
    leaves_out: words('没有基期值的目标', '基準値のない目標', 'Targets without one'),
    source: 'targets',
    version,
  },
  size_projects: {
    name: words('该规模的项目', '規模別の案件', 'Projects of a size'),
    unit: 'projects',
    formula: words(
      '该阶段此项数值在此区间内的推进中项目个数',
      '段階の進行中案件のうち、この値がこの範囲にある案件の数',
      'number of active projects of the stage with the fact in this class',
    ),
    counts: words(
      '同一单位的数值；0及以下、其他单位、没有数值的另列',
      '同じ単位の値を分ける。0以下、他の単位、値なしは別に示す',
      'Values in one unit; 0 or less, other units and no value stand apart',
    ),
    leaves_out: words(
      '暂缓、已结束的项目',
      '保留・終了した案件',
      'Projects on hold and ended ones',
    ),
    source: 'register',
    version,
  },
  converted_amount: {
    name: words('折算金额', '換算額', 'Converted amount'),
    unit: 'money',
    formula: words('原金额 × 汇率', '元の金額 × 為替レート', 'original amount × exchange rate'),
    counts: words(
      '当日有效的汇率，注明其日期和来源',
      'その日に有効な為替レート。日付と出典を示す',
      'The rate in force on the day, with its own day and source',
    ),
    leaves_out: words(
      '没有汇率的币种不折算；折算额从不计入合计',
      'レートのない通貨は換算しない。換算額は合計に入れない',
      'Currencies without a rate are not converted; converted amounts are in no sum',
    ),
    source: 'register_and_values',
    version,
  },
} as const satisfies Record<string, Measure>;
