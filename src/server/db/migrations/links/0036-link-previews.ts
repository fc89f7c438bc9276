import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/**
 * Whether a link publishes a picture for previews in messengers, and whether the language of its
 * page is fixed.
 */
export const linkPreviews = (t: ColumnTypes): readonly string[] => [
  `alter table shared_link add column is_picture_published ${t.boolean} not null default false`,
  `alter table shared_link add column is_language_fixed ${t.boolean} not null default false`,
];
