import type { ColumnTypes } from '#server/db/migrations/column-types.ts';

/** The figures of frozen links as JSON text, in the order in which they were hashed. */
export const frozenFigures = (t: ColumnTypes): readonly string[] => [
  `create table shared_link_figures (link ${t.text} primary key references shared_link (id), figures ${t.text} not null) ${t.strict}`,
];
