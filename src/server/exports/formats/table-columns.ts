import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { type Language, inBrackets } from '#domain/values/language.ts';
import { term } from '#domain/values/term.ts';
import { idTerms } from './labels/index.ts';

/** Heads a column of ids: by its own term, else by that of the labels after it. */
const idLabel = (id: string, labels: TableColumn, language: Language): string =>
  Object.hasOwn(idTerms, id)
    ? term(idTerms, id, language)
    : `${labels.label}${inBrackets('ID', language)}`;
/** Heads a column that each file of data has after those of its figure. */
const addedLabel = (id: 'unit' | 'as_of', language: Language): string =>
  term(idTerms, id, language);

/** A table in a file: the columns of the figure, then unit and day unless a column has them. */
export interface FileTable {
  readonly headers: readonly TableColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
}

type Cells = readonly (string | null)[];

/** Replaces a column of labels by two: its ids, then its labels under another name. */
function addIds(
  column: TableColumn,
  at: number,
  table: ChartTable,
  language: Language,
): readonly [TableColumn, Cells][] {
  const labels = table.rows.map((row) => row[at] ?? null);
  const ids = table.ids?.[column.id] ?? [];
  const isTaken = ids.some(({ id }) => id === column.id);
  return [
    ...ids.map(({ id, cells }): [TableColumn, Cells] => [
      {
        id,
        label: idLabel(id, column, language),
        kind: id === 'as_of' ? 'date' : 'text',
        in_data: true,
      },
      cells,
    ]),
    [isTaken ? { ...column, id: `${column.id}_label` } : column, labels],
  ];
}

/**
 * Makes the table for programs. Columns of ids, which are equal in every language, precede those of
 * labels. Unit and day follow.
 */
export function toDataColumns(table: ChartTable, words: ChartWords, language: Language): FileTable {
  const columns = table.columns.flatMap((column, at) => addIds(column, at, table, language));
  return toColumns(
    {
      columns: columns.map(([column]) => column),
      rows: table.rows.map((_, at) => columns.map(([, cells]) => cells[at] ?? null)),
    },
    words,
    language,
  );
}

/**
 * Adds `unit` and `as_of` as columns, so that each row is complete by itself. Values are exact, in
 * the unit of the indicator.
 */
function toColumns(table: ChartTable, words: ChartWords, language: Language): FileTable {
  const has = (id: string): boolean => table.columns.some((column) => column.id === id);
  const additions: readonly (readonly [TableColumn, string])[] = [
    ...(has('unit') || has('currency')
      ? []
      : ([
          [
            { id: 'unit', label: addedLabel('unit', language), kind: 'text', in_data: true },
            words.exact_unit ?? words.unit,
          ],
        ] as const)),
    ...(has('as_of')
      ? []
      : ([
          [
            { id: 'as_of', label: addedLabel('as_of', language), kind: 'date', in_data: true },
            words.as_of,
          ],
        ] as const)),
  ];
  return {
    headers: [...table.columns, ...additions.map(([column]) => column)],
    rows: table.rows.map((row) => [...row, ...additions.map(([, value]) => value)]),
  };
}
