import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The versions of the rules that derived the stored rows; see storage/refold-store.ts. */
export const foldVersion = (t: ColumnTypes): readonly string[] => [
  `create table fold_version (version ${t.integer} not null) ${t.strict}`,
];
