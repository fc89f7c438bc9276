import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The format of the report that a person gets with the digest after a month is closed; null for
 * none.
 */
export const digestReport = (t: ColumnTypes): readonly string[] => [
  `alter table account_digest add column report ${t.text} check (report in ('pdf', 'docx', 'pptx'))`,
];
