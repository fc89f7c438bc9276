import { authorWords, changeWords, type Terms, words } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ReadyTable } from '#server/exports/tables/table.ts';

/** The names of kinds of changes in a workbook's log. */
const kindTerms: Terms = {
  import: words('导入', '取込', 'Import'),
  sample: words('示例数据', '例示データ', 'Example data'),
  undo: words('撤销', '取り消し', 'Undo'),
  refold: words('重新整理', '再整理', 'Worked out again'),
  zone: words('园区设置', '地区の設定', 'Settings of the zone'),
  project: words('项目', '案件', 'Project'),
  project_stage: words('项目阶段', '案件の段階', 'Stage of a project'),
  project_status: words('项目状态', '案件の状態', 'Status of a project'),
  issue: words('问题', '課題', 'Issue'),
  evidence: words('证明材料', '証拠書類', 'Evidence'),
  value_evidence: words('数值证明材料', '値の証拠書類', 'Evidence of a value'),
  observation: words('指标数值', '指標の値', 'Value of an indicator'),
  draft: words('数值草稿', '値の下書き', 'Draft of a value'),
  month_note: words('月度说明', '月の説明', 'Note of a month'),
  close_month: words('月报定稿', '月次確定', 'Month closed'),
  reopen_month: words('撤回定稿', '確定の取り消し', 'Month reopened'),
  exchange_rate: words('汇率', '為替レート', 'Exchange rate'),
  proposal: words('采纳数据', '値の承認', 'Proposals accepted'),
  decision: words('议定事项', '決定事項', 'Decision'),
  hand_over: words('移交', '引き継ぎ', 'Hand-over'),
  target_status: words('目标的申报状态', '目標の申告状況', 'Declared status of a target'),
  judgement: words('申报状态或阶段条件', '申告状況または要件', 'Declared status or gate'),
};
const otherTerm = words('其他变更', 'その他の変更', 'Other change');

/** Writes the change log in words: author, kind of change and reason. */
export function wordRevisions(
  table: ReadyTable,
  { indicators }: Pick<ZoneProfile, 'indicators'>,
  language: Language,
): ReadyTable {
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [author, kind, reason] = [at('author'), at('kind'), at('reason')];
  return {
    ...table,
    rows: table.rows.map((row) => {
      const change = { kind: row[kind] ?? '', reason: row[reason] ?? '' };
      const cells = [...row];
      cells[author] = authorWords(row[author] ?? '', language);
      cells[kind] = (kindTerms[change.kind] ?? otherTerm)[language];
      cells[reason] = changeWords(change, language, indicators);
      return cells;
    }),
  };
}
