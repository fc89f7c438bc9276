import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** Downloads through links: one row for each file and day. */
export const linkDownloads = (t: ColumnTypes): readonly string[] => [
  `create table shared_link_download (link ${t.text} references shared_link (id), file ${t.text}, day ${t.date},
     count ${t.integer} not null, last_at ${t.text} not null, primary key (link, file, day)) ${t.strict}`,
];
