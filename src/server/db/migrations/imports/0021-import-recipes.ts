import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Import recipes by the shape of the file, in versions. */
export const importRecipes = (t: ColumnTypes): readonly string[] => [
  `create table import_recipe (shape ${t.text} not null, file ${t.text} not null, headers_json ${t.json} not null,
    answers_json ${t.json} not null, revision_from ${t.integer} not null references revision (id), revision_to ${t.integer} not null,
    made_by ${t.integer} not null, check (revision_to > revision_from), primary key (shape, revision_from)) ${t.strict}`,
];
