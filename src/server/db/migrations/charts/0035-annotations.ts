import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The texts that people put on their saved charts. */
export const annotations = (t: ColumnTypes): readonly string[] => [
  `alter table saved_chart add column annotations_json ${t.json} default '[]'`,
];
