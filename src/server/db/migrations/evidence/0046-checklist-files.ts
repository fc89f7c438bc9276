import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The item of the checklist that a file proves, with the key of its target; null for a value. */
export const checklistFiles = (t: ColumnTypes): readonly string[] => [
  `alter table value_evidence add column target ${t.text}`,
  `alter table value_evidence add column item ${t.text}`,
];
