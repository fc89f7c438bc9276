import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Attempts to sign in and to open links. All servers of a store share these counts. */
export const attempts = (t: ColumnTypes): readonly string[] => [
  `create table attempt (key_hash ${t.text} primary key, times_json ${t.json} not null, in_row ${t.integer} not null,
    seen_at ${t.text} not null) ${t.strict}`,
  'create index attempt_seen on attempt (seen_at)',
];
