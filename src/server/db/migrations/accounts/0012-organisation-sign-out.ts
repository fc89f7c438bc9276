import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * What signs a session out at the organisation too: the ID token that it began with. Gone with the
 * session.
 */
export const organisationSignOut = (t: ColumnTypes): readonly string[] => [
  `alter table account_session add column id_token ${t.text}`,
];
