import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import { moneyUnit, type SheetUnit } from './money-units.ts';
import { isInRowUnit, unitColumn } from './row-units.ts';

/** The least value of amounts in 亿元. Smaller ones are in 万元. */
const largeFrom = 1e8;

/** A figure as a sheet: its rows, its words and their language. */
export interface FigureTable {
  readonly table: ChartTable;
  readonly words: ChartWords;
  readonly language: Language;
}

/** Finds the currency of all amounts of a column. @returns undefined for other columns */
export function columnCurrency(words: ChartWords, { kind, currency, unit }: TableColumn) {
  const own = currency ?? (unit === undefined ? undefined : words.exact_unit);
  return kind === 'number' && own !== undefined && isCurrency(own) ? own : undefined;
}

const isLargeValue = (value: string | null | undefined): boolean =>
  Math.abs(Number(value ?? 0)) >= largeFrom;

/**
 * The units of a figure: those of columns with one currency, and those of rows for other columns.
 */
export interface FigureUnits {
  readonly columns: readonly (SheetUnit | undefined)[];
  readonly row: (row: readonly (string | null)[]) => SheetUnit | undefined;
}
/** Finds the unit of each column with one currency, and that of a row for its other figures. */
export function findUnits({ table, words, language }: FigureTable): FigureUnits {
  const { columns, rows } = table;
  const unitAt = unitColumn(table);
  const isLarge = (at: number): boolean => rows.some((row) => isLargeValue(row[at]));
  const rowsAreLarge = columns.some((column, at) => isInRowUnit(column) && isLarge(at));
  return {
    columns: columns.map((column, at) => {
      // the screen shows the column in its own unit, too
      if (column.scale !== undefined && column.unit !== undefined)
        return { power: column.scale, word: column.unit };
      const currency = columnCurrency(words, column);
      return currency === undefined ? undefined : moneyUnit(currency, language, isLarge(at));
    }),
    row: (row) => {
      const unit = row[unitAt] ?? null;
      return unit !== null && isCurrency(unit)
        ? moneyUnit(unit, language, rowsAreLarge)
        : undefined;
    },
  };
}
