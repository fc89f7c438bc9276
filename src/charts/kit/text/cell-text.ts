import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { formatDate, formatMonth, formatNumber } from '#domain/values/format.ts';
import { term } from '#domain/values/term.ts';
import { unitTerms } from '#domain/values/unit-labels.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import type { Language } from '#domain/values/language.ts';

type Cells = ChartTable['rows'][number];

/**
 * Finds the decimals of a number: those of its column; none where its row has a counted unit.
 */
function findDigits(
  { columns }: Pick<ChartTable, 'columns'>,
  row: Cells,
  column: TableColumn,
): number | undefined {
  if (column.digits !== undefined) return column.digits;
  const unit = row[columns.findIndex(({ id }) => id === 'unit')];
  return unit !== undefined && unit !== null && isCounted(unit) ? 0 : undefined;
}

/**
 * Writes one cell of a chart's table for screens and reports; files keep the exact value.
 * @param at - the place of the column in the table
 */
export function cellText(
  table: Pick<ChartTable, 'columns'>,
  row: Cells,
  at: number,
  language: Language,
): string {
  const [column, value] = [table.columns[at], row[at] ?? null];
  if (column === undefined || value === null) return '—';
  const length = language === 'en' ? 'short' : 'long';
  if (column.kind === 'month') return formatMonth(value, language, length);
  if (column.kind === 'date') return formatDate(value, language, length);
  if (column.id === 'unit') return term(unitTerms, value, language);
  if (column.kind === 'text') return value;
  return formatNumber(
    scaleByTen(value, -(column.scale ?? 0)),
    language,
    findDigits(table, row, column),
  );
}
