import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const firstDay = words(
  '每个项目每种事项计一次，按首次达到之日',
  '案件ごと・事象ごとに1回、最初に達した日で数える',
  'Each project once for each event, on the first day on which it had come so far',
);
const withoutRecord = words(
  '最早记录日之前和没有记录的期间不计，也不作0',
  '記録の開始日より前と記録のない期間は数えず、0ともしない',
  'Nothing before the first known day; a period without a record is unknown, not 0',
);
const cohort = words(
  '每个项目计入其进入的那一期，并有一种结果',
  '案件は登録した期に入り、結果は1つ',
  'Each project stands in the period of its entry and has one end',
);
const noCohort = words(
  '进入日期不明、早于最早记录日，或进入时已达终止阶段的项目',
  '登録日が不明、記録の開始日より前、または登録時に最後の段階以降の案件',
  'Projects without a day of entry, from before the first known day, or that entered at the goal or beyond',
);
const incidence = words(
  '两种竞争结局（Aalen–Johansen法），不作外推；推进中的项目算到当日',
  '2つの競合する結果（Aalen–Johansen法）。外挿しない。進行中の案件はその日まで追う',
  'Two competing ends (Aalen–Johansen), nothing extrapolated; open projects are followed up to the day',
);

/** The figures of project events over time. */
export const eventMeasureList = {
  event_projects: {
    name: words('本期事项', '期間内の件数', 'Events of a period'),
    unit: 'projects',
    formula: words(
      '首次达到之日在该期间内的项目个数',
      '最初に達した日が期間内にある案件の数',
      'number of projects whose first day of the event lies in the period',
    ),
    counts: firstDay,
    leaves_out: withoutRecord,
    source: 'register',
    version,
  },
  event_amount: {
    name: words('本期事项的金额', '期間内の金額', 'Amount of the events of a period'),
    unit: 'money',
    formula: words(
      '该期间内有此事项的项目金额之和，按币种',
      '期間内にこの事象があった案件の金額の合計（通貨別）',
      'sum of the amounts of the projects with the event in the period, each currency apart',
    ),
    counts: words(
      '数据截至日的项目金额',
      '基準日時点の案件の金額',
      'The amounts of the projects on the day of the data',
    ),
    leaves_out: words(
      '没有金额的项目另行计数；没有记录的期间不作0',
      '金額のない案件は別に数える。記録のない期間は0としない',
      'Projects without an amount are counted apart; a period without a record is not 0',
    ),
    source: 'register',
    version,
  },
  event_total: {
    name: words('事项累计', '事象の累計', 'Events up to the end of a period'),
    unit: 'of_fact',
    formula: words(
      '记录开始时已有的 + 至期末的各期之和',
      '記録の開始時の分 + 期末までの各期の合計',
      'what was there at the start of the records + all periods up to the end of this one',
    ),
    counts: firstDay,
    leaves_out: words(
      '自首个没有记录的期间起不再累计',
      '最初の記録のない期間から後は累計しない',
      'Nothing is added up from the first period without a record on',
    ),
    source: 'register',
    version,
  },
  event_unknown: {
    name: words('本期事项中没有金额的项目', '期間内の金額のない案件', 'Events without an amount'),
    unit: 'projects',
    formula: words(
      '该期间内有此事项而没有金额的项目个数',
      '期間内にこの事象があり、金額のない案件の数',
      'number of projects with the event in the period and without an amount',
    ),
    counts: firstDay,
    leaves_out: withoutRecord,
    source: 'register',
    version,
  },
  period_value: {
    name: words('期间的指标值', '期間の指標値', 'Value of a period'),
    unit: 'of_target',
    formula: words(
      '流量：期间各月之和；期末数：期间最后一月',
      'フロー：期間の各月の合計。期末値：期間の最後の月',
      'a flow: the sum of the months of the period; a level: the last month of the period',
    ),
    counts: words(
      '按指标定义填报的数；期末数从不相加',
      '指標の定義に沿って報告された値。期末値は足さない',
      'What was reported by the definition of the indicator; levels are never added',
    ),
    leaves_out: words(
      '缺月的期间没有合计；口径变化前后不相加',
      '月が欠けた期間に合計はない。系列の断絶をまたいで足さない',
      'A period that lacks a month has no sum; nothing is added across a break in the series',
    ),
    source: 'values',
    version,
  },
  cohort_projects: {
    name: words('批次的项目', '登録時期の案件', 'Projects of a cohort'),
    unit: 'projects',
    formula: words(
      '该期进入，且截至当日为此结果的项目个数',
      'その期に登録し、その日までにこの結果となった案件の数',
      'number of projects that entered in the period and have this end by the day',
    ),
    counts: cohort,
    leaves_out: noCohort,
    source: 'register',
    version,
  },
  cohort_share: {
    name: words('批次的占比', '登録時期の割合', 'Share of a cohort'),
    unit: 'percent',
    formula: words(
      '有此结果的项目 ÷ 该期进入的项目',
      'この結果の案件 ÷ その期に登録した案件',
      'projects with this end ÷ projects that entered in the period',
    ),
    counts: words(
      '较新批次的项目仍在推进，占比尚未定型',
      '新しい時期の案件はまだ進行中で、割合は固まっていない',
      'Young cohorts are still open: their shares are not settled',
    ),
    leaves_out: words(
      '不足5个的批次只有个数',
      '5件未満の時期は件数だけ',
      'Counts only for cohorts of fewer than five',
    ),
    source: 'register',
    version,
  },
  incidence_share: {
    name: words('累计发生率', '累積発生率', 'Cumulative incidence'),
    unit: 'percent',
    formula: words(
      '逐日累加：此前仍在推进的占比 × 当日有此结局的 ÷ 当日仍被跟踪的',
      '日ごとに足す：それまで進行中の割合 × その日にこの結果となった数 ÷ その日まで追われた数',
      'sum over the days: share still open before × ended so on the day ÷ still followed on the day',
    ),
    counts: incidence,
    leaves_out: noCohort,
    source: 'register',
    version,
  },
  incidence_followed: {
    name: words('仍被跟踪的项目', '追跡中の案件', 'Projects still followed'),
    unit: 'projects',
    formula: words(
      '进入后经过这么多月仍在推进并被跟踪的项目个数',
      '登録後この月数を経て、まだ進行中で追われている案件の数',
      'number of projects that are open and followed so many months after entry',
    ),
    counts: incidence,
    leaves_out: noCohort,
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
