import type { Comparator, Cumulation, splitKinds } from '#domain/zone/indicator.ts';
import type { DecisionSubject } from '#domain/work/decision.ts';
import { type Terms, words, projectFieldTerms } from '#domain/labels/index.ts';
import { inAll } from '#domain/measures/explain/texts.ts';
import { addComparator } from '#domain/targets/format-target.ts';
import { sameWords } from '#domain/values/term.ts';

type SplitKind = (typeof splitKinds)[number];

export const yesNo: Terms = {
  true: words('是', 'はい', 'Yes'),
  false: words('否', 'いいえ', 'No'),
};
/** Names a condition by the words beside the number of a target. */
const nameComparator = (comparator: Comparator) =>
  inAll((language) => addComparator(comparator, '', language).trim());
/** The conditions of targets; a target in words has no number. */
export const comparatorTerms: Terms<Comparator> = {
  '>': nameComparator('>'),
  '>=': nameComparator('>='),
  '<': nameComparator('<'),
  '<=': nameComparator('<='),
  '=': words('等于', 'ちょうど', 'exactly'),
  qualitative: words('文字目标', '文言目標', 'in words'),
};
export const cumulationTerms: Terms<Cumulation> = {
  period: words('当期', '当期', 'That period'),
  ytd: words('自年初累计', '年初来累計', 'Year to date'),
  since_start: words('开工以来累计', '着工来累計', 'Since start of works'),
};
/** The subjects of project events. */
export const eventKindTerms: Terms<'stage' | 'status'> = {
  stage: words('阶段', '段階', 'Stage'),
  status: words('状态', '状態', 'Status'),
};
export const dateBasisTerms: Terms<'exact' | 'by'> = {
  exact: words('当日', 'その日', 'On that day'),
  by: words('最晚该日', '遅くともその日', 'By that day'),
};
export const planStepTerms: Terms<'days' | 'months'> = {
  days: words('按天数', '日数', 'Days'),
  months: words('按月数', '月数', 'Months'),
};
export const splitTerms: Terms<SplitKind> = {
  unit: words('责任单位', '担当部署', 'Responsible unit'),
  function_zone: words('功能分区', '機能ゾーン', 'Function zone'),
};
/** State of an issue on the day. */
export const issueStateTerms: Terms<'open' | 'overdue' | 'closed'> = {
  open: words('未办结', '未解決', 'Open'),
  overdue: words('未办结，已超期', '未解決・期限超過', 'Overdue'),
  closed: words('已销号', '解決済', 'Closed'),
};
/** The subjects of decisions. */
export const decisionSubjectTerms: Terms<DecisionSubject> = {
  project: words('项目', '案件', 'Project'),
  target: words('目标', '目標', 'Target'),
};

/** Labels of the workbook's sheets in the layouts that zones use. */
export const layoutWords = {
  workbook: words('项目台账与指标', '案件台帳と指標', 'Register and indicators'),
  oc4ids: words(
    '项目台账（OC4IDS 0.9 项目级，JSON）',
    '案件台帳（OC4IDS 0.9、案件単位、JSON）',
    'Projects in the Open Contracting for Infrastructure standard (OC4IDS 0.9, JSON)',
  ),
  about: words('说明', '説明', 'About'),
  register: words('项目台账', '案件台帳', 'Project register'),
  progress: words('重点项目月度进度表', '重点案件進捗表', 'Progress of major projects'),
  signed: words('签约项目跟踪表', '契約案件追跡表', 'Signed projects'),
  indicators: words(
    '主要经济指标完成情况表',
    '主要経済指標達成状況表',
    'Main indicators against target',
  ),
  issues: words('问题清单', '課題一覧', 'Issues'),
  number: words('序号', 'No.', 'No.'),
  project: words('项目名称', '案件名', 'Project name'),
  content: words('建设内容', '建設内容', 'Content of works'),
  site: words('用地/租赁', '用地/賃借', 'Land or lease'),
  signed_on: words('签约时间', '契約締結日', 'Signed on'),
  currency: words('币种', '通貨', 'Currency'),
  year_plan: words('年度计划投资', '年間投資計画', 'Planned investment this year'),
  month_done: words('本月完成投资', '当月投資実績', 'Completed this month'),
  year_done: words('年初累计完成投资', '年初来投資実績', 'Completed year to date'),
  of_year_plan: words('占年计划%', '年間計画比%', '% of the year’s plan'),
  since_start: words(
    '开工至今累计完成投资',
    '着工来累計投資実績',
    'Completed since start of works',
  ),
  picture: words('形象进度', '工事の進み具合', 'State of works'),
  start_plan: words('计划开工', '着工予定', 'Planned start'),
  start_actual: words('实际开工', '着工実績', 'Actual start'),
  completion_plan: words('计划竣工', '竣工予定', 'Planned completion'),
  completion_actual: words('实际竣工', '竣工実績', 'Actual completion'),
  light: words('亮灯', '信号', 'Light'),
  overdue_days: words('超期天数', '期限超過日数', 'Days overdue'),
  problem: words('存在问题', '課題', 'Issues'),
  leader: words('包联领导', '担当幹部', 'Responsible leader'),
  event: words('签约活动', '契約の機会', 'Signing event'),
  agreed: words('协议投资额', '契約投資額', 'Contracted investment'),
  is_registered: words('是否注册', '設立登記', 'Registered'),
  is_started: words('是否开工', '着工', 'Works started'),
  is_operating: words('是否投产', '操業', 'In operation'),
  paid_in: words('到位资金', '払込済資金', 'Paid-in funds'),
  paid_rate: words('资金到位率', '資金払込率', 'Paid-in rate'),
  unmet_reason: words('未履约原因', '未履行の理由', 'Reason not performed'),
  raised_on: words('起始日期', '発生日', 'Since'),
  due_on: words('办结期限', '期限', 'Due'),
  closed_on: words('销号日期', '解決日', 'Closed on'),
  severity: words('严重程度', '重大度', 'Severity'),
  outcome: words('处理结果', '対応結果', 'Outcome'),
  issue_status: words('状态（销号）', '状態', 'Status'),
  indicator: words('指标', '指標', 'Indicator'),
  unit: words('计量单位', '単位', 'Unit'),
  year_target: words('年度目标', '年度目標', 'Target of the year'),
  this_month: words('本月', '当月', 'This month'),
  cumulative: words('累计', '累計', 'Cumulative'),
  year_on_year: words('同比±%', '前年同期比±%', 'Year on year ±%'),
  completion: words('完成%', '達成率%', 'Completion %'),
  elapsed: words('时间进度%', '期間経過率%', 'Time elapsed %'),
  responsible: words('责任单位', '担当部署', 'Responsible unit'),
  deadline: words('期限日', '期限日', 'Deadline'),
  completed_value: words('完成率所依数值', '達成率の元の値', 'Value that completion rests on'),
  basis: words('口径', '範囲', 'It covers'),
  plan_to_date: words('应达进度', '計画値', 'Plan to date'),
  ahead: words('与计划差距（个百分点）', '計画との差（ポイント）', 'Gap (points)'),
  value_date: words('数据日期', 'データの日付', 'Date of the value'),
  data_status: words('数据状态', 'データ区分', 'Data status'),
  source: words('来源', '出典', 'Source'),
} as const satisfies Terms;

/** Finds the label of a field of a project. @returns the id of a field that has none */
export const labelField = (field: string): Terms[string] =>
  projectFieldTerms[field] ?? sameWords(field);
