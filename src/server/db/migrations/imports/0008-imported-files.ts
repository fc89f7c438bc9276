import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Files of open previews, in chunks, so that neither the process nor a statement holds a whole
 * file.
 */
export function importedFiles(t: ColumnTypes): readonly string[] {
  return [
    `create table import_piece (plan_id ${t.text} not null references import_plan (id) on delete cascade, number ${t.integer} not null,
      content ${t.bytes} not null, primary key (plan_id, number)) ${t.strict}`,
    // Earlier previews hold their file in another form. Users upload such a file again.
    'delete from import_plan',
  ];
}
