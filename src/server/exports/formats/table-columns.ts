import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';

/**
 * A table as a file holds it: the columns of the figure, then unit and day unless a column has
 * them.
 */
export interface FileTable {
  readonly headers: readonly TableColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/**
 * Adds `unit` and `as_of` as columns, so that a row alone is complete. Values are exact, in the
 * unit of the indicator.
 */
export function toColumns(table: ChartTable, words: ChartWords): FileTable {
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const added: readonly (readonly [TableColumn, string])[] = [
    ...(has('unit') || has('currency')
      ? []
      : ([[{ id: 'unit', label: 'unit', kind: 'text' }, words.exact_unit ?? words.unit]] as const)),
    ...(has('as_of')
      ? []
      : ([[{ id: 'as_of', label: 'as_of', kind: 'date' }, words.as_of]] as const)),
  ];
  return {
    headers: [...table.columns, ...added.map(([column]) => column)],
    rows: table.rows.map((row) => [...row, ...added.map(([, value]) => value)]),
  };
}
