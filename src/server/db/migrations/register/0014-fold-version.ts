import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** By which ways the rows that are made from others were made; see storage/refold-store.ts. */
export const foldVersion = (t: ColumnTypes): readonly string[] => [
  `create table fold_version (version ${t.integer} not null) ${t.strict}`,
];
