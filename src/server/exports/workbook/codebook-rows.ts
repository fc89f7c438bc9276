import { type Terms, words } from '#domain/labels/index.ts';
import type { Language } from '#domain/values/language.ts';
import type { CellKind, ReadyTable } from '#server/exports/tables/table.ts';

const typeTerms: Terms<CellKind> = {
  text: words('文本', '文字列', 'Text'),
  number: words('数值', '数値', 'Number'),
  amount: words('数量或金额', '数量・金額', 'Amount'),
  ratio: words('比例', '割合', 'Share'),
  date: words('日期', '日付', 'Date'),
  month: words('月份', '月', 'Month'),
  moment: words('时间', '日時', 'Time'),
};
/** Kinds of indicators. */
const kindTerms: Terms = {
  stock: words('期末数', '期末値', 'State at the end'),
  annual_flow: words('年度累计', '年間累計', 'Sum of a year'),
  ratio: words('比率', '比率', 'Ratio'),
  qualitative: words('任务清单', 'チェックリスト', 'Checklist'),
};
const measureTerm = words('计算指标', '算出項目', 'Measure');
const indicatorTerm = words('指标', '指標', 'Indicator');

/** Writes the definitions in words: titles of tables, types, and the column that names a unit. */
export function wordCodebook(
  codebook: ReadyTable,
  tables: readonly Pick<ReadyTable, 'id' | 'title' | 'columns'>[],
  language: Language,
): ReadyTable {
  const find = (id: string): number => codebook.columns.findIndex((column) => column.id === id);
  const [table, type, unit] = [find('table'), find('type'), find('unit')];
  const titles: Terms = {
    measure: measureTerm,
    indicator: indicatorTerm,
    ...Object.fromEntries(tables.map(({ id, title }) => [id, title])),
  };
  const types: Terms = { ...typeTerms, ...kindTerms };
  return {
    ...codebook,
    rows: codebook.rows.map((row) => {
      const cells = [...row];
      const sheet = tables.find(({ id }) => id === row[table]);
      const unitColumn = sheet?.columns.find(({ id }) => id === row[unit]);
      cells[table] = titles[row[table] ?? '']?.[language] ?? null;
      cells[type] = types[row[type] ?? '']?.[language] ?? null;
      cells[unit] = unitColumn?.label[language] ?? row[unit] ?? null;
      return cells;
    }),
  };
}
