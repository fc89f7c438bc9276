import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The translated names of each version, from its facts. Earlier facts have none. */
export const names = (t: ColumnTypes): readonly string[] => [
  `alter table project_version add column names_json ${t.json}`,
  `alter table project_version add column investor_names_json ${t.json}`,
];
