import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The answers for each shape of a file, and the columns from which each import took its fields. */
export function imports(t: ColumnTypes): readonly string[] {
  return [
    `create table import_memory (shape ${t.text} primary key, revision ${t.integer} not null references revision (id),
      answers_json ${t.json} not null) ${t.strict}`,
    `create table import_columns (revision ${t.integer} primary key references revision (id), columns_json ${t.json} not null) ${t.strict}`,
  ];
}
