import type { Text } from '#domain/values/language.ts';
import { type Terms, words } from '#domain/labels/index.ts';

/** Appends a second label in brackets. */
export const inBrackets = (label: Text, more: Text): Text => ({
  'zh-CN': `${label['zh-CN']}（${more['zh-CN']}）`,
  ja: `${label.ja}（${more.ja}）`,
  en: `${label.en} (${more.en})`,
});

/** Labels of the register's tables in files, in addition to the terms of the domain. */
export const registerWords = {
  projects: words('项目全部字段', '案件の全項目', 'Projects, every field'),
  stage_events: words('阶段与状态变化记录', '段階と状態の履歴', 'Stage and status history'),
  observations: words('指标数据', '指標データ', 'Indicator series'),
  corrections: words('数值修订记录', '値の訂正の記録', 'Corrected values'),
  targets: words('目标', '目標', 'Targets'),
  changes: words('期间变动', '期間中の変動', 'Changes in the period'),
  revisions: words('修订记录', '改訂の記録', 'Change log'),
  codebook: words('口径与字段', '定義と項目', 'Definitions and fields'),
  sources: words('来源', '出典', 'Sources'),
  currency: words('币种', '通貨', 'currency'),
  note: words('状态', '区分', 'status'),
  entered: words('进入日期', '開始日', 'entered'),
  extra: words('来源表中的其他列', '元の表のその他の列', 'Other columns of the source'),
  as_of: words('数据截至', 'データ時点', 'Data as of'),
  kind: words('类型', '種類', 'Kind'),
  sequence: words('次序', '順序', 'Order'),
  value: words('值', '値', 'Value'),
  date: words('日期', '日付', 'Date'),
  date_basis: words('日期性质', '日付の区分', 'Kind of date'),
  counts_from: words('计入起始日', '算入開始日', 'Counted from'),
  source_word: words('来源用语', '元の表現', 'Word of the source'),
  reason: words('原因', '理由', 'Reason'),
  reason_code: words('原因类别', '理由の分類', 'Reason, by kind'),
  indicator: words('指标', '指標', 'Indicator'),
  name: words('名称', '名称', 'Name'),
  period: words('月份', '月', 'Month'),
  period_end: words('截至日期', '時点', 'As of'),
  unit: words('计量单位', '単位', 'Unit'),
  cumulation: words('累计方式', '累計の範囲', 'Covers'),
  missing: words('缺数原因', '値がない理由', 'Reason missing'),
  data_status: words('数据状态', 'データ区分', 'Data status'),
  source: words('来源', '出典', 'Source'),
  revised_from: words('修订前', '訂正前', 'Before revision'),
  revision: words('修订号', '改訂番号', 'Revision'),
  comparator: words('比较符', '比較', 'Comparator'),
  deadline: words('期限日', '期限日', 'Deadline'),
  baseline: words('基期值', '基準値', 'Baseline'),
  baseline_date: words('基期日期', '基準値の日付', 'Baseline date'),
  wording: words('原文表述', '原文の表現', 'Wording'),
  source_date: words('来源日期', '出典の日付', 'Source date'),
  checklist_done: words('任务清单：已完成', 'チェックリスト：完了', 'Checklist, done'),
  value_date: words('数据日期', 'データの日付', 'Date of the value'),
  plan_start_value: words('应达进度的基期值', '計画値の基準値', 'Baseline of the plan'),
  plan_start: words('应达进度的基期日期', '計画値の基準値の日付', 'Baseline date of the plan'),
  plan_start_from: words('基期值来源', '基準値の由来', 'Source of the baseline'),
  plan_path: words('计划方式', '計画の方法', 'Plan path'),
  plan_steps: words('时序计算单位', '経過率の単位', 'Plan counts in'),
  plan_share: words(
    '应达比例（基期值至目标）',
    '基準値から目標までの計画の割合',
    'Planned share from baseline to target',
  ),
  plan_to_date: words('应达进度', '計画値', 'Plan to date'),
  checkpoints: words('检查点', 'チェックポイント', 'Checkpoints'),
  day: words('日期', '日付', 'Day'),
  checklist_total: words('任务清单：总数', 'チェックリスト：総数', 'Checklist, items'),
  moves: words('变动类型', '変動の種類', 'Ways it moved'),
  from_stage: words('原阶段', '変更前の段階', 'Stage before'),
  to_stage: words('现阶段', '変更後の段階', 'Stage now'),
  from_status: words('原状态', '変更前の状態', 'Status before'),
  to_status: words('现状态', '変更後の状態', 'Status now'),
  from_amount: words('变动前计划总投资', '変更前の計画投資額', 'Planned investment before'),
  to_amount: words('变动后计划总投资', '変更後の計画投資額', 'Planned investment now'),
  from_currency: words('变动前计划总投资币种', '変更前の通貨', 'Currency before'),
  to_currency: words('变动后计划总投资币种', '変更後の通貨', 'Currency now'),
  replans: words('计划日期调整', '予定日の変更', 'Planned dates changed'),
  date_by: words('日期为最晚日期', '日付は遅くともその日', 'On or before the date'),
  regression: words('期间曾回退', '期間中に後退あり', 'Moved back in between'),
  recorded_at: words('记录时间（UTC）', '記録時刻（UTC）', 'Recorded (UTC)'),
  author: words('记录人', '記録者', 'By'),
  undone_by: words('被哪次修订撤销', '取り消した改訂', 'Undone by revision'),
  table: words('表', '表', 'Table'),
  field: words('字段', '項目', 'Field'),
  label: words('标题', '見出し', 'Label'),
  type: words('数据类型', 'データ型', 'Type'),
  definition: words('定义', '定義', 'Definition'),
  id: words('编号', 'ID', 'Id'),
  title: words('标题', '題名', 'Title'),
  url: words('网址', 'URL', 'Address'),
} as const satisfies Terms;

/** Definitions of register fields, for the metadata and the sheet of definitions. */
export const fieldDefinitions: Terms = {
  code: words(
    '本区自己的项目编号，不会改变',
    '自地区の案件番号。変わらない',
    "The zone's own code of the project; it never changes",
  ),
  industry: words(
    '园区产业编号，或来源用语',
    '地区の産業ID、または元の表現',
    'Id of an industry of the zone, or the word of the source',
  ),
  zone: words(
    '功能分区编号，或来源用语',
    '機能ゾーンのID、または元の表現',
    'Id of a function zone, or the word of the source',
  ),
  country: words(
    'ISO 3166-1 三位代码，或来源用语',
    'ISO 3166-1の3文字コード、または元の表現',
    'ISO 3166-1 alpha-3, or the word of the source',
  ),
  prefecture: words(
    'JIS X 0401 两位代码（文本）',
    'JIS X 0401の2桁コード（文字列）',
    'JIS X 0401 as text, with its leading zero',
  ),
  stage: words(
    '截至当日的阶段编号；无法对应时为来源用语',
    '基準日の段階ID。対応付けできない場合は元の表現',
    'Id of the stage on the day; the word of the source where it could not be mapped',
  ),
  stage_since: words(
    '进入当前阶段的日期',
    '現在の段階に入った日',
    'The day on which the present stage began',
  ),
  stage_date: words(
    '最近一次进入该阶段的日期',
    'その段階に最後に入った日',
    'The last day on which it entered this stage',
  ),
  status: words(
    '推进中的项目才计入已落户与储备在谈',
    '進行中の案件だけが集計に入る',
    'Only active projects count as established or in the pipeline',
  ),
  baseline: words(
    '签约时锁定，不随调整变化',
    '契約時に固定し、計画変更では動かない',
    'Frozen at signing; re-planning never moves it',
  ),
  plan: words('最近一次计划', '最新の計画', 'The latest plan'),
  actual: words('已经发生的日期', '実際の日付', 'The day on which it happened'),
  total_investment: words(
    '计划总投资；不是产值，也不是到位资金',
    '計画投資額。生産額でも払込額でもない',
    'Planned total; neither output nor paid-in funds',
  ),
  contracted_amount: words('正式投资协议中的金额', '正式契約の金額', 'As in the binding agreement'),
  paid_in: words('实际到位的资金', '実際に払い込まれた資金', 'Capital actually paid in'),
  fai_done_total: words(
    '开工以来累计完成的投资',
    '着工以来の累計実績',
    'Work done in money terms since the start of works',
  ),
  output_plan: words(
    '达产后的年产值（计划）',
    'フル稼働時の年間生産額（計画）',
    'Planned output of a year at full capacity',
  ),
  amount_status: words(
    '数值前的限定词，或缺数原因；空白表示确数',
    '数値に付く語、または値がない理由。空欄は確定値',
    'The word before the number, or why there is none; empty for a plain value',
  ),
  foreign_percent: words(
    '外方在项目公司中的股比',
    '現地法人における外資の割合',
    "The foreign side's share in the project company",
  ),
  jobs_plan: words(
    '计划就业，不与实际就业相加',
    '計画雇用数。実績とは合算しない',
    'Planned; never added to actual jobs',
  ),
  jobs_actual: words('实际从业人员', '実際の従業員数', 'People employed'),
  last_update: words(
    '来源中该记录的更新日期',
    '元の記録の更新日',
    'The day on which the source last updated the record',
  ),
  data_status: words(
    '示例即虚构，请勿引用',
    '例示は架空であり、引用しないこと',
    'Illustrative values are invented: do not quote them',
  ),
  other_columns: words(
    '未对应到字段的列，以 JSON 保存',
    'どの項目にも対応しない列をJSONで保持',
    'Columns that no field took, as JSON',
  ),
  event_date: words(
    '日期性质为 by 时，是最晚达到的日期；空白表示自始即如此',
    '日付の区分がbyのときは遅くともその日まで。空欄は当初からを示す',
    'Where the kind of date is by, reached on this day at the latest; empty: held from the beginning',
  ),
  date_basis: words(
    'exact 为确切日期；by 为最晚达到的日期，确切日期不详',
    'exactは正確な日付、byは遅くともその日までで正確な日付は不明',
    'exact: on this day; by: on this day at the latest, the day itself is not known',
  ),
  counts_from: words(
    '自该日起计入；其间的一期数据曾另有说法时，晚于日期',
    'この日から数える。間の版が別の内容だったときは日付より後になる',
    'The day from which it counts: later than the date where an edition in between said otherwise',
  ),
  observation: words(
    '按指标计量单位的确数；空白为缺数，零是数值',
    '指標の単位による正確な値。空欄は値なし、ゼロは値',
    "Exact, in the indicator's unit; empty is missing, zero is a value",
  ),
  cumulation: words(
    'period 为当期，ytd 为自年初累计，since_start 为开工以来累计',
    'periodは当期、ytdは年初来累計、since_startは着工来累計',
    'period: that month; ytd: year to date; since_start: since the start of works',
  ),
  revised_from: words('修订前的数值', '訂正前の値', 'What the month said before it was corrected'),
  plan_steps: words(
    'days：按天数；months：按月数（年度指标到期当年）',
    'days：日数、months：月数（年間指標の期限の年）',
    'days: each day counts the same; months: each month does, in the year of the deadline of a yearly flow',
  ),
  plan_share: words(
    '0至1：直线按时序进度；检查点之间为直线，基期为0，期限日为1',
    '0から1。直線は期間経過率。チェックポイントの間は直線、基準値の日付は0、期限日は1',
    '0 to 1: time gone by along a straight line; straight lines between checkpoints, 0 at the baseline and 1 at the deadline',
  ),
  plan_to_date: words(
    '基期值 +（目标值 − 基期值）× 应达比例，截至数据日期',
    '基準値 +（目標値 − 基準値）× 計画の割合、データの日付時点',
    'plan_start_value + (value − plan_start_value) × plan_share, on the date of the value',
  ),
  target: words(
    '按指标计量单位的确数',
    '指標の単位による正確な値',
    "Exact, in the indicator's unit",
  ),
};

/** Finds the definition of a field, as part of its column. */
export const findDefinition = (id: string): { readonly definition?: Text } => {
  const definition = fieldDefinitions[id];
  return definition === undefined ? {} : { definition };
};
