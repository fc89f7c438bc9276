import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * What imports decided for each shape of a file, and which column of its file each import took a
 * field from.
 */
export function imports(t: ColumnTypes): readonly string[] {
  return [
    `create table import_memory (shape ${t.text} primary key, revision ${t.integer} not null references revision (id),
      answers_json ${t.json} not null) ${t.strict}`,
    `create table import_columns (revision ${t.integer} primary key references revision (id), columns_json ${t.json} not null) ${t.strict}`,
  ];
}
