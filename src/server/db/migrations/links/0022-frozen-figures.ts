import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** What a frozen link shows, as JSON text in the order in which it was hashed. */
export const frozenFigures = (t: ColumnTypes): readonly string[] => [
  `create table shared_link_figures (link ${t.text} primary key references shared_link (id), figures ${t.text} not null) ${t.strict}`,
];
