import { nameFields } from './name-fields.ts';
import { ownFields } from './own-fields.ts';

/**
 * Header words by field in Chinese, Japanese and English, separated by `；` (domain reference 2.2),
 * with those of our own exports. Fields after `remark` are not in that table, but the model needs
 * them.
 */
export const synonymData = {
  project_id: [
    '项目编号；项目序号；内部编号；台账编号；编号',
    '案件番号；案件ID；コード；案件コード；管理番号；プロジェクト番号',
    'Project ID；Ref；Reference No.；Project No.；ID；Code；Project code；Project Id',
  ],
  project_name: [
    '项目名称；项目；名称；项目简称；招商项目名称；工程名称',
    '案件名；プロジェクト名；事業名；件名；プロジェクト名称；案件名称',
    'Project name；Project；Project title；Name；Name of project',
  ],
  project_code: [
    '项目代码；投资项目代码；项目统一代码；赋码；备案编号',
    '中国投資項目コード；プロジェクトコード',
    'National project code；Investment project code；Filing code；national_code',
  ],
  investor_name: [
    '投资方；投资者；投资主体；投资企业；投资单位；外方名称；外方投资者；外方投资人；投资方名称；客商名称；业主单位',
    '投資者；投資企業；進出企業；出資者；日本側企業',
    'Investor；Investor company；Parent company；Sponsor',
  ],
  company_name: [
    '项目公司；注册企业名称；落地公司；企业名称；建设单位；项目单位',
    '現地法人；現地法人名；事業会社；設立会社名',
    'Project company；Local entity；Company',
  ],
  uscc: [
    '统一社会信用代码；信用代码；社会信用代码；营业执照号',
    '統一社会信用コード',
    'USCC；Unified social credit code；Business licence No.',
  ],
  jp_corp_no: ['日本法人番号', '法人番号；本社法人番号', 'Japan corporate number'],
  country: [
    '国别；投资来源国；外资来源地；国别(地区)；国家/地区',
    '国・地域；投資国；国籍',
    'Country；Country of origin；Source country；Country of investor；Investor country',
  ],
  prefecture: [
    '都道府县；日本来源地；来源地区；所属县；县域',
    '都道府県；本社所在地；県',
    'Prefecture；Home region；HQ prefecture；pref_jis',
  ],
  is_fortune500: [
    '是否世界500强；500强；企业类型',
    '世界500社；フォーチュン500',
    'Fortune Global 500；F500',
  ],
  industry: [
    '行业；所属行业；产业；所属产业；产业类别；产业领域；产业链；主导产业；行业分类；行业领域；产业类型',
    '業種；産業分野；分野；産業；業界',
    'Industry；Sector；Industry sector；Industry name',
  ],
  gb4754: [
    '行业代码；国民经济行业代码；行业类别及代码；国标行业',
    '中国産業分類コード',
    'GB/T 4754 code；Industry code',
  ],
  zone: [
    '功能分区；功能区；所属功能区；所在功能区；园区属地；落户区域；所在片区；落地区域；园区；板块；所属片区；片区；所属园区',
    '機能ゾーン；機能区；ゾーン；区画；エリア；立地区域',
    'Function zone；Functional zone；Function area；Functional area；Zone；Area；District；Promotion zone；Industrial zone；Economic zone；Industrial park；Industrial estate',
  ],
  site_mode: [
    '用地方式；供地方式；载体类型；用地/租赁；是否新供地',
    '用地区分；取得形態；賃借区分',
    'Site type；Land or lease；Premises',
  ],
  stage: [
    '项目阶段；阶段；进展阶段；所处阶段；项目状态；推进阶段；进展状态',
    '段階；ステージ；フェーズ；進捗段階',
    'Stage；Phase；Project stage；Pipeline stage',
  ],
  status: ['状态；推进状态；是否暂缓；项目情况', '状態；ステータス；状況', 'Status；Disposition'],
  agreement_type: [
    '协议类型；签约类型；协议性质；协议类别；签约性质；合同/框架',
    '協定区分；協定；協定の種類；契約種別；覚書/契約',
    'Agreement type；Agreement；Type of agreement；LOI/MoU/Contract',
  ],
  total_investment: [
    '总投资；计划总投资；投资总额；总投资额；项目总投资；拟投资额；投资规模；总投资金额；项目投资总额',
    '総投資額；投資総額；投資予定額；総事業費；総投資；投資計画額；計画投資額',
    'Total investment；Planned investment；Proposed investment；Capex；Investment value；Total investment amount；total_inv',
  ],
  contracted_amount: [
    '协议额；协议投资额；合同投资额；签约金额；合同额；协议引资额',
    '契約額；契約投資額',
    'Contracted investment；Contracted amount；Contract value；Committed investment',
  ],
  fixed_asset_plan: [
    '固定资产投资；其中固投；计划固投；固投',
    '固定資産投資額；設備投資額',
    'Fixed asset investment；FAI',
  ],
  registered_capital: ['注册资本；注册资金；认缴资本', '登録資本金；資本金', 'Registered capital'],
  contracted_fdi: [
    '合同外资；合同利用外资；外方认缴；协议外资',
    '契約ベース外資；契約外資額；契約外資',
    'Contracted FDI；Contractual foreign capital；Contracted foreign capital；contracted_fdi',
  ],
  utilised_fdi: [
    '实际使用外资；实际利用外资；到账外资；外资到账；实到外资；到资',
    '実行ベース外資；外資実行額；外資利用額',
    'Utilised FDI；Actually used FDI；Realised FDI；Foreign capital paid in；utilised_fdi',
  ],
  paid_in: [
    '到位资金；实际到位资金；资金到位；实缴资本；到位内资',
    '払込済資金；払込額；資金到位額；実払込資本',
    'Paid-in funds；Funds in place；Paid-in capital；paid_in',
  ],
  fai_done_total: [
    '累计完成投资；开工至今累计；开工至今累计完成投资；累计完成固投；已完成投资；累计投资完成额；投资完成额',
    '累計投資実績；累計完成投資額；投資実績；投資実績額；投資額実績',
    'Completed investment；Cumulative investment completed；Spend to date；fai_done',
  ],
  fai_plan_year: [
    '年度计划投资；本年计划投资；今年计划完成投资',
    '年間投資計画；本年度計画',
    'Planned investment this year；Annual plan',
  ],
  fai_done_year: [
    '年初累计；本年完成投资；年初至今完成投资；1-N月完成投资；本年累计完成',
    '年初来投資実績；本年累計',
    'Investment completed YTD',
  ],
  fai_done_month: [
    '本月完成；本月完成投资；当月完成投资；当期完成',
    '当月投資実績',
    'Investment completed this month',
  ],
  land_mu: [
    '占地；用地面积；占地面积(亩)；用地规模；需地；供地面积；占地面积',
    '敷地面積；用地面積',
    'Land area；Site area；Land (mu)；Land；Land allotted；Allotted land；Allotted area；Plot area',
  ],
  floor_area_m2: [
    '建筑面积；总建筑面积；租赁面积；厂房面积',
    '延床面積；建築面積；賃借面積',
    'Floor area；GFA；Leased area',
  ],
  output_plan: [
    '预计年产值；达产产值；达产后年产值；年销售收入(预计)；达产后产值',
    '計画年間生産額；見込生産額',
    'Planned annual output；Output at full capacity；output_plan',
  ],
  output_actual: [
    '产值；工业总产值；规上产值；实际产值；实际年产值',
    '生産額；工業生産額；実績年間生産額',
    'Output；Gross industrial output；Actual annual output',
  ],
  tax_plan: ['预计税收；达产税收；年税收(预计)', '見込税収', 'Planned tax'],
  jobs_plan: [
    '预计就业；带动就业；用工人数(计划)；新增就业岗位；计划用工；计划就业',
    '計画雇用者数；計画雇用数；雇用予定人数；雇用予定；雇用予定数；計画雇用',
    'Planned jobs；Expected employment；Proposed employment；Jobs planned',
  ],
  jobs_actual: [
    '从业人员；期末从业人数；实际用工；就业人数',
    '従業員数；実雇用数；就業者数',
    'Jobs；Employees；Headcount',
  ],
  first_contact_date: [
    '首次接洽时间；接洽时间；线索时间；登记时间',
    '初回接触日；受付日',
    'First contact；Date registered；lead',
  ],
  signed_date: [
    '签约时间；签约日期；协议签订时间；签约年月',
    '契約締結日；調印日；協定締結日',
    'Signing date；Signed on；Agreement date；Agreement signed；Contract signed；Contract date；Date signed；signed',
  ],
  registered_date: [
    '注册时间；成立日期；工商注册时间；立项时间；备案时间',
    '設立日；登記日；届出日',
    'Registration date；Date of incorporation；Filing date；registered',
  ],
  start_plan: [
    '计划开工时间；拟开工时间；预计开工；计划开工；计划开工日期；预计开工时间',
    '着工予定；着工計画日；着工予定日',
    'Planned start；Planned start date；Expected start；Expected start date；Planned construction start；Planned start of construction',
  ],
  start_actual: [
    '开工时间；实际开工时间；开工日期；动工时间',
    '着工日；着工実績日',
    'Actual start；Construction start；Start on site；Started on site',
  ],
  completion_plan: [
    '计划竣工；计划竣工时间；计划竣工日期；预计竣工；预计竣工时间；建成时间(计划)',
    '竣工予定；竣工予定日；完成予定；完成予定日',
    'Planned completion；Planned completion date；Expected completion；Expected completion date；Planned end；Planned finish',
  ],
  completion_actual: ['竣工时间；实际竣工', '竣工日', 'Actual completion；Actual end'],
  op_plan: [
    '计划投产时间；预计投产；预计投产时间；拟投产时间；预计运营时间；计划投产；计划投产日期',
    '操業開始予定；操業開始予定日；稼働予定；稼働予定日',
    'Planned operation；Planned operation date；Expected operation；Expected operation date；Planned start of operation；Planned start of production；Planned opening；Planned commissioning；Planned go-live；Expected go-live',
  ],
  op_actual: [
    '投产时间；实际投产；投运时间；开业时间',
    '操業開始日；稼働開始日',
    'Operation date；Actual operation；Actual opening；Start of production',
  ],
  full_plan: ['达产时间；计划达产；预计达产', 'フル稼働予定', 'Full capacity date'],
  progress_text: [
    '进展；形象进度；项目进展；最新进展；进展情况；工作进展；推进情况',
    '進捗状況；最新状況；経過',
    'Progress；Latest update；Status note',
  ],
  next_step: [
    '下一步；下步计划；下一步工作；下步打算；工作安排',
    '今後の対応；今後の予定；次のアクション',
    'Next step；Next action',
  ],
  issue_text: [
    '存在问题；存在的问题；困难问题；需协调事项；制约因素；堵点',
    '課題；問題点；要調整事項',
    'Issues；Problems；Support needed',
  ],
  owner: [
    '责任人；项目专员；服务专员；联系人；招商专员；项目管家',
    '担当者；案件担当；窓口',
    'Owner；Owner name；Project officer；Case officer；Case manager；Account manager；Relationship manager；Responsible person；Contact',
  ],
  lead_official: [
    '包联领导；包保领导；分管领导；责任领导；挂包领导',
    '担当幹部；責任者',
    'Responsible leader；Sponsor official',
  ],
  unit: [
    '责任单位；责任科室；责任部门；牵头单位；招商单位；引进单位；填报单位',
    '担当部署；担当課；所管部署；報告部署',
    'Responsible unit；Responsible department；Reporting unit；unit_in_charge',
  ],
  source_channel: [
    '线索来源；招商渠道；信息来源；引荐机构',
    '案件経路；紹介元；情報源',
    'Lead source；Channel；Referred by',
  ],
  extended_project: [
    '原项目；原项目编号；原项目名称；所扩建项目；母项目；前期项目',
    '増設元の案件；増設元案件；元の案件；親案件；既存案件番号',
    'Extended project；Extends project；Extension of；Expansion of；Parent project；Parent project ID；Original project',
  ],
  last_update: [
    '更新时间；填报日期；数据日期；截至时间；最近更新；更新日期',
    '更新日；記入日；基準日；最終更新日',
    'Last updated；Data date；As of；Last update；Updated',
  ],
  remark: ['备注；说明；其他', '備考；摘要', 'Remarks；Notes'],
  currency: [
    '币种；货币；计价币种；投资币种',
    '通貨；通貨単位；通貨種別',
    'Currency；Ccy；Currency code；Capex ccy；Investment currency',
  ],
  amount_unit: ['金额单位', '金額単位', 'Unit of amounts'],
  foreign_percent: [
    '外方股比；外资比例；外方持股比例',
    '外資比率；外資出資比率',
    'Foreign share；Foreign percent；foreign_pct',
  ],
  negotiation_date: [
    '洽谈时间；在谈时间；开始洽谈时间',
    '商談開始日',
    'Negotiation date；Negotiations since；negotiation',
  ],
  start_base: ['基线开工时间；原定开工时间', '着工当初計画', 'Baseline start；start_base'],
  op_base: ['基线投产时间；原定投产时间', '操業開始当初計画', 'Baseline operation；op_base'],
  full_actual: ['实际达产；实际达产时间', 'フル稼働開始日', 'Full capacity reached'],
  status_date: [
    '状态日期；状态时间；状态变更时间',
    '状態の開始日；状態変更日',
    'Status date；Status since',
  ],
  status_reason: [
    '未履约原因；暂缓原因；终止原因',
    '保留理由；取下げ理由',
    'Status reason；Reason',
  ],
  stage_since: ['进入阶段日期', '段階の開始日', 'In stage since'],
  completion_base: ['基线竣工时间；原定竣工时间', '竣工当初計画', 'Baseline completion'],
  full_base: ['基线达产时间；原定达产时间', 'フル稼働当初計画', 'Baseline full capacity'],
  data_status: ['数据状态', 'データ区分；データの状態', 'Data status'],
  ...nameFields,
  ...ownFields,
} as const satisfies Record<string, readonly [string, string, string]>;
export type Field = keyof typeof synonymData;
/** Every field, including those of our own exports. */
export const allFields = Object.keys(synonymData) as readonly Field[];
/** The fields that a user may choose for a column. */
export const fields = allFields.filter((field) => !Object.hasOwn(ownFields, field));
/** Whether a text is the id of a field that an import can fill. */
export const isField = (x: string): x is Field => Object.hasOwn(synonymData, x);
