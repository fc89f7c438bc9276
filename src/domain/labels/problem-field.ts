import { measureTerms, milestoneTerms, projectFieldTerms } from './projects/field.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { type Terms, words } from '#domain/values/term.ts';
import { fieldTerms as zoneTerms } from './general/audit.ts';

/** Fields of forms that are neither of a project nor of the zone as a whole. */
const formTerms: Terms = {
  achievement: words('工作成效', '主な成果', 'Achievement'),
  actor: words('办理方', '次に対応する者', 'Next to act'),
  address: words('地址', '宛先', 'Address'),
  ahead: words('快于计划界限', '計画を上回る基準', 'Ahead of plan from'),
  amounts: words('金额', '金額', 'Amounts'),
  annotations: words('图上说明', '図の注記', 'Texts on the chart'),
  answer: words('回答', '回答', 'Answer'),
  answers: words('回答', '回答', 'Answers'),
  as_of: words('数据截至', '時点', 'As of'),
  base: words('基准币种', '基準の通貨', 'Base currency'),
  baseline: words('基期值', '基準値', 'Baseline'),
  baseline_date: words('基期', '基準日', 'Day of the baseline'),
  breaks: words('口径变化', '系列の断絶', 'Breaks in the series'),
  cause: words('原因', '要因', 'Cause'),
  cells: words('填报内容', '入力項目', 'Requested values'),
  chart: words('图表', '図表', 'Chart'),
  checklist: words('任务清单', 'チェックリスト', 'Checklist'),
  closed_on: words('办结日期', '解決日', 'Day of the resolution'),
  code: words('编号或验证码', '番号または確認コード', 'ID or code'),
  colour: words('颜色', '色', 'Colour'),
  comparator: words('达标条件', '達成の条件', 'Condition'),
  compare: words('对比', '比較対象', 'Compare with'),
  confirm: words('确认', '確認', 'Confirmation'),
  construction: words('在建期限', '建設中の期限', 'Under construction'),
  contact: words('联系人', '連絡先', 'Contact'),
  counted_from: words('起算日', '起算日', 'Runs from'),
  covers: words('涵盖时段', '対象期間', 'Period that it covers'),
  cumulation: words('累计方式', '累計の方法', 'Cumulation'),
  currency: words('币种', '通貨', 'Currency'),
  current: words('当前密码', '現在のパスワード', 'Present password'),
  date: words('日期', '日付', 'Date'),
  day: words('日期', '日付', 'Day'),
  days: words('天数', '日数', 'Days'),
  deadline: words('期限日', '期限日', 'Deadline'),
  decided_on: words('议定日期', '決定日', 'Day of the decision'),
  definition: words('定义', '定義', 'Definition'),
  denominator: words('分母', '分母', 'Denominator'),
  direction: words('方向', '良い方向', 'Direction'),
  domains: words('邮件域名', 'メールのドメイン', 'Mail domains'),
  done: words('完成日期', '完了日', 'Day of completion'),
  done_on: words('完成日期', '完了日', 'Day of completion'),
  downloads_forbidden: words('链接不提供数据', 'データなし', 'No data'),
  due: words('期限', '期限', 'Due'),
  email: words('电子邮箱', 'メールアドレス', 'E-mail'),
  embed: words('嵌入', '埋め込み', 'Embedding'),
  end: words('结束日期', '終了日', 'Last day'),
  ended: words('已结束', '終了', 'Ended'),
  established: words('已落户项目', '立地済み案件', 'Established projects'),
  event: words('事件', '出来事', 'Event'),
  expires_at: words('有效期', '有効期限', 'Expiry'),
  exports: words('导出', '出力', 'Exports'),
  exports_only: words('仅限导出', '出力のみ', 'Exports only'),
  field: words('填报字段', '入力欄', 'Field'),
  fields: words('字段', '項目', 'Fields'),
  figure: words('数值', '数値', 'Figure'),
  file: words('文件', 'ファイル', 'File'),
  filters: words('筛选', '絞り込み', 'Filters'),
  fixed_language: words('固定语言', '固定の言語', 'Fixed language'),
  form: words('图表形式', '図の形', 'Form'),
  formats: words('文件格式', 'ファイル形式', 'Formats'),
  frequency: words('频率', '頻度', 'Frequency'),
  from: words('起始', '開始', 'From'),
  frozen: words('定格', '固定', 'Frozen'),
  full_capacity: words('达产', 'フル稼働', 'Full capacity'),
  host: words('邮件服务器', 'メールサーバー', 'Mail server'),
  indicator: words('指标', '指標', 'Indicator'),
  investor_names: words('投资方名称', '投資者名', 'Names of the investor'),
  is_in_report: words('列入报告', '報告書に載せる', 'In the report'),
  is_legal: words('法定时限', '法定期限', 'Legal deadline'),
  is_pinned: words('显示在总览', '概要に表示', 'On the overview'),
  is_provisional: words('初步数', '速報値', 'Provisional'),
  is_shared: words('可否分享', '共有の可否', 'Sharing'),
  issuer: words('发文单位', '発行者', 'Issuer'),
  items: words('事项', '項目', 'Items'),
  kind: words('类型', '種類', 'Kind'),
  land_only: words('仅限供地项目', '用地取得の案件のみ', 'Projects with land only'),
  language: words('语言', '言語', 'Language'),
  languages: words('语言', '言語', 'Languages'),
  lead: words('线索期限', '有望案件の期限', 'Lead'),
  live_forbidden: words('不允许自动更新的链接', '自動更新リンクの禁止', 'No live links'),
  login: words('登录名', 'ログイン名', 'Sign-in name'),
  logo: words('标志', 'ロゴ', 'Logo'),
  longest_days: words('最长有效期', '最長有効期間', 'Longest life'),
  mail_server: words('邮件服务器', 'メールサーバー', 'Mail server'),
  measure: words('计算口径', '算出項目', 'Measure'),
  milestones: words('里程碑', 'マイルストーン', 'Milestones'),
  missing: words('缺失原因', '値がない理由', 'Reason without a value'),
  money: words('金额', '金額', 'Amount'),
  month: words('月份', '月', 'Month'),
  months: words('月数', '月数', 'Months'),
  names: words('名称', '名称', 'Names'),
  negotiation: words('在谈期限', '商談中の期限', 'In negotiation'),
  note: words('说明', '注記', 'Note'),
  notes: words('原因和下一步', '要因と今後の対応', 'Causes and next steps'),
  numerator: words('分子', '分子', 'Numerator'),
  operation: words('投产', '操業', 'Operation'),
  organisation: words('单位账号', '組織のアカウント', 'Account of the organisation'),
  origins: words('允许嵌入的网站', '埋め込みを許すサイト', 'Sites for embedding'),
  outcome: words('结果', '結果', 'Outcome'),
  partners: words('合作方', '連携先', 'Partners'),
  parts: words('分解项', '内訳', 'Parts'),
  password: words('密码', 'パスワード', 'Password'),
  password_required: words('须设密码', 'パスワード必須', 'Password needed'),
  per_units: words('汇率单位', '換算単位', 'Units of the rate'),
  period: words('期间', '期間', 'Period'),
  person: words('填报人', '入力者', 'Person'),
  phase: words('建设阶段', '建設期', 'Phase'),
  pipeline: words('储备在谈项目', '商談・準備中案件', 'Pipeline'),
  plan: words('计划', '計画', 'Plan'),
  planned: words('计划日期', '予定日', 'Planned day'),
  port: words('端口', 'ポート', 'Port'),
  power: words('数量级', '桁の単位', 'Multiple of the unit'),
  proof: words('证明材料', '証拠書類', 'Evidence'),
  publish_picture: words('公开预览图', '公開の見本画像', 'Public picture'),
  publish_title: words('公开标题', '公開の題名', 'Public title'),
  qualifier: words('限定词', '限定の語', 'Qualifier'),
  quarter: words('季度', '四半期', 'Quarter'),
  rate: words('汇率', '為替レート', 'Exchange rate'),
  rates: words('汇率', '為替レート', 'Exchange rates'),
  ratio: words('比率', '比率', 'Ratio'),
  reason: words('原因', '理由', 'Reason'),
  reason_code: words('原因类别', '理由の区分', 'Reason from the list'),
  registered: words('已注册期限', '登記済の期限', 'Registered'),
  requests: words('填报链接', '入力依頼リンク', 'Request links'),
  role: words('角色', '役割', 'Role'),
  roles: words('角色', '役割', 'Roles'),
  scenario: words('情景', '想定', 'What if'),
  schedule: words('时间安排', '予定', 'Schedule'),
  sections: words('章节', '章', 'Sections'),
  security: words('加密方式', '暗号化', 'Encryption'),
  sender: words('发件人', '差出人', 'Sender'),
  severity: words('严重程度', '重大さ', 'Severity'),
  share: words('占比', '割合', 'Share'),
  sharer: words('可分享人员', '共有できる人', 'Who may share'),
  short: words('简称', '略称', 'Short name'),
  shows_columns: words('显示其他列', 'その他の列の表示', 'Other columns shown'),
  signature: words('签发人', '署名', 'Signature'),
  signed: words('已签约期限', '契約済の期限', 'Signed'),
  since: words('起始日期', '開始日', 'Since'),
  slightly: words('略慢于计划界限', 'やや遅れの基準', 'Slightly behind from'),
  smallest_group: words('最小分组', '最小のグループ', 'Smallest group'),
  source: words('来源', '出典', 'Source'),
  source_date: words('来源日期', '出典の日付', 'Day of the source'),
  split: words('分解', '内訳', 'Split'),
  stack: words('堆叠方式', '積み上げ', 'Stacked by'),
  start: words('开始日期', '開始日', 'First day'),
  state: words('状态', '状態', 'State'),
  subject: words('对象', '対象', 'Subject'),
  subject_id: words('对象', '対象', 'Subject'),
  text: words('内容', '本文', 'Text'),
  title: words('标题', '題名', 'Title'),
  to: words('截止或接收人', '終了または引き継ぎ先', 'To'),
  total: words('合计', '合計', 'Total'),
  unit_in_charge: words('责任单位', '担当部署', 'Responsible unit'),
  until: words('截止日期', '終了日', 'Until'),
  url: words('网址', 'URL', 'Web address'),
  valid_from: words('生效日期', '適用開始日', 'Valid from'),
  value: words('数值', '値', 'Value'),
  values: words('数值', '値', 'Values'),
  versus: words('对比项', '比較対象', 'Compared with'),
  weekday: words('星期', '曜日', 'Weekday'),
  wording: words('表述', '文言', 'Wording'),
  year: words('年份', '年', 'Year'),
};

const allTerms: Terms = {
  ...zoneTerms,
  ...projectFieldTerms,
  ...formTerms,
  // these have other meanings in a project
  name: words('名称', '名称', 'Name'),
  unit: words('单位', '単位', 'Unit'),
};

/** Finds the text of the part that follows another one in a path. */
function findAfter(table: Terms, parts: readonly string[], group: string): Text | undefined {
  const part = parts[parts.indexOf(group) + 1];
  return parts.includes(group) && part !== undefined && Object.hasOwn(table, part)
    ? table[part]
    : undefined;
}

/**
 * Names the field of a problem in words, with the number of its row where the field is one of a
 * list.
 *
 * @param path - of the field in the body of a request, as `values.1` or `facts.amounts.paid_in`
 * @returns undefined if the field has no words; its key is for programs
 */
export function problemFieldName(path: string, language: Language): string | undefined {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== '');
  const index = parts.find((part) => /^\d+$/.test(part));
  const key = parts.findLast((part) => Object.hasOwn(allTerms, part));
  const text =
    findAfter(measureTerms, parts, 'amounts') ??
    findAfter(milestoneTerms, parts, 'milestones') ??
    (key === undefined ? undefined : allTerms[key]);
  if (text === undefined) return undefined;
  const name = sentenceStart(text[language]);
  return index === undefined ? name : `${name} #${Number(index) + 1}`;
}
