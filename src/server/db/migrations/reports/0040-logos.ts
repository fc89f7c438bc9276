import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * The bytes of the logos of reports, once for each content. A version of the zone names one by its
 * hash.
 */
export const logos = (t: ColumnTypes): readonly string[] => [
  `create table logo (sha256 ${t.text} primary key check (length(sha256) = 64), media_type ${t.text} not null,
    width ${t.integer} not null, height ${t.integer} not null, content ${t.text} not null) ${t.strict}`,
];
