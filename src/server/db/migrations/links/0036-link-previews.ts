import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** A picture in previews of messengers, and a page that keeps its language. */
export const linkPreviews = (t: ColumnTypes): readonly string[] => [
  `alter table shared_link add column is_picture_published ${t.boolean} not null default false`,
  `alter table shared_link add column is_language_fixed ${t.boolean} not null default false`,
];
