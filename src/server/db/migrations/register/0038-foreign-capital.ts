import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Contracted and paid-in foreign capital of each version, from its facts. Earlier facts have none.
 */
export const foreignCapital = (t: ColumnTypes): readonly string[] =>
  ['contracted_fdi', 'utilised_fdi'].flatMap((measure) => [
    `alter table project_version add column ${measure}_minor ${t.integer}`,
    `alter table project_version add column ${measure}_currency ${t.text}`,
  ]);
