import type { AgreementType, Measure, MilestoneType } from '#domain/projects/project.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** Money measures of a project (4.4, 53–57). Planned and actual are never added. */
export const measureTerms: Terms<Measure> = {
  total_investment: words('计划总投资', '計画投資額', 'Planned investment'),
  contracted_amount: words('协议投资额', '契約投資額', 'Contracted investment'),
  paid_in: words('到位资金', '払込済資金', 'Paid-in funds'),
  fai_done_total: words('累计完成投资', '累計投資実績', 'Completed investment'),
  output_plan: words('预计年产值', '計画年間生産額', 'Planned annual output'),
  output_actual: words('实际年产值', '実績年間生産額', 'Actual annual output'),
  contracted_fdi: words('合同外资', '契約外資額', 'Contracted foreign capital'),
  utilised_fdi: words('实际使用外资', '外資実行額', 'Foreign capital paid in'),
};

/** Milestones of a project. */
export const milestoneTerms: Terms<MilestoneType> = {
  start: words('开工', '着工', 'Start of works'),
  completion: words('竣工', '竣工', 'Completion'),
  operation: words('投产', '操業', 'Operation'),
  full_capacity: words('达产', 'フル稼働', 'Full capacity'),
};

/** The three dates of a milestone (4.4, 98–100). */
export const milestoneDateTerms: Terms<'baseline' | 'plan' | 'actual'> = {
  baseline: words('原定日期', '当初予定', 'Original date'),
  plan: words('现行计划', '現在の予定', 'Current plan'),
  actual: words('实际', '実績', 'Actual'),
};

/** How a project holds its site. */
export const siteModeTerms: Terms<'land' | 'lease' | 'office'> = {
  land: words('供地', '用地取得', 'Land'),
  lease: words('租赁', '賃借', 'Lease'),
  office: words('办公', 'オフィス', 'Office'),
};

/** Kinds of agreement (1.1, 2b). Only a contract binds. */
export const agreementTerms: Terms<AgreementType> = {
  intent: words('意向书', '意向書（LOI）', 'Letter of intent'),
  memorandum: words('备忘录', '覚書（MoU）', 'Memorandum (MoU)'),
  framework: words('框架协议', '枠組み協定', 'Framework agreement'),
  strategic: words('战略合作协议', '戦略的協力協定', 'Strategic cooperation agreement'),
  contract: words('正式合同', '正式契約', 'Binding contract'),
};

/** Projects that name another one as extended. The others are not said to be new. */
export const extensionTerms: Terms<'extension'> = {
  extension: words('扩建项目', '増設案件', 'Extension'),
};

/** Fields of a project, as column headings and labels (4.4). */
export const projectFieldTerms: Terms & Terms<Exclude<FactField, `${string}.${string}`>> = {
  code: words('项目编号', '案件番号', 'Project ID'),
  name: words('项目名称', '案件名', 'Project name'),
  'names.zh-CN': words('项目中文名称', '案件名（中国語）', 'Project name (Chinese)'),
  'names.ja': words('项目日文名称', '案件名（日本語）', 'Project name (Japanese)'),
  'names.en': words('项目英文名称', '案件名（英語）', 'Project name (English)'),
  investor: words('投资方', '投資者', 'Investor'),
  'investor_names.zh-CN': words('投资方中文名称', '投資者名（中国語）', 'Investor (Chinese)'),
  'investor_names.ja': words('投资方日文名称', '投資者名（日本語）', 'Investor (Japanese)'),
  'investor_names.en': words('投资方英文名称', '投資者名（英語）', 'Investor (English)'),
  company: words('项目公司', '現地法人', 'Project company'),
  national_code: words('项目代码', '中国投資項目コード', 'National project code'),
  uscc: words('统一社会信用代码', '統一社会信用コード', 'Unified social credit code'),
  country: words('国别', '国・地域', 'Country'),
  prefecture: words('都道府县', '都道府県', 'Prefecture'),
  industry: words('产业', '産業分野', 'Industry'),
  gb4754: words('行业代码', '中国産業分類コード', 'GB/T 4754 code'),
  zone: words('功能分区', '機能ゾーン', 'Function zone'),
  site_mode: words('用地方式', '用地区分', 'Site type'),
  stage: words('阶段', '段階', 'Stage'),
  stage_since: words('进入阶段日期', '段階の開始日', 'In stage since'),
  stage_by: words('最晚达到阶段的日期', '段階に達した日（遅くとも）', 'In stage by'),
  status: words('状态', '状態', 'Status'),
  status_date: words('状态日期', '状態の開始日', 'Status since'),
  agreement_type: words('协议类型', '協定区分', 'Agreement type'),
  extended_project: words('原项目', '増設元の案件', 'Extended project'),
  extensions: words('扩建项目', '増設案件', 'Extensions'),
  source_channel: words('线索来源', '案件経路', 'Lead source'),
  channel: words('线索来源', '案件経路', 'Channel'),
  agreement: words('协议类型', '協定区分', 'Agreement'),
  column: words('其他列', 'その他の列', 'Other column'),
  foreign_percent: words('外方股比', '外資比率', 'Foreign share'),
  land_mu: words('用地面积（亩）', '用地面積（ムー）', 'Land area (mu)'),
  floor_area_m2: words('建筑面积（㎡）', '延床面積（㎡）', 'Floor area (m²)'),
  jobs_plan: words('计划就业', '計画雇用者数', 'Planned jobs'),
  jobs_actual: words('从业人员', '従業員数', 'Jobs'),
  progress_text: words('项目进展', '進捗状況', 'Progress'),
  next_step: words('下一步', '今後の対応', 'Next step'),
  issue_text: words('存在问题', '課題', 'Issues'),
  owner: words('责任人', '担当者', 'Owner'),
  unit: words('责任单位', '担当部署', 'Responsible unit'),
  remark: words('备注', '備考', 'Remarks'),
  last_update: words('更新时间', '更新日', 'Last updated'),
  data_status: words('数据状态', 'データ区分', 'Data status'),
};
