import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The report that a person wants with the digest after a month was closed; null for none. */
export const digestReport = (t: ColumnTypes): readonly string[] => [
  `alter table account_digest add column report ${t.text} check (report in ('pdf', 'docx', 'pptx'))`,
];
