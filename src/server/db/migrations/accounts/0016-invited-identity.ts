import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The identity that an invitation is for: a subject of the issuer, or without one a verified e-mail
 * address.
 */
export const invitedIdentity = (t: ColumnTypes): readonly string[] => [
  `alter table invitation add column issuer ${t.text}`,
  `alter table invitation add column subject ${t.text}`,
];
