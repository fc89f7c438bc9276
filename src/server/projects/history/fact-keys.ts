import type { ImportedColumn } from '#domain/projects/project.ts';

/** A column of an import, as far as it decides the keys of its values. */
interface KeyedColumn {
  readonly how: string;
  readonly field?: string;
  readonly key: string;
}
const keyOf: Readonly<Record<string, string>> = {
  project_name: 'name',
  project_name_zh: 'names.zh-CN',
  project_name_ja: 'names.ja',
  project_name_en: 'names.en',
  investor_name_zh: 'investor_names.zh-CN',
  investor_name_ja: 'investor_names.ja',
  investor_name_en: 'investor_names.en',
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

/** Lists the record keys that a file with these columns may change. */
export const factKeys = (columns: readonly KeyedColumn[]): ReadonlySet<string> =>
  new Set(
    columns
      .filter((c) => c.how !== 'ignored')
      .flatMap((c) => (c.field === undefined ? [c.key] : [keyOf[c.field] ?? c.field, c.key])),
  );

/** Lists the record keys that the stored columns of an import may change. */
export const listFactKeys = (
  columns: readonly Pick<ImportedColumn, 'name' | 'header'>[],
): ReadonlySet<string> =>
  new Set(columns.flatMap(({ name, header }) => [keyOf[name] ?? name, header]));
