import type { EvidenceType } from '#domain/projects/evidence.ts';
import type { IssueField, Severity } from '#domain/projects/issue.ts';
import type { Stage } from '#domain/projects/stage.ts';
import { sameWords, type Terms, words } from '#domain/values/term.ts';

/** Severities of an issue. */
export const severityTerms: Terms<Severity> = {
  low: words('一般', '軽微', 'Low'),
  medium: words('较重', '中程度', 'Medium'),
  high: words('严重', '重大', 'High'),
  blocking: words('项目停滞', '進行停止', 'Blocking'),
};

/** The parts of an issue, for labels and the history. */
export const issueFieldTerms: Terms<IssueField> = {
  text: words('问题', '課題', 'Issue'),
  severity: words('严重程度', '重大度', 'Severity'),
  owner: words('责任人', '担当者', 'Owner'),
  since: words('起始日期', '発生日', 'Since'),
  due: words('办结期限', '期限', 'Due'),
  closed_on: words('销号日期', '解決日', 'Closed on'),
  outcome: words('处理结果', '対応結果', 'Outcome'),
};

/** Kinds of files. */
export const evidenceTypeTerms: Terms<EvidenceType> = {
  pdf: sameWords('PDF'),
  png: sameWords('PNG'),
  jpeg: sameWords('JPEG'),
  docx: sameWords('Word'),
  xlsx: sameWords('Excel'),
  pptx: sameWords('PowerPoint'),
  ofd: sameWords('OFD'),
  text: words('文本', 'テキスト', 'Text'),
};

/** Evidence that a stage was entered (domain reference 1.4). */
export const proofTerms: Terms<Stage> = {
  lead: words(
    '线索登记表、研判意见',
    '案件登録票、事前審査の意見',
    'Lead sheet, screening opinion',
  ),
  negotiation: words(
    '会议纪要、考察记录或项目建议书',
    '議事録、視察記録または事業提案書',
    'Minutes, site visit record or proposal',
  ),
  signed: words(
    '写明各方、金额和日期的正式协议',
    '当事者・金額・日付のある契約書',
    'Signed agreement with parties, amount and dates',
  ),
  registered: words(
    '营业执照；备案证明或核准批复',
    '営業許可証、届出証明または認可書',
    'Business licence; filing proof or approval',
  ),
  construction: words(
    '施工许可证或装修合同、现场记录',
    '施工許可証または内装契約、現場記録',
    'Construction permit or fit-out contract, dated site record',
  ),
  operation: words(
    '竣工验收备案，首张发票、纳税或社保记录',
    '竣工検査届、最初の請求書・納税・社会保険の記録',
    'Completion filing; first invoice, tax filing or social insurance',
  ),
  full_capacity: words(
    '统计报表或企业说明',
    '統計報告または企業の説明書',
    'Statistics form or company statement',
  ),
};
