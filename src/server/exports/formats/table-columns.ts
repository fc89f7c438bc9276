import type { ChartWords } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import { type Language, inBrackets } from '#domain/values/language.ts';
import { declaredMeasures } from '#domain/measures/declarations.ts';
import { term } from '#domain/values/term.ts';
import { findPackColumn } from '#server/exports/tables/shared-columns.ts';
import { idTerms } from './labels/index.ts';

/** Finds the definition of the figures in a column: that of the pack, or of their measures. */
function findMeaning(column: TableColumn, language: Language): string | undefined {
  const own = findPackColumn(column.id);
  if (own !== undefined) return own.definition?.[language];
  if (column.kind !== 'number' || column.measure === null) return undefined;
  const measures = new Set([column.measure, ...(column.measure_rows ?? [])]);
  return [...measures]
    .map((measure) => declaredMeasures[measure].formula[language])
    .join(kitLabels[language].separator);
}

/** Gives a column the heading and the type of the column with its id in the data pack. */
function asInPack(column: TableColumn, language: Language): TableColumn {
  const own = findPackColumn(column.id);
  const meaning = findMeaning(column, language);
  const definition = meaning === undefined ? {} : { definition: meaning };
  if (own === undefined) return { ...column, ...definition };
  const label = own.label[language];
  return column.kind === 'text' && own.kind === 'number'
    ? { id: column.id, label, ...definition, kind: 'number', measure: null, in_data: true }
    : { ...column, label, ...definition };
}

/** Heads a column of ids: by its own term, else by that of the labels after it. */
const idLabel = (id: string, labels: TableColumn, language: Language): string =>
  Object.hasOwn(idTerms, id) ? term(idTerms, id, language) : labels.label;

/** The column of labels after that of their ids with the same name. */
const labelColumn = (column: TableColumn, language: Language): TableColumn => ({
  ...column,
  id: `${column.id}_label`,
  label: `${asInPack(column, language).label}${inBrackets(term(idTerms, 'in_words', language), language)}`,
});

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
      asInPack(
        {
          id,
          label: idLabel(id, column, language),
          kind: id === 'register_as_of' ? 'date' : 'text',
          in_data: true,
        },
        language,
      ),
      cells,
    ]),
    [isTaken ? labelColumn(column, language) : asInPack(column, language), labels],
  ];
}

/**
 * Makes the table for programs. Columns of ids, which are equal in every language, precede those of
 * labels. Unit and day follow. A column with the id of one in the data pack has its heading and its
 * definition.
 */
export function toDataColumns(
  table: ChartTable,
  words: ChartWords,
  register_as_of: string,
  language: Language,
): FileTable {
  const columns = table.columns.flatMap((column, at) => addIds(column, at, table, language));
  return toColumns(
    {
      columns: columns.map(([column]) => column),
      rows: table.rows.map((_, at) => columns.map(([, cells]) => cells[at] ?? null)),
    },
    words,
    register_as_of,
    language,
  );
}

/**
 * Adds the unit and the day of the register as columns, so that each row is complete by itself.
 * Values are exact, in the unit of the indicator.
 */
function toColumns(
  { columns, rows }: Pick<ChartTable, 'columns' | 'rows'>,
  words: ChartWords,
  register_as_of: string,
  language: Language,
): FileTable {
  const has = (id: string): boolean => columns.some((column) => column.id === id);
  const make = (id: string, kind: 'text' | 'date'): TableColumn =>
    asInPack({ id, label: id, kind, in_data: true }, language);
  const additions: (readonly [TableColumn, string])[] = [];
  if (!has('unit') && !has('total_investment_currency'))
    additions.push([make('unit', 'text'), words.exact_unit ?? words.unit]);
  if (!has('register_as_of')) additions.push([make('register_as_of', 'date'), register_as_of]);
  return {
    headers: [...columns, ...additions.map(([column]) => column)],
    rows: rows.map((row) => [...row, ...additions.map(([, value]) => value)]),
  };
}
