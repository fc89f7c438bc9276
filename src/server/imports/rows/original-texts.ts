import { compact } from '#domain/values/compact.ts';
import type { ImportedColumn } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { columnLetter, type Row } from '#server/imports/read/table.ts';
import { nameKey } from '#server/imports/vocabulary/name-fields.ts';
import { textFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';

/** Fields whose value is the text of the cell, which the record therefore already holds. */
const verbatimFields: ReadonlySet<Field | undefined> = new Set<Field | undefined>([
  undefined,
  'project_id',
  'project_name',
  ...textFields,
]);
const valueNames: Readonly<Partial<Record<Field, string>>> = {
  project_id: 'code',
  project_name: 'name',
  investor_name: 'investor',
  company_name: 'company',
  project_code: 'national_code',
};
/** Returns the name under which a record holds the value of a column. */
const chooseValueName = ({ field, key }: Column): string =>
  field === undefined ? key : (valueNames[field] ?? nameKey(field) ?? field);

/**
 * Makes the check for columns whose value in the record is exactly their text. It excludes joined
 * columns, since the record holds only the joined text.
 */
function createVerbatimCheck(columns: readonly Column[]): (column: Column) => boolean {
  const names = Map.groupBy(columns, chooseValueName);
  return (column) =>
    verbatimFields.has(column.field) && names.get(chooseValueName(column))?.length === 1;
}
const listUsedColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((c) => c.how !== 'ignored' && c.key !== '');

/** Lists the column of each value, which is the same for every row. */
export function listImportedColumns(columns: readonly Column[]): ImportedColumn[] {
  const isVerbatim = createVerbatimCheck(listUsedColumns(columns));
  return listUsedColumns(columns).map((c) => ({
    name: chooseValueName(c),
    column: columnLetter(c.index),
    header: c.key,
    ...compact({ kept: isVerbatim(c) ? true : undefined }),
  }));
}
/**
 * Lists the columns whose values have another form in the record than in the file: dates, amounts,
 * numbers, list entries.
 */
export function listRewordedColumns(columns: readonly Column[]): readonly Column[] {
  const isVerbatim = createVerbatimCheck(listUsedColumns(columns));
  return listUsedColumns(columns).filter((c) => !isVerbatim(c));
}

/** Reads the original texts of a row in these columns, by column letter. */
export function readOriginalTexts(
  row: Row,
  columns: readonly Column[],
): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const { index } of columns) {
    const cell = row.cells[index] ?? '';
    if (cell !== '') out[columnLetter(index)] = String(cell);
  }
  return out;
}
