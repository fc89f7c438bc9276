import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Whom an invitation to sign in with the organisation is for: a subject of that issuer, or, without
 * one, a verified e-mail address.
 */
export const invitedIdentity = (t: ColumnTypes): readonly string[] => [
  `alter table invitation add column issuer ${t.text}`,
  `alter table invitation add column subject ${t.text}`,
];
