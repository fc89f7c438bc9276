import type { ColumnTypes } from './column-types.ts';

/** The undo that has not ended all rows yet, by table, and the projects that it does not change. */
export const pendingUndos = (t: ColumnTypes): readonly string[] => [
  `create table pending_undo (name ${t.text} primary key, revision ${t.integer} not null references revision (id),
    undone ${t.integer} not null references revision (id), origin ${t.text},
    ended_origin ${t.text} not null, ended_code ${t.text} not null) ${t.strict}`,
  `create table pending_undo_kept (name ${t.text} not null, origin ${t.text} not null, code ${t.text} not null,
    primary key (name, origin, code)) ${t.strict}`,
];
