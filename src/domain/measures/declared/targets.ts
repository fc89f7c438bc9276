import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const notReported = words(
  '未报送的月份是空缺，不作0',
  '未報告の月は空欄とし、0とはしない',
  'A month that was not reported is a gap, never 0',
);
const coversTarget = words(
  '数值所含时段与目标不同时不给出',
  '値の対象期間が目標と異なるときは示さない',
  'Not given where the value covers another time than the target',
);

/** The figures of one target on one day. */
export const targetMeasures = {
  target_value: {
    name: words('当前值', '現在の値', 'Value now'),
    unit: 'of_target',
    formula: words(
      '截至当日最近一个有数的月份；年度流量：期限年内为自年初累计，其他年份为近12个月之和',
      'その日までで最新の月の値。年間のフローは、期限の年は年初来累計、他の年は直近12か月の合計',
      'the newest month with a value up to the day; a yearly flow: the year to date in the year of the deadline, else the last 12 months',
    ),
    counts: words(
      '按指标定义填报的数',
      '指標の定義に沿って報告された値',
      'What was reported by the definition of the indicator',
    ),
    leaves_out: notReported,
    source: 'values',
    version,
  },
  target: {
    name: words('目标', '目標', 'Target'),
    unit: 'of_target',
    formula: words(
      '按原文录入的数和达标条件',
      '原文どおりの値と達成の条件',
      'the number and condition as they were set',
    ),
    counts: words(
      '“超过”不含该数，“不少于”含该数',
      '「超」はその数を含まず、「以上」は含む',
      '“More than” excludes the number, “at least” includes it',
    ),
    leaves_out: words(
      '以前的目标另列于历史中',
      '以前の目標は履歴に示す',
      'Former targets stand in its history',
    ),
    source: 'targets',
    version,
  },
  target_share: {
    name: words('目标完成率', '目標達成率', 'Share of target'),
    unit: 'percent',
    formula: words(
      '当前值 ÷ 目标；越少越好的指标相反',
      '現在の値 ÷ 目標。少ないほどよい指標は逆',
      'value now ÷ target; the other way round where less is better',
    ),
    counts: words('不扣除基期值', '基準値は差し引かない', 'The baseline is not subtracted'),
    leaves_out: coversTarget,
    source: 'values',
    version,
  },
  plan_to_date: {
    name: words('应达进度', '計画値', 'Plan to date'),
    unit: 'of_target',
    formula: words(
      '基期值 +（目标 − 基期值）× 应走完的路程占比',
      '基準値 +（目標 − 基準値）× 予定される進み具合',
      'baseline + (target − baseline) × share of the way by plan',
    ),
    counts: words(
      '占比按所选计划路径，取当前值的日期',
      '進み具合は選んだ計画の経路により、値の日付で求める',
      'The share follows the chosen plan path, on the date of the value',
    ),
    leaves_out: words(
      '没有基期值的目标没有应达进度',
      '基準値のない目標には計画値がない',
      'A target without a baseline has no plan to date',
    ),
    source: 'targets',
    version,
  },
  plan_progress: {
    name: words('达计划', '計画比', 'Progress against plan'),
    unit: 'percent',
    formula: words(
      '当前值 ÷ 应达进度；越少越好的指标相反',
      '現在の値 ÷ 計画値。少ないほどよい指標は逆',
      'value now ÷ plan to date; the other way round where less is better',
    ),
    counts: words('判断以此为准', '判定はこの値による', 'The verdict follows it'),
    leaves_out: coversTarget,
    source: 'values',
    version,
  },
  plan_gap: {
    name: words('与计划差距', '計画との差', 'Gap to plan'),
    unit: 'of_target',
    formula: words('当前值 − 应达进度', '現在の値 − 計画値', 'value now − plan to date'),
    counts: words(
      '以指标单位表示；百分数之差为百分点',
      '指標の単位で示す。百分率の差はポイント',
      'In the unit of the indicator; the difference of percentages in points',
    ),
    leaves_out: coversTarget,
    source: 'values',
    version,
  },
  points_ahead: {
    name: words('快于（慢于）应达进度', '計画との差（ポイント）', 'Ahead of plan, in points'),
    unit: 'points',
    formula: words(
      '目标完成率 − 应达进度占目标的比例',
      '目標達成率 − 計画値の目標に対する割合',
      'share of target − plan to date as a share of the target',
    ),
    counts: words(
      '以百分点表示，正数为快',
      'ポイントで示し、正の値は計画より速い',
      'In percentage points; positive means ahead',
    ),
    leaves_out: coversTarget,
    source: 'values',
    version,
  },
  remaining: {
    name: words('剩余', '残り', 'Remaining'),
    unit: 'of_target',
    formula: words(
      '目标 − 当前值；“超过”的整数目标再加1',
      '目標 − 現在の値。整数の「超」の目標は1を足す',
      'target − value now; one more for a whole number that must be exceeded',
    ),
    counts: words('达标后为0', '達成後は0', '0 once the target is met'),
    leaves_out: coversTarget,
    source: 'values',
    version,
  },
  pace_needed: {
    name: words('应增（月均）', '必要ペース（月平均）', 'Pace needed'),
    unit: 'of_target_per_month',
    formula: words(
      '剩余 ÷ 至期限日的月数',
      '残り ÷ 期限日までの月数',
      'remaining ÷ months to the deadline',
    ),
    counts: words(
      '一个月按30.4375天；年度流量：近12个月合计每月的增量，期限年内为每月的量',
      '1か月は30.4375日。年間のフローは、直近12か月の合計の月あたり増分、期限の年は月あたりの量',
      'A month has 30.4375 days; a yearly flow: the change of its 12-month total a month, in the year of the deadline the amount a month',
    ),
    leaves_out: words('期限已过不给出', '期限後は示さない', 'Not given after the deadline'),
    source: 'values',
    version,
  },
  pace: {
    name: words('实增（近12个月月均）', '実績ペース（直近12か月）', 'Actual pace'),
    unit: 'of_target_per_month',
    formula: words(
      '近12个月各月数值两两之间斜率的中位数；年度流量期限年内：自年初累计 ÷ 月数',
      '直近12か月の値の、2点間の傾きの中央値。年間のフローの期限の年は、年初来累計 ÷ 月数',
      'median of the slopes between any two months of the last 12; a yearly flow in the year of its deadline: year to date ÷ months',
    ),
    counts: words(
      '至少4个月、跨度6个月的数',
      '4か月分以上、期間6か月以上の値',
      'At least four values over six months',
    ),
    leaves_out: words(
      '口径变化之前的月份',
      '系列の断絶より前の月',
      'Months before a break in the series',
    ),
    source: 'values',
    version,
  },
  pace_ratio: {
    name: words('实增 ÷ 应增', '実績ペース ÷ 必要ペース', 'Actual ÷ needed pace'),
    unit: 'ratio',
    formula: words(
      '实增（近12个月月均）÷ 应增（月均）',
      '実績ペース ÷ 必要ペース',
      'actual pace ÷ pace needed',
    ),
    counts: words(
      '100% 表示现有进度恰好够',
      '100%なら今のペースでちょうど届く',
      '100% means that the actual pace is just enough',
    ),
    leaves_out: words('没有增长时不给出', '増加がないときは示さない', 'Not given without growth'),
    source: 'values',
    version,
  },
  forecast: {
    name: words('预测', '予測', 'Forecast'),
    unit: 'of_target',
    formula: words(
      '现有 + 实增 × 剩余月数；年度流量：自年初累计 ÷ 上年同期占全年的比例',
      '現在の値 + 実績ペース × 残り月数。年間のフローは、年初来累計 ÷ 前年同期が年間に占める割合',
      'value + actual pace × months left; a yearly flow: year to date ÷ the share that the same months had last year',
    ),
    counts: words(
      '区间10–90%：若各月波动与以往相同',
      '幅は10–90%：各月の変動がこれまで通りなら',
      'Band 10–90%: if months vary as they have',
    ),
    leaves_out: words(
      '不含在谈项目；数据太少、太短或太远时不作预测',
      '商談中の案件は含まない。値が少ない、短い、先が遠すぎるときは予測しない',
      'It knows nothing of projects to come; none is made from too few months or for too far ahead',
    ),
    source: 'values',
    version,
  },
  verdict: {
    name: words('判断', '判定', 'Verdict'),
    unit: 'words',
    formula: words(
      '达计划与本区所定界限比较；期限日以后为最终结果',
      '計画比を地区の定めた境界と比べる。期限日以後は最終結果',
      'progress against plan, held against the thresholds of the zone; after the deadline the result',
    ),
    counts: words(
      '界限写在“达计划”之后；比率指标以及当前计划值即为目标值的指标，达到计划的100%才算符合计划',
      '境界は計画比とともに示す。比率と、現時点の計画値が目標値そのものである指標は、計画の100%以上で計画どおりとする',
      'The thresholds stand beside it. A ratio, and a value whose plan to date is the target itself, are on plan from 100% of it',
    ),
    leaves_out: words(
      '数据过旧时不判为快于或符合计划',
      '古い値では計画どおり以上と判定しない',
      'A stale value is never called ahead of or on plan',
    ),
    source: 'values',
    version,
  },
  checklist: {
    name: words('任务清单', 'チェックリスト', 'Checklist'),
    unit: 'items',
    formula: words('已完成项数 ÷ 总项数', '完了した項目 ÷ 全項目', 'items done of all items'),
    counts: words(
      '文字目标的各项任务',
      '文章で示された目標の各項目',
      'The items of a target in words',
    ),
    leaves_out: words('不折算成百分比', '割合には換算しない', 'No percentage is made of it'),
    source: 'values',
    version,
  },
  reported_value: {
    name: words('月度数值', '月の値', 'Value of a month'),
    unit: 'of_target',
    formula: words(
      '按填报或公布照录',
      '報告または公表されたまま',
      'as it was reported or published',
    ),
    counts: words(
      '最新修订；以前的数保留在历史中',
      '最新の訂正値。以前の値は履歴に残る',
      'The newest revision; earlier ones stay in its history',
    ),
    leaves_out: notReported,
    source: 'values',
    version,
  },
  indicator_change: {
    name: words('指标变动', '指標の変化', 'Change of an indicator'),
    unit: 'of_target',
    formula: words(
      '后一日数值 − 前一日数值',
      '後の日の値 − 前の日の値',
      'value on the second day − value on the first',
    ),
    counts: words(
      '两日各自已知的最近一个月',
      'それぞれの日に知られていた最新の月',
      'The newest month known on each day',
    ),
    leaves_out: words(
      '跨口径变化不作比较',
      '系列の断絶をまたぐ比較はしない',
      'No difference across a break in the series',
    ),
    source: 'values',
    version,
  },
} as const satisfies Record<string, Measure>;
