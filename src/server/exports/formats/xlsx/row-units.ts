import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { unitLabel } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { SheetUnit } from './money-units.ts';

/** Finds the index of the column that names the unit of each row. @returns -1 if there is none */
export const unitColumn = ({ columns }: ChartTable): number =>
  columns.findIndex(({ id }) => id === 'total_investment_currency' || id === 'unit');

/**
 * Whether a column has the unit of each row. Columns of counts and shares set their decimals
 * instead.
 */
export const isInRowUnit = ({ kind, currency, unit, digits }: TableColumn): boolean =>
  kind === 'number' && currency === undefined && unit === undefined && digits === undefined;

/**
 * Whether a cell counts things one by one. It shows a whole number, as the screen does; the cell
 * keeps the exact value.
 */
export function isCountCell(
  { table, words }: { readonly table: ChartTable; readonly words: Pick<ChartWords, 'exact_unit'> },
  column: TableColumn,
  row: readonly (string | null)[],
): boolean {
  if ((column.digits ?? 0) > 0) return false;
  const inColumn = column.unit === undefined ? null : (words.exact_unit ?? null);
  const unit = isInRowUnit(column) ? (row[unitColumn(table)] ?? null) : inColumn;
  return unit !== null && isCounted(unit);
}

/** Whether a table has a column in the unit of each row. */
export const hasRowUnits = ({ columns }: ChartTable): boolean => columns.some(isInRowUnit);

/** Writes the unit of a row in words: with its multiple if the row has amounts in it. */
export function writeRowUnit(
  table: ChartTable,
  inRow: SheetUnit | undefined,
  unit: string,
  language: Language,
): string {
  if (inRow !== undefined && hasRowUnits(table)) return inRow.word;
  return isCurrency(unit) ? currencyName(unit, language) : unitLabel(unit, language);
}
