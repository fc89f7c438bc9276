import { compact } from '#domain/values/compact.ts';
import type { ImportedColumn } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { columnLetter, type Row } from '#server/imports/read/table.ts';
import { textFields } from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';

/** Fields whose value is the text of the cell: the record itself keeps it. */
const asTheyStand: ReadonlySet<Field | undefined> = new Set<Field | undefined>([
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
/** The name under which a record keeps what a column says. */
const nameOf = ({ field, key }: Column): string =>
  field === undefined ? key : (valueNames[field] ?? field);

/**
 * Columns whose text the record keeps: alone, they are its value. Of several that are joined, the
 * record knows only the whole.
 */
function keptBy(columns: readonly Column[]): (column: Column) => boolean {
  const names = Map.groupBy(columns, nameOf);
  return (column) => asTheyStand.has(column.field) && names.get(nameOf(column))?.length === 1;
}
const used = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((c) => c.how !== 'ignored' && c.key !== '');

/** Where in the file each value stands: the same for every row. */
export function importedColumns(columns: readonly Column[]): ImportedColumn[] {
  const kept = keptBy(used(columns));
  return used(columns).map((c) => ({
    name: nameOf(c),
    column: columnLetter(c.index),
    header: c.key,
    ...compact({ kept: kept(c) ? true : undefined }),
  }));
}
/**
 * The columns whose cells say it in another form than the record: dates, amounts, numbers, words of
 * lists.
 */
export function reworded(columns: readonly Column[]): readonly Column[] {
  const kept = keptBy(used(columns));
  return used(columns).filter((c) => !kept(c));
}

/** The texts of these columns in a row, by the letter of the column. */
export function originalTexts(
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
