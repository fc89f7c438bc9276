import type { ImportedColumn } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';

const keyOf: Readonly<Partial<Record<Field, string>>> = {
  project_name: 'name',
  investor_name: 'investor',
  company_name: 'company',
  project_code: 'national_code',
  start_base: 'start_baseline',
  completion_plan: 'completion_plan',
  completion_base: 'completion_baseline',
  full_base: 'full_capacity_baseline',
  op_base: 'operation_baseline',
  op_plan: 'operation_plan',
  op_actual: 'operation_actual',
  full_plan: 'full_capacity_plan',
  full_actual: 'full_capacity_actual',
};

/** Names under which the columns of a file stand in a record: what the file speaks of, and so may change. */
export const factKeys = (columns: readonly Column[]): ReadonlySet<string> =>
  new Set(
    columns
      .filter((c) => c.how !== 'ignored')
      .flatMap((c) => (c.field === undefined ? [c.key] : [keyOf[c.field] ?? c.field, c.key])),
  );

/** The same of the columns that an import kept. */
export const keysOf = (
  columns: readonly Pick<ImportedColumn, 'name' | 'header'>[],
): ReadonlySet<string> =>
  new Set(columns.flatMap(({ name, header }) => [keyOf[name as Field] ?? name, header]));
