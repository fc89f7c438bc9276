import type { TableColumn } from '#charts/kit/table.ts';
import { inBrackets, type Language } from '#domain/values/language.ts';
import { type Terms, term, words } from '#domain/values/term.ts';

/** Headings of ids that are not those of the column of labels after them. */
const idTerms: Terms = {
  as_of: words('数据截至', 'データ時点', 'As of'),
  basis: words('计算依据', '算出の根拠', 'Basis'),
  checklist_done: words('已完成事项', '完了項目数', 'Items done'),
  checklist_total: words('全部事项', '全項目数', 'Items in all'),
  code: words('项目编号', '案件番号', 'Project ID'),
  comparator: words('达标条件', '達成の条件', 'Condition'),
  first_month: words('起始月份', '最初の月', 'First month'),
  indicator: words('指标编号', '指標ID', 'Indicator ID'),
  level: words('行类别', '行の種類', 'Kind of row'),
  missing_reason: words('缺数原因', '値がない理由', 'Reason missing'),
  months_after: words('之后的月数', '経過月数', 'Months after'),
  refusal: words('不予预测的原因', '予測しない理由', 'Reason for no forecast'),
  target_id: words('目标编号', '目標ID', 'Target ID'),
  unit: words('单位', '単位', 'Unit'),
  verdict_milestone: words('所依据的节点', '対象のマイルストーン', 'Milestone'),
};

/** Heads a column of ids: by its own term, else by that of the labels after it. */
export const idLabel = (id: string, labels: TableColumn, language: Language): string =>
  Object.hasOwn(idTerms, id)
    ? term(idTerms, id, language)
    : `${labels.label}${inBrackets('ID', language)}`;
/** Heads a column that each file of data has after those of its figure. */
export const addedLabel = (id: 'unit' | 'as_of', language: Language): string =>
  term(idTerms, id, language);
