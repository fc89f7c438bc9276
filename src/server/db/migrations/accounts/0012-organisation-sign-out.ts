import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The ID token of a session, which the sign-out of the organisation needs. It is deleted with the
 * session.
 */
export const organisationSignOut = (t: ColumnTypes): readonly string[] => [
  `alter table account_session add column id_token ${t.text}`,
];
